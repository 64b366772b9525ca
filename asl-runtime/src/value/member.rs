//! The members of an object, with what makes them fast to find.

use super::{Str, Value};

/// A member of an object, before it is put there.
#[derive(Debug, Clone)]
pub struct Member {
    prefix: Prefix,
    pub(super) name: Str,
    pub(super) value: Value,
}

/// The length of a name and its first seven bytes: all there is of a short name, so that most
/// names are told apart, and found, by one comparison of integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix(u64);

/// A member's name, made ready to be looked for or to be set.
///
/// Generated code makes its keys at build time.
///
/// # Examples
/// ```
/// use asl_runtime::json;
/// use asl_runtime::value::Key;
///
/// const ID: Key<'_> = Key::new("id");
/// assert_eq!(json!({ "id": 7 }).as_object().and_then(|order| order.find(ID)), Some(&json!(7)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    prefix: Prefix,
    name: &'a str,
}

impl Member {
    /// The member of this name.
    #[inline]
    #[must_use]
    pub fn new(key: Key<'static>, value: Value) -> Self {
        Self { prefix: key.prefix, name: Str::from_static(key.name), value }
    }

    /// The member of a name that is made at run time.
    #[inline]
    #[must_use]
    pub fn named(name: impl Into<Str>, value: Value) -> Self {
        let name = name.into();
        Self { prefix: Prefix::of(&name), name, value }
    }

    /// A member of the same name.
    #[inline]
    pub(super) fn with(&self, value: Value) -> Self {
        Self { prefix: self.prefix, name: self.name.clone(), value }
    }

    /// Whether the names are the same.
    #[inline]
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.is(Key { prefix: other.prefix, name: &other.name })
    }

    #[inline]
    pub(super) fn is(&self, key: Key<'_>) -> bool {
        self.prefix == key.prefix && (key.prefix.is_whole() || self.name == *key.name)
    }

    #[inline]
    pub(super) fn prefix(&self) -> Prefix {
        self.prefix
    }
}

impl<'a> Key<'a> {
    /// The key of this name.
    #[inline]
    #[must_use]
    pub const fn new(name: &'a str) -> Self {
        Self { prefix: Prefix::of(name), name }
    }

    #[inline]
    pub(super) const fn of(prefix: Prefix, name: &'a str) -> Self {
        Self { prefix, name }
    }

    #[inline]
    pub(super) const fn prefix(self) -> Prefix {
        self.prefix
    }

    /// Whether the prefix is all there is of the name.
    #[inline]
    pub(super) const fn is_short(self) -> bool {
        self.prefix.is_whole()
    }

    /// The name.
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'a str {
        self.name
    }
}

impl Prefix {
    const BYTES: u64 = 7;

    #[inline]
    const fn of(name: &str) -> Self {
        let bytes = name.as_bytes();
        let len = bytes.len();
        // Loads that overlap instead of a loop; the bytes they share are the same in both.
        let first = match bytes {
            [a, b, c, d, e, f, g, ..] => u64::from_le_bytes([*a, *b, *c, *d, *e, *f, *g, 0]),
            [.., w, x, y, z] if len >= 4 => {
                let last = u32::from_le_bytes([*w, *x, *y, *z]) as u64;
                let first = match bytes {
                    [a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]) as u64,
                    _ => 0,
                };
                first | last << (8 * (len - 4))
            }
            [a, b, c] => *a as u64 | (*b as u64) << 8 | (*c as u64) << 16,
            [a, b] => *a as u64 | (*b as u64) << 8,
            [a] => *a as u64,
            _ => 0,
        };
        let len = if len < 255 { len as u64 } else { 255 };
        Self(first | len << 56)
    }

    /// Whether the name is no longer than what is kept of it.
    #[inline]
    const fn is_whole(self) -> bool {
        self.0 >> 56 <= Self::BYTES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_found_by_its_own_name_only() {
        let names = [
            "",
            "a",
            "b",
            "aa",
            "ab",
            "aba",
            "abab",
            "ababa",
            "ababab",
            "abababa",
            "abababab",
            "ababababa",
            "abababac",
            "abababad",
            "\0",
            "\0\0",
            "é",
            "éa",
            "abcdefgé",
        ];
        for name in names {
            let member = Member::named(Str::from(name), Value::Null);
            for other in names {
                assert_eq!(member.is(Key::new(other)), name == other, "{name:?} {other:?}");
            }
        }
    }
}
