//! How large and how deep a value is, known without walking it.
//!
//! Every array and object keeps an upper bound of its compact JSON size and of its depth. A
//! change to a member changes the bounds of its container by the difference, so the driver's
//! check of the payload limit ([`Value::fits`]) is a comparison. Only a document whose bound is
//! above the limit is measured exactly; the exact size then takes the place of the bound, in
//! every container on the way, so that the next check walks only what changed.

use std::sync::atomic::{AtomicU64, Ordering};

use super::Value;
use super::write::{self, escaped_len};

/// Arrays and objects that may be nested in each other.
///
/// Deeper text is refused by [`Value::from_json`], deeper documents by [`Value::fits`].
pub const MAX_DEPTH: usize = 1000;

/// Bytes of the longest number: `-2.2250738585072014e-308`.
const MAX_NUMBER_LEN: u64 = 24;

/// Bytes of the shortest number: `0`.
const MIN_NUMBER_LEN: u64 = 1;

/// Upper bounds of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Bounds {
    /// Bytes of compact JSON. [`MOST_SIZE`] stands for all there is from there on.
    pub(super) size: u64,
    /// Levels of arrays and objects; zero for anything else.
    pub(super) depth: u32,
}

impl Bounds {
    pub(super) const EMPTY: Self = Self { size: 2, depth: 1 };
    const UNKNOWN: Self = Self { size: MOST_SIZE, depth: MOST_DEPTH };

    #[inline]
    fn leaf(size: u64) -> Self {
        Self { size, depth: 0 }
    }

    #[inline]
    fn is_shallow(self) -> bool {
        self.depth <= MAX_DEPTH as u32
    }

    /// The bounds of a container after a member was added, its comma included.
    ///
    /// No sum can overflow: a container's size is cut to [`MOST_SIZE`] when it is kept, and no
    /// container has as many members as it would take.
    #[inline]
    pub(super) fn with_member(self, key: u64, member: Self) -> Self {
        Self {
            size: self.size.saturating_add(key + member.size + 1),
            depth: self.depth.max(member.depth + 1),
        }
    }
}

/// The least that a container counts for a member or its key: what may be subtracted when it goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Floor(u64);

/// The bounds of one array or object; unknown after a member was handed out for change.
///
/// An atomic because a document that is shared by threads learns its exact size when one of them
/// asks. For content that does not change, bounds only ever become tighter; this is what makes it
/// sound to subtract a member's present [`Floor`] from its container's bound.
#[derive(Debug, Default)]
pub(super) struct Measure(AtomicU64);

/// The largest size and depth that are told apart from larger ones.
const MOST_SIZE: u64 = (1 << 48) - 1;
const MOST_DEPTH: u32 = (1 << 14) - 1;

const DEPTH_SHIFT: u32 = 48;
const EXACT: u64 = 1 << 62;
const KNOWN: u64 = 1 << 63;

impl Measure {
    pub(super) fn empty() -> Self {
        Self::of(Bounds::EMPTY)
    }

    #[inline]
    pub(super) fn of(bounds: Bounds) -> Self {
        Self(AtomicU64::new(pack(bounds)))
    }

    #[inline]
    fn get(&self) -> Option<Bounds> {
        unpack(self.0.load(Ordering::Relaxed))
    }

    fn get_exact(&self) -> Option<Bounds> {
        let packed = self.0.load(Ordering::Relaxed);
        unpack(packed).filter(|_| packed & EXACT != 0)
    }

    #[inline]
    fn change(&mut self, change: impl FnOnce(Bounds) -> Option<Bounds>) {
        let packed = self.0.get_mut();
        *packed = unpack(*packed).and_then(change).map_or(0, pack);
    }

    /// A member was added under a key of this size.
    #[inline]
    pub(super) fn add(&mut self, key: u64, member: Bounds) {
        self.change(|bounds| Some(bounds.with_member(key, member)));
    }

    /// A member took the place of another, for which no less than `old` was counted.
    #[inline]
    pub(super) fn replace(&mut self, old: Floor, new: Bounds) {
        self.change(|bounds| {
            let rest = bounds.less(old)?;
            Some(Bounds { size: rest + new.size, depth: bounds.depth.max(new.depth + 1) })
        });
    }

    /// A member was removed, for which, with its key, no less than this was counted.
    pub(super) fn remove(&mut self, key: Floor, member: Floor) {
        self.change(|bounds| {
            let size = bounds.less(Floor(key.0 + member.0))?;
            Some(Bounds { size, ..bounds })
        });
    }

    /// A member may change in any way.
    #[inline]
    pub(super) fn forget(&mut self) {
        *self.0.get_mut() = 0;
    }

    /// Whether dropping the container member by member could overflow the stack.
    #[inline]
    pub(super) fn may_be_deep(&self) -> bool {
        !self.get().is_some_and(Bounds::is_shallow)
    }

    /// The bounds, added up from those of the members (with the sizes of their keys) if unknown.
    #[inline]
    pub(super) fn bounds<'a>(
        &self,
        levels: usize,
        members: impl Iterator<Item = (u64, &'a Value)>,
    ) -> Bounds {
        match self.get() {
            Some(bounds) => bounds,
            None => self.add_up(levels, members),
        }
    }

    #[cold]
    fn add_up<'a>(&self, levels: usize, members: impl Iterator<Item = (u64, &'a Value)>) -> Bounds {
        let Some(levels) = levels.checked_sub(1) else {
            return Bounds::UNKNOWN;
        };
        let bounds = members.fold(Bounds::EMPTY, |bounds, (key, member)| {
            bounds.with_member(key, member.bounds_within(levels))
        });
        // Another thread may know better by now.
        let _ = self.0.compare_exchange(0, pack(bounds), Ordering::Relaxed, Ordering::Relaxed);
        bounds
    }

    /// The exact size and depth; none if there are more levels than asked for.
    pub(super) fn exact<'a>(
        &self,
        levels: usize,
        members: impl Iterator<Item = (u64, &'a Value)>,
    ) -> Option<Bounds> {
        if let Some(known) = self.get_exact() {
            return (known.depth as usize <= levels).then_some(known);
        }
        let inner_levels = levels.checked_sub(1)?;
        let mut sum = Bounds::EMPTY;
        let mut comma = 0;
        for (key, member) in members {
            let member = member.exact_within(inner_levels)?;
            sum.size = sum.size.saturating_add(key + member.size + comma);
            sum.depth = sum.depth.max(member.depth + 1);
            comma = 1;
        }
        self.0.store(pack(sum) | EXACT, Ordering::Relaxed);
        Some(sum)
    }
}

impl Bounds {
    /// The size without a part of it; none if the size is beyond counting.
    #[inline]
    fn less(self, part: Floor) -> Option<u64> {
        if self.size < MOST_SIZE { self.size.checked_sub(part.0) } else { None }
    }
}

impl Clone for Measure {
    fn clone(&self) -> Self {
        Self(AtomicU64::new(self.0.load(Ordering::Relaxed)))
    }
}

#[inline]
fn pack(bounds: Bounds) -> u64 {
    let depth = u64::from(bounds.depth.min(MOST_DEPTH));
    KNOWN | depth << DEPTH_SHIFT | bounds.size.min(MOST_SIZE)
}

#[inline]
fn unpack(packed: u64) -> Option<Bounds> {
    (packed & KNOWN != 0).then_some(Bounds {
        size: packed & MOST_SIZE,
        depth: (packed >> DEPTH_SHIFT) as u32 & MOST_DEPTH,
    })
}

/// Upper bound of the bytes of a string: every one of its bytes as `\u0000`.
#[inline]
pub(super) fn string_bound(text: &str) -> u64 {
    text.len() as u64 * 6 + 2
}

/// The least bytes of a string: none of its own escaped.
#[inline]
fn string_floor(text: &str) -> Floor {
    Floor(text.len() as u64 + 2)
}

fn string_exact(text: &str) -> u64 {
    escaped_len(text) as u64
}

/// Upper bound of the bytes of an object's key and its colon.
#[inline]
pub(super) fn key_bound(key: &str) -> u64 {
    string_bound(key) + 1
}

/// The least bytes of an object's key.
pub(super) fn key_floor(key: &str) -> Floor {
    string_floor(key)
}

/// The bytes of an object's key and its colon.
pub(super) fn key_exact(key: &str) -> u64 {
    string_exact(key) + 1
}

impl Value {
    /// Whether the compact JSON of the value has at most `limit` bytes, nested no deeper than
    /// [`MAX_DEPTH`].
    ///
    /// Most documents answer at once, by a bound they keep of themselves; near the limit they are
    /// measured, once. Limits above 2⁴⁸ bytes are taken for that.
    ///
    /// # Examples
    /// ```
    /// use asl_runtime::json;
    ///
    /// assert!(json!({ "id": 7 }).fits(8));
    /// assert!(!json!({ "id": 7 }).fits(7));
    /// ```
    #[inline]
    #[must_use]
    pub fn fits(&self, limit: usize) -> bool {
        let limit = (limit as u64).min(MOST_SIZE - 1);
        let bounds = self.bounds();
        (bounds.size <= limit && bounds.is_shallow()) || self.fits_exactly(limit)
    }

    #[cold]
    fn fits_exactly(&self, limit: u64) -> bool {
        self.exact_within(MAX_DEPTH).is_some_and(|exact| exact.size <= limit)
    }

    /// Bytes of the compact JSON of the value, the length of [`to_json`](Self::to_json).
    #[must_use]
    pub fn json_len(&self) -> usize {
        match self.exact_within(MAX_DEPTH) {
            Some(exact) if exact.size < MOST_SIZE => exact.size as usize,
            _ => write::count(self),
        }
    }

    /// At least as many bytes as [`json_len`](Self::json_len), known without measuring.
    #[inline]
    pub(crate) fn json_len_bound(&self) -> u64 {
        self.bounds().size
    }

    /// At least its bytes of JSON and its levels of arrays and objects, known without measuring.
    #[inline]
    pub(crate) fn upper_bounds(&self) -> (u64, usize) {
        let Bounds { size, depth } = self.bounds();
        (size, depth as usize)
    }

    /// Whether arrays and objects are nested no deeper than [`MAX_DEPTH`].
    pub(crate) fn is_shallow(&self) -> bool {
        self.bounds().is_shallow() || self.exact_within(MAX_DEPTH).is_some()
    }

    #[inline]
    pub(super) fn bounds(&self) -> Bounds {
        self.bounds_within(MAX_DEPTH)
    }

    #[inline]
    fn bounds_within(&self, levels: usize) -> Bounds {
        match self {
            Self::Null => Bounds::leaf(4),
            Self::Bool(truth) => Bounds::leaf(if *truth { 4 } else { 5 }),
            Self::Number(_) => Bounds::leaf(MAX_NUMBER_LEN),
            Self::String(text) => Bounds::leaf(string_bound(text)),
            Self::Array(array) => array.bounds(levels),
            Self::Object(object) => object.bounds(levels),
        }
    }

    /// The least that a container of this value counts for it.
    #[inline]
    pub(super) fn floor(&self) -> Floor {
        match self {
            Self::Number(_) => Floor(MIN_NUMBER_LEN),
            Self::String(text) => string_floor(text),
            // A container counts no less than the bound its member has now.
            _ => Floor(self.bounds().size),
        }
    }

    fn exact_within(&self, levels: usize) -> Option<Bounds> {
        Some(match self {
            Self::Null | Self::Bool(_) => self.bounds(),
            Self::Number(number) => Bounds::leaf(number.with_text(str::len) as u64),
            Self::String(text) => Bounds::leaf(string_exact(text)),
            Self::Array(array) => return array.exact(levels),
            Self::Object(object) => return object.exact(levels),
        })
    }
}
