//! Functions in the place of regular expressions: called with a string they give the first match
//! as an object, whose `next` gives the next one.

use super::call::Callback;
use crate::jsonata::boolean::truth;
use crate::jsonata::item::{Item, View};
use crate::jsonata::{Error, Evaluation};

/// What such a function has matched.
#[derive(Debug)]
pub(super) struct Found<'a> {
    caller: &'a str,
    item: Item,
}

impl<'a> Found<'a> {
    /// The first match.
    ///
    /// # Errors
    /// T1010: the function gives something else.
    pub(super) fn first(
        cx: &Evaluation,
        caller: &'a str,
        matcher: Callback<'_>,
        text: View<'_>,
    ) -> Result<Option<Self>, Error> {
        Self::of(caller, matcher.call_all(cx, vec![text.to_item()])?)
    }

    /// The next match.
    ///
    /// # Errors
    /// T1010: there is no `next`, or it gives something else.
    pub(super) fn next(&self, cx: &Evaluation) -> Result<Option<Self>, Error> {
        let next = self.member("next").to_item();
        let next = Callback::new(self.caller, &next).map_err(|_| no_match(self.caller))?;
        Self::of(self.caller, next.call_all(cx, vec![Item::Undefined])?)
    }

    fn of(caller: &'a str, item: Item) -> Result<Option<Self>, Error> {
        let found = Self { caller, item };
        match found.item.view() {
            View::Undefined => Ok(None),
            _ if found.looks_right() => Ok(Some(found)),
            _ => Err(no_match(caller)),
        }
    }

    /// As the reference implementation asks: one of the members is enough.
    fn looks_right(&self) -> bool {
        self.member("start").as_f64().is_some()
            || self.member("end").as_f64().is_some()
            || self.member("groups").is_array()
            || matches!(self.member("next"), View::Function(_))
    }

    /// The match as the function gave it.
    pub(super) fn item(&self) -> &Item {
        &self.item
    }

    pub(super) fn member(&self, name: &str) -> View<'_> {
        let found = self.item.view().members().find(|(key, _)| key.as_str() == name);
        found.map_or(View::Undefined, |(_, item)| item)
    }

    /// Where it starts, in units of UTF-16.
    pub(super) fn start(&self) -> usize {
        self.member("start").as_f64().unwrap_or(0.0) as usize
    }

    /// Where it ends, in units of UTF-16.
    pub(super) fn end(&self) -> usize {
        self.member("end").as_f64().unwrap_or(0.0) as usize
    }

    /// What was matched.
    pub(super) fn text(&self) -> &str {
        self.member("match").as_str().unwrap_or_default()
    }

    /// What the groups have matched.
    pub(super) fn groups(&self) -> Vec<&str> {
        match self.member("groups") {
            View::Undefined => Vec::new(),
            groups => groups.items().map(|group| group.as_str().unwrap_or_default()).collect(),
        }
    }
}

/// Whether a function in the place of a regular expression matches at all. What does not count as
/// true need not look like a match.
///
/// # Errors
/// T1010: the function gives something else than a match.
pub(super) fn is_match(
    cx: &Evaluation,
    caller: &str,
    matcher: Callback<'_>,
    text: View<'_>,
) -> Result<bool, Error> {
    let result = matcher.call_all(cx, vec![text.to_item()])?;
    if !result.is_undefined() && !result.view().is_object() && !truth(result.view()) {
        return Ok(true);
    }
    Ok(Found::of(caller, result)?.is_some())
}

#[cold]
fn no_match(caller: &str) -> Error {
    Error::new(
        "T1010",
        format!(
            "The matcher function argument passed to function {caller:?} does not return the correct object structure"
        ),
    )
}

/// The part of a text between two places in units of UTF-16, the lesser first as JavaScript's
/// `substring` takes them.
pub(super) fn between(text: &str, one: usize, other: usize) -> &str {
    let (from, to) = (one.min(other), one.max(other));
    let (mut unit, mut start) = (0, None);
    for (index, c) in text.char_indices() {
        if unit >= to {
            return text.get(start.unwrap_or(index)..index).unwrap_or_default();
        }
        if unit >= from && start.is_none() {
            start = Some(index);
        }
        unit += c.len_utf16();
    }
    start.and_then(|start| text.get(start..)).unwrap_or_default()
}
