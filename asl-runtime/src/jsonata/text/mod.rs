//! Functions of strings.
//!
//! Places and lengths count Unicode characters. `$uppercase` and `$lowercase` are `str`'s own
//! functions.

mod base64;
mod edit;
mod replace;
mod split;
mod url;

pub use base64::{base64_decode, base64_encode};
pub use edit::{length, pad, substring, substring_after, substring_before, trim};
pub use replace::{replace_pattern, replace_text};
pub use split::{join, split_pattern, split_text};
pub use url::{decode_url, decode_url_component, encode_url, encode_url_component};

/// How many of something there may be: a number that need not be an integer.
#[derive(Debug, Clone, Copy)]
struct Limit(Option<f64>);

impl Limit {
    /// Whether there may be one more than so many.
    fn allows(self, count: usize) -> bool {
        self.0.is_none_or(|limit| (count as f64) < limit)
    }

    fn is_negative(self) -> bool {
        self.0.is_some_and(|limit| limit < 0.0)
    }
}
