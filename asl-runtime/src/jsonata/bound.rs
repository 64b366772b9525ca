//! How deep and how large items may be that an expression makes.
//!
//! A few calls can nest an array a hundred thousand times, or double it sixty times without any
//! copy. What walks items afterwards (comparison, `**`, the drop) is bounded by what is made.

use std::cell::{Cell, RefCell};

use super::error::Error;
use super::function::{Body, Tail};
use super::item::{Item, View};
use crate::data::payload;
use crate::value::{Key, MAX_DEPTH};

/// Bytes that the JSON of an item may have, as it is estimated: not more than eight times a text
/// of the greatest length.
const MOST_SIZE: u64 = 128 << 20;

/// Upper bounds of an item.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Bound {
    /// Bytes of JSON.
    size: u64,
    /// Levels of arrays and objects.
    depth: usize,
}

impl Bound {
    /// That of what holds these.
    pub(super) fn of_items<'a>(items: impl Iterator<Item = View<'a>>) -> Self {
        items.fold(Self { size: 2, depth: 1 }, |sum, item| {
            let item = item.bound();
            Self {
                size: sum.size.saturating_add(item.size + 1),
                depth: sum.depth.max(item.depth + 1),
            }
        })
    }
}

impl Bound {
    /// That of an object with another member.
    pub(super) fn with_member(self, name: Key<'_>, item: View<'_>) -> Self {
        // Each byte of the name may be escaped; quotes, colon and comma.
        let (name, item) = (name.name().len() as u64 * 6 + 4, item.bound());
        Self {
            size: self.size.saturating_add(name + item.size),
            depth: self.depth.max(item.depth + 1),
        }
    }

    /// Whether it is that of what a state can hand on.
    pub(super) fn is_payload(self) -> bool {
        self.size <= payload::LIMIT as u64 && self.depth <= MAX_DEPTH
    }
}

impl View<'_> {
    pub(super) fn bound(self) -> Bound {
        match self {
            Self::Undefined | Self::Function(_) => Bound::default(),
            Self::Value(value) => {
                let (size, depth) = value.upper_bounds();
                Bound { size, depth }
            }
            Self::List(list) => list.bound(),
            Self::Record(record) => Bound::of_items(record.iter().map(|(_, item)| item.view())),
            Self::Tuples(tuples) => Bound::of_items(tuples.rows.iter().map(|row| row.item.view())),
        }
    }
}

impl Item {
    /// The item, if it is not too deep or too large.
    ///
    /// # Errors
    /// It is.
    #[inline]
    pub fn checked(self) -> Result<Self, Error> {
        let Bound { size, depth } = self.view().bound();
        if depth > MAX_DEPTH {
            Err(Error::stack())
        } else if size > MOST_SIZE {
            Err(Error::memory())
        } else {
            Ok(self)
        }
    }
}

/// Functions inside each other that are dropped on the stack.
const NESTED_DROPS: u32 = 8;

thread_local! {
    static DROPPING: Cell<u32> = const { Cell::new(0) };
    static PENDING: RefCell<Vec<Box<Body>>> = const { RefCell::new(Vec::new()) };
}

/// Drops the body of a function with what it holds on to: functions, which hold on to others. From
/// some depth on they wait until the first of them is dropped.
pub(super) fn drop_body(body: &mut Box<Body>) {
    // This one holds nothing and takes no memory.
    let body = std::mem::replace(body, Box::new(|_, _| Ok(Tail::Done(Item::Undefined))));
    // Without thread-locals, at the end of the thread, nothing is deep any more.
    let level = DROPPING.try_with(Cell::get).unwrap_or_default();
    if level >= NESTED_DROPS {
        let mut body = Some(body);
        let _ = PENDING.try_with(|pending| pending.borrow_mut().extend(body.take()));
        return;
    }
    let _ = DROPPING.try_with(|dropping| dropping.set(level + 1));
    drop(body);
    if level == 0 {
        while let Some(next) = PENDING.try_with(|pending| pending.borrow_mut().pop()).ok().flatten()
        {
            drop(next);
        }
    }
    let _ = DROPPING.try_with(|dropping| dropping.set(level));
}
