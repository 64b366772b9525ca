//! The strings of state data.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, SmolStrBuilder};

/// An immutable string whose clone costs at most a reference count.
///
/// Up to 23 bytes are kept in place, a `&'static str` as the pointer it is, all else behind a
/// shared pointer.
///
/// # Examples
/// ```
/// use asl_runtime::value::Str;
///
/// const STATUS: Str = Str::from_static("PENDING");
/// assert_eq!(STATUS, Str::from("PENDING".to_owned()));
/// assert!(STATUS.starts_with("PEN"));
/// ```
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Str(SmolStr);

impl Str {
    /// A string that lives as long as the program; nothing is copied.
    #[inline]
    #[must_use]
    pub const fn from_static(text: &'static str) -> Self {
        Self(SmolStr::new_static(text))
    }

    /// The text.
    #[inline]
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// A string that is put together: up to 23 bytes take no memory but its own.
#[derive(Debug, Default)]
pub(crate) struct StrBuilder(SmolStrBuilder);

impl StrBuilder {
    pub(crate) fn push(&mut self, text: &str) {
        self.0.push_str(text);
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn build(self) -> Str {
        Str(self.0.finish())
    }
}

impl Deref for Str {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Str {
    #[inline]
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Str {
    #[inline]
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Str {
    #[inline]
    fn from(text: &str) -> Self {
        Self(SmolStr::new(text))
    }
}

impl From<&String> for Str {
    fn from(text: &String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<String> for Str {
    fn from(text: String) -> Self {
        Self(SmolStr::from(text))
    }
}

impl From<Box<str>> for Str {
    fn from(text: Box<str>) -> Self {
        Self(SmolStr::from(text))
    }
}

impl From<char> for Str {
    fn from(character: char) -> Self {
        Self::from(&*character.encode_utf8(&mut [0; 4]))
    }
}

impl From<Str> for String {
    fn from(text: Str) -> Self {
        text.as_str().to_owned()
    }
}

impl PartialEq<str> for Str {
    #[inline]
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Str {
    #[inline]
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn is_the_same_string_however_it_is_held() {
        let long = "a text of more than twenty-three bytes";
        for text in ["", "short", long] {
            let held = Str::from(text.to_owned());
            assert_eq!(held, Str::from(text));
            assert_eq!(held.to_string(), text);
            assert_eq!(format!("{held:?}"), format!("{text:?}"));
        }
        assert_eq!(Str::from_static("a text of more than twenty-three bytes"), Str::from(long));
    }

    #[test]
    fn is_found_by_its_text() {
        let map = HashMap::from([(Str::from("key"), 1)]);
        assert_eq!(map.get("key"), Some(&1));
    }
}
