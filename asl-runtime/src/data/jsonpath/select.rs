//! From segments to values.
//!
//! The values found so far are a list; each segment makes the next of it, element by element. This
//! gives the order of a walk that goes as deep as it can first, without its recursion.

use std::borrow::Cow;

use super::{Condition, Segment, Segments};
use crate::data::path;
use crate::value::{Key, Object, Str, Value};

/// Values that one evaluation may look at, so that no path takes all time and memory:
/// `$..*..*..*` of deep data would.
pub(super) const MAX_VISITS: u32 = 5_000_000;

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A name or an index that has to be there is not.
    Nowhere,
    /// See [`MAX_VISITS`].
    TooMuch,
}

/// One evaluation of a path `'p` on values `'v`.
pub(super) struct Selection<'v, 'p> {
    /// What `$` is in filters.
    pub(super) root: &'v Value,
    visits: u32,
    /// What the paths of filters that start with `$` have led to.
    known: Vec<(&'p Segments, Result<Cow<'v, Value>, Stop>)>,
}

/// How a segment is applied.
#[derive(Clone, Copy)]
struct Mode {
    /// It is the last one.
    last: bool,
    /// A member that an object lacks stops everything.
    strict: bool,
}

impl<'v, 'p> Selection<'v, 'p> {
    pub(super) fn new(root: &'v Value) -> Self {
        Self { root, visits: 0, known: Vec::new() }
    }

    pub(super) fn visit(&mut self) -> Result<(), Stop> {
        self.visits += 1;
        if self.visits > MAX_VISITS { Err(Stop::TooMuch) } else { Ok(()) }
    }

    /// What a path leads to: the value if it is definite, else an array.
    pub(super) fn value(
        &mut self,
        path: &'p Segments,
        start: &'v Value,
    ) -> Result<Cow<'v, Value>, Stop> {
        let names = path.names();
        if path.definite {
            let value = place(path.place(), start).ok_or(Stop::Nowhere)?;
            return match (names, value) {
                (None, value) => Ok(Cow::Borrowed(value)),
                (Some(names), Value::Object(object)) => Ok(Cow::Owned(picked(object, names))),
                _ => Err(Stop::Nowhere),
            };
        }
        let found = self.find(path, start, false)?.into_iter();
        Ok(Cow::Owned(Value::Array(match names {
            None => found.cloned().collect(),
            Some(names) => {
                found.filter_map(Value::as_object).map(|object| picked(object, names)).collect()
            }
        })))
    }

    /// The same from the root, which is looked for only once.
    pub(super) fn value_in_document(&mut self, path: &'p Segments) -> Result<Cow<'v, Value>, Stop> {
        if let Some((_, value)) = self.known.iter().find(|(known, _)| std::ptr::eq(*known, path)) {
            return value.clone();
        }
        let value = self.value(path, self.root);
        self.known.push((path, value.clone()));
        value
    }

    /// Whether a path of a filter leads somewhere. One that selects does so, even if it selects
    /// nothing, unless something on the way lacks a member.
    pub(super) fn exists(&mut self, path: &'p Segments, start: &'v Value) -> Result<bool, Stop> {
        let found = if path.definite {
            let value = place(path.place(), start);
            value.is_some_and(|value| has_all(value, path.names().unwrap_or_default()))
        } else {
            match self.find(path, start, true) {
                Ok(_) => true,
                Err(Stop::Nowhere) => false,
                Err(Stop::TooMuch) => return Err(Stop::TooMuch),
            }
        };
        Ok(found)
    }

    /// The values that a path selects; before a last list of names, the objects to take them of.
    fn find(
        &mut self,
        path: &'p Segments,
        start: &'v Value,
        strict: bool,
    ) -> Result<Vec<&'v Value>, Stop> {
        let (place, rest) = path.split();
        let value = self::place(place, start).ok_or(Stop::Nowhere)?;
        if rest.first().is_some_and(|first| !first.applies_to(value)) {
            return Err(Stop::Nowhere);
        }
        let mut found = vec![value];
        for (position, segment) in rest.iter().enumerate() {
            let mode = Mode { last: position + 1 == rest.len(), strict };
            let mut next = Vec::new();
            for value in found {
                self.apply(segment, value, mode, &mut next)?;
            }
            found = next;
        }
        Ok(found)
    }

    fn apply(
        &mut self,
        segment: &'p Segment,
        value: &'v Value,
        mode: Mode,
        found: &mut Vec<&'v Value>,
    ) -> Result<(), Stop> {
        self.visit()?;
        match segment {
            Segment::Member(name) => {
                self.add_member(name, value, mode, found)?;
            }
            Segment::Index(index) => found.extend(path::index(value, *index)),
            Segment::Wildcard => {
                for child in children(value) {
                    self.add(child, found)?;
                }
            }
            Segment::Members(names) if mode.last => {
                if matches!(value, Value::Object(_)) {
                    if mode.strict && !has_all(value, names) {
                        return Err(Stop::Nowhere);
                    }
                    found.push(value);
                }
            }
            Segment::Members(names) => {
                for name in names {
                    self.add_member(name, value, mode, found)?;
                }
            }
            Segment::Indexes(indexes) => {
                found.extend(indexes.iter().filter_map(|at| path::index(value, *at)));
            }
            Segment::Slice(start, end) => {
                for at in range(*start, *end, value.as_array().map_or(0, |array| array.len())) {
                    if let Some(element) = path::index(value, at) {
                        self.add(element, found)?;
                    }
                }
            }
            Segment::Filter(condition) => self.filter(condition, value, found)?,
            Segment::Descendants(segment) => self.scan(segment, value, mode, found)?,
        }
        Ok(())
    }

    fn add(&mut self, value: &'v Value, found: &mut Vec<&'v Value>) -> Result<(), Stop> {
        self.visit()?;
        found.push(value);
        Ok(())
    }

    fn add_member(
        &mut self,
        name: &Str,
        value: &'v Value,
        mode: Mode,
        found: &mut Vec<&'v Value>,
    ) -> Result<(), Stop> {
        let Value::Object(object) = value else { return Ok(()) };
        match object.find(Key::new(name)) {
            Some(member) => self.add(member, found),
            None if mode.strict => Err(Stop::Nowhere),
            None => Ok(()),
        }
    }

    fn filter(
        &mut self,
        condition: &'p Condition,
        value: &'v Value,
        found: &mut Vec<&'v Value>,
    ) -> Result<(), Stop> {
        let candidates = match value {
            Value::Array(array) => array.as_slice(),
            other => std::slice::from_ref(other),
        };
        for candidate in candidates {
            if self.accepts(condition, candidate)? {
                self.add(candidate, found)?;
            }
        }
        Ok(())
    }

    /// Applies a segment to a value and everything in it, the outer before the inner.
    fn scan(
        &mut self,
        segment: &'p Segment,
        value: &'v Value,
        mode: Mode,
        found: &mut Vec<&'v Value>,
    ) -> Result<(), Stop> {
        let mut waiting = vec![value];
        while let Some(value) = waiting.pop() {
            self.visit()?;
            let applies = match (segment, value) {
                // The elements of an array are asked when it is their turn.
                (Segment::Filter(_), Value::Array(_)) => false,
                (Segment::Members(names), value) if mode.last && !mode.strict => {
                    has_all(value, names)
                }
                (segment, value) => segment.applies_to(value),
            };
            if applies {
                self.apply(segment, value, mode, found)?;
            }
            let containers = children(value).filter(|child| is_container(child));
            let first = waiting.len();
            waiting.extend(containers);
            if let Some(added) = waiting.get_mut(first..) {
                added.reverse();
            }
        }
        Ok(())
    }
}

impl Segments {
    /// The names that a last list of names asks for.
    fn names(&self) -> Option<&[Str]> {
        match self.list.last()? {
            Segment::Members(names) => Some(names),
            Segment::Descendants(segment) => match &**segment {
                Segment::Members(names) => Some(names),
                _ => None,
            },
            _ => None,
        }
    }

    /// The names and indexes it starts with, and the rest.
    fn split(&self) -> (&[Segment], &[Segment]) {
        let plain = self.list.iter().take_while(|segment| segment.is_plain()).count();
        self.list.split_at_checked(plain).unwrap_or_default()
    }

    fn place(&self) -> &[Segment] {
        self.split().0
    }
}

impl Segment {
    /// Whether the segment can be asked of a value of this type at all.
    fn applies_to(&self, value: &Value) -> bool {
        match self {
            Self::Member(_) | Self::Members(_) => matches!(value, Value::Object(_)),
            Self::Index(_) | Self::Indexes(_) | Self::Slice(..) => {
                matches!(value, Value::Array(_))
            }
            Self::Wildcard | Self::Filter(_) | Self::Descendants(_) => true,
        }
    }
}

/// The value that names and indexes lead to.
fn place<'v>(segments: &[Segment], start: &'v Value) -> Option<&'v Value> {
    segments.iter().try_fold(start, |value, segment| segment.plain()?.of(value))
}

fn is_container(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

fn has_all(value: &Value, names: &[Str]) -> bool {
    match value {
        Value::Object(object) => names.iter().all(|name| object.contains_key(name)),
        _ => names.is_empty(),
    }
}

/// An object of those members that are there.
fn picked(object: &Object, names: &[Str]) -> Value {
    let members = names.iter().filter_map(|name| Some((name, object.get(name)?.clone())));
    Value::Object(members.map(|(name, value)| (name.clone(), value)).collect())
}

/// Members or elements, in order.
fn children(value: &Value) -> impl Iterator<Item = &Value> {
    let (object, array) = (value.as_object(), value.as_array());
    let members = object.into_iter().flat_map(Object::values);
    members.chain(array.into_iter().flat_map(|array| array.iter()))
}

/// The indexes of a slice, as Jayway counts them: one end alone may be negative; of two ends none
/// is counted from the end, but the indexes between them are.
fn range(start: Option<i64>, end: Option<i64>, length: usize) -> std::ops::Range<i64> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let from_end = |at: i64| if at < 0 { length.saturating_add(at) } else { at };
    match (start, end) {
        (None, None) => 0..length,
        (Some(start), None) => from_end(start).max(0)..length,
        (None, Some(end)) => 0..from_end(end).min(length),
        (Some(start), Some(end)) => start.max(-length)..end.min(length),
    }
}
