//! `$match`, `$contains`, `$split`, `$replace`: with a string, a regular expression, or a function
//! in its place.
//!
//! Follows [String functions](https://docs.jsonata.org/string-functions) of JSONata's
//! documentation.

use std::sync::Arc;

use super::call::Callback;
use super::matcher::{Found, between, is_match};
use crate::jsonata::function::{Arguments, Builtin, Function};
use crate::jsonata::item::{Item, View};
use crate::jsonata::limit::check_text;
use crate::jsonata::regex::{self, Regex};
use crate::jsonata::signature::{self, Parameter, Signature};
use crate::jsonata::{Error, Evaluation, text};
use crate::value::Str;

/// A string or a function.
const PATTERN: Parameter = Parameter::of_types("sfm");

/// `$match(text, pattern, limit)`
pub static MATCH: Builtin = Builtin {
    name: "match",
    signature: Signature::new(&[
        Parameter::STRING.or_context(),
        Parameter::FUNCTION,
        Parameter::NUMBER.optional(),
    ]),
    arity: 3,
    implementation: matches,
};

/// `$contains(text, pattern)`
pub static CONTAINS: Builtin = Builtin {
    name: "contains",
    signature: Signature::new(&[Parameter::STRING.or_context(), PATTERN]),
    arity: 2,
    implementation: contains,
};

/// `$split(text, separator, limit)`
pub static SPLIT: Builtin = Builtin {
    name: "split",
    signature: Signature::new(&[
        Parameter::STRING.or_context(),
        PATTERN,
        Parameter::NUMBER.optional(),
    ]),
    arity: 3,
    implementation: split,
};

/// `$replace(text, pattern, replacement, limit)`
pub static REPLACE: Builtin = Builtin {
    name: "replace",
    signature: Signature::new(&[
        Parameter::STRING.or_context(),
        PATTERN,
        PATTERN,
        Parameter::NUMBER.optional(),
    ]),
    arity: 4,
    implementation: replace,
};

/// What is searched for.
enum Pattern<'a> {
    Text(&'a str),
    Regex(&'a Arc<Regex>),
    Function(Callback<'a>),
}

impl<'a> Pattern<'a> {
    /// The second argument.
    fn of(caller: &'a str, arguments: &'a Arguments<'_>) -> Result<Self, Error> {
        match arguments.at(1) {
            View::Function(Function::Regex(regex)) => Ok(Self::Regex(regex)),
            View::Function(_) => Callback::of(caller, arguments, 1).map(Self::Function),
            // The signature lets nothing pass, which then fails.
            other => match other.as_str() {
                Some(text) => Ok(Self::Text(text)),
                None => Err(signature::mismatch(caller, 2)),
            },
        }
    }
}

/// The text that is searched, whose length is counted; none if it is nothing.
fn searched(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Option<Str>, Error> {
    let text = arguments.at(0).as_str();
    cx.count(text.map_or(0, |text| text.len() / 64))?;
    Ok(text.map(Str::from))
}

fn matches(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let Some(text) = searched(cx, arguments)? else { return Ok(Item::Undefined) };
    let limit = arguments.at(2).as_f64();
    let matches = match Pattern::of("match", arguments)? {
        Pattern::Regex(regex) => matches_of_regex(cx, &text, regex, limit)?,
        Pattern::Function(matcher) => matches_of_function(cx, arguments.at(0), matcher, limit)?,
        Pattern::Text(_) => return Err(signature::mismatch("match", 2)),
    };
    cx.count(matches.len())?;
    Ok(Item::sequence(matches))
}

fn matches_of_regex(
    cx: &Evaluation,
    text: &str,
    regex: &Regex,
    limit: Option<f64>,
) -> Result<Vec<Item>, Error> {
    let limit = regex::match_limit(limit)?;
    let mut matches = Vec::new();
    let mut next = if limit.allows(0) { regex.find(text)? } else { None };
    while let Some(found) = next.filter(|_| limit.allows(matches.len())) {
        let index = Item::number(found.start.unit as f64);
        let [matched, groups] = [Item::string(found.text(text)), regex::groups(text, &found)];
        matches.push(match_object(matched, index, groups));
        cx.check_length(matches.len())?;
        next = regex.find_next(text, &found)?;
    }
    Ok(matches)
}

fn matches_of_function(
    cx: &Evaluation,
    text: View<'_>,
    matcher: Callback<'_>,
    limit: Option<f64>,
) -> Result<Vec<Item>, Error> {
    let limit = regex::match_limit(limit)?;
    let mut matches = Vec::new();
    let mut next = if limit.allows(0) { Found::first(cx, "match", matcher, text)? } else { None };
    while let Some(found) = next.filter(|_| limit.allows(matches.len())) {
        let [matched, index, groups] =
            ["match", "start", "groups"].map(|name| found.member(name).to_item());
        matches.push(match_object(matched, index, groups));
        cx.check_length(matches.len())?;
        next = found.next(cx)?;
    }
    Ok(matches)
}

fn match_object(matched: Item, index: Item, groups: Item) -> Item {
    Item::object(vec![
        (Str::from_static("match"), matched),
        (Str::from_static("index"), index),
        (Str::from_static("groups"), groups),
    ])
}

fn contains(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let Some(text) = searched(cx, arguments)? else { return Ok(Item::Undefined) };
    Ok(Item::from(match Pattern::of("contains", arguments)? {
        Pattern::Text(part) => text.contains(part),
        Pattern::Regex(regex) => regex.is_match(&text)?,
        Pattern::Function(matcher) => is_match(cx, "contains", matcher, arguments.at(0))?,
    }))
}

fn split(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let Some(text) = searched(cx, arguments)? else { return Ok(Item::Undefined) };
    let limit = most_parts(cx, arguments.at(2).as_f64());
    let parts = match Pattern::of("split", arguments)? {
        Pattern::Text(separator) => text::split_text(&text, separator, limit)?,
        Pattern::Regex(regex) => text::split_pattern(&text, regex, limit)?,
        Pattern::Function(matcher) => split_by_function(cx, &text, matcher, limit)?,
    };
    cx.count(parts.len())?;
    cx.check_length(parts.len())?;
    Ok(Item::array(parts.into_iter().map(Item::string).collect()))
}

/// The limit of parts, but no more than one too many for a sequence. From 2^32 on JavaScript begins
/// again at 0.
fn most_parts(cx: &Evaluation, limit: Option<f64>) -> Option<f64> {
    let most = cx.limits().items as f64 + 1.0;
    match limit {
        None => Some(most),
        Some(limit) if (most..(1_u64 << 32) as f64).contains(&limit) => Some(most),
        limit => limit,
    }
}

fn split_by_function<'a>(
    cx: &Evaluation,
    text: &'a Str,
    matcher: Callback<'_>,
    limit: Option<f64>,
) -> Result<Vec<&'a str>, Error> {
    let limit = text::split_limit(limit)?;
    let (mut parts, mut position) = (Vec::new(), 0);
    if !limit.allows(0) {
        return Ok(parts);
    }
    let mut next = Found::first(cx, "split", matcher, Item::from(text.clone()).view())?;
    while let Some(found) = next.filter(|_| limit.allows(parts.len())) {
        cx.count(text.len() / 16)?;
        parts.push(between(text, position, found.start()));
        cx.check_length(parts.len())?;
        position = found.end();
        next = found.next(cx)?;
    }
    if limit.allows(parts.len()) {
        parts.push(between(text, position, usize::MAX));
    }
    Ok(parts)
}

fn replace(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let Some(text) = searched(cx, arguments)? else { return Ok(Item::Undefined) };
    let limit = arguments.at(3).as_f64();
    let replaced = match Pattern::of("replace", arguments)? {
        Pattern::Text(pattern) => {
            if let View::Function(_) = arguments.at(2)
                && !pattern.is_empty()
                && text.contains(pattern)
            {
                // JavaScript writes the source text of the function.
                return Err(no_string());
            }
            let replacement = arguments.at(2).as_str().unwrap_or("undefined");
            text::replace_text(&text, pattern, replacement, limit)?
        }
        Pattern::Regex(regex) => match Replacement::of(arguments)? {
            Replacement::Text(replacement) => {
                text::replace_pattern(&text, regex, replacement, limit)?
            }
            Replacement::Nothing => {
                text::replace_with(&text, regex, limit, |_, _| Err(no_replacement()))?
            }
            Replacement::Function(function) => {
                text::replace_with(&text, regex, limit, |found, replaced| {
                    function.write(cx, regex::match_item(regex, &text, found.clone()), replaced)
                })?
            }
        },
        Pattern::Function(matcher) => {
            replace_by_function(cx, &text, matcher, &Replacement::of(arguments)?, limit)?
        }
    };
    Ok(Item::string(replaced))
}

/// What is put in the place of a match.
enum Replacement<'a> {
    /// An error, if there is a match.
    Nothing,
    Text(&'a str),
    Function(Callback<'a>),
}

impl<'a> Replacement<'a> {
    /// The third argument.
    fn of(arguments: &'a Arguments<'_>) -> Result<Self, Error> {
        match arguments.at(2) {
            View::Undefined => Ok(Self::Nothing),
            View::Function(_) => Callback::of("replace", arguments, 2).map(Self::Function),
            other => match other.as_str() {
                Some(text) => Ok(Self::Text(text)),
                None => Err(no_replacement()),
            },
        }
    }
}

impl Callback<'_> {
    /// Writes what it gives of a match.
    fn write(self, cx: &Evaluation, found: Item, replaced: &mut String) -> Result<(), Error> {
        let result = self.call_all(cx, vec![found])?;
        replaced.push_str(result.view().as_str().ok_or_else(no_string)?);
        Ok(())
    }
}

fn replace_by_function(
    cx: &Evaluation,
    text: &Str,
    matcher: Callback<'_>,
    replacement: &Replacement<'_>,
    limit: Option<f64>,
) -> Result<String, Error> {
    let limit = text::replace_limit(limit)?;
    let (mut replaced, mut position, mut count) = (String::new(), 0, 0);
    if !limit.allows(0) {
        return Ok(text.as_str().to_owned());
    }
    let mut next = Found::first(cx, "replace", matcher, Item::from(text.clone()).view())?;
    while let Some(found) = next.filter(|_| limit.allows(count)) {
        cx.count(text.len() / 16)?;
        replaced.push_str(between(text, position, found.start()));
        match replacement {
            Replacement::Nothing => return Err(no_replacement()),
            Replacement::Text(replacement) => {
                text::push_replacement(found.text(), &found.groups(), replacement, &mut replaced);
            }
            Replacement::Function(function) => {
                function.write(cx, found.item().clone(), &mut replaced)?;
            }
        }
        check_text(replaced.len())?;
        position = found.start().saturating_add(found.text().encode_utf16().count());
        count += 1;
        next = found.next(cx)?;
    }
    replaced.push_str(between(text, position, usize::MAX));
    Ok(replaced)
}

#[cold]
fn no_replacement() -> Error {
    signature::mismatch("replace", 3)
}

#[cold]
fn no_string() -> Error {
    Error::new("D3012", "Attempted to replace a matched string with a non-string value")
}
