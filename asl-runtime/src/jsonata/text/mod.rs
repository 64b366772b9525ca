//! Functions of strings.
//!
//! Places and lengths count Unicode characters. `$uppercase` and `$lowercase` are `str`'s own
//! functions.

mod base64;
mod edit;
mod replace;
mod split;
mod url;
mod write;

pub use base64::{base64_decode, base64_encode};
pub use edit::{length, pad, substring, substring_after, substring_before, trim};
pub(super) use replace::{push_replacement, replace_limit, replace_with};
pub use replace::{replace_pattern, replace_text};
pub(super) use split::split_limit;
pub use split::{join, split_pattern, split_text};
pub use url::{decode_url, decode_url_component, encode_url, encode_url_component};
pub use write::{concat, concat_all, write, write_pretty};

/// How many of something there may be: a number that need not be an integer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limit(pub(super) Option<f64>);

impl Limit {
    /// Whether there may be one more than so many.
    pub(super) fn allows(self, count: usize) -> bool {
        self.0.is_none_or(|limit| (count as f64) < limit)
    }

    pub(super) fn is_negative(self) -> bool {
        self.0.is_some_and(|limit| limit < 0.0)
    }
}
