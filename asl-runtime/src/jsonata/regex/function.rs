//! Regular expressions as functions: what they match, and how to find the next match.

use std::sync::Arc;

use super::{Match, Position, Regex};
use crate::jsonata::function::{Function, Tail};
use crate::jsonata::item::{Item, View};
use crate::jsonata::{Error, Evaluation, text};
use crate::value::Str;

/// Calls a regular expression with a string, and with the place to search from: its first match,
/// or nothing.
///
/// # Errors
/// The search takes too long.
pub(in crate::jsonata) fn call(
    regex: &Arc<Regex>,
    cx: &Evaluation,
    arguments: &[Item],
) -> Result<Item, Error> {
    let searched = searched(cx, arguments.first().map_or(View::Undefined, Item::view))?;
    let from = arguments.get(1).and_then(|from| from.view().as_f64()).unwrap_or(0.0);
    cx.count(1 + searched.len() / 64)?;
    let Some(from) = Position::of_unit(&searched, from as usize) else {
        return Ok(Item::Undefined);
    };
    Ok(match regex.find_at(&searched, from)? {
        Some(found) => match_item(regex, &searched, found),
        None => Item::Undefined,
    })
}

/// What is no string is searched as JavaScript writes it.
fn searched(cx: &Evaluation, view: View<'_>) -> Result<Str, Error> {
    match view {
        View::Undefined => Ok(Str::from_static("undefined")),
        view => match view.as_str() {
            Some(text) => Ok(Str::from(text)),
            None => {
                let mut out = String::new();
                text::write(cx, view, &mut out)?;
                Ok(Str::from(out))
            }
        },
    }
}

/// `{match, start, end, groups, next}`. A group that took no part is `null`.
pub(in crate::jsonata) fn match_item(regex: &Arc<Regex>, text: &Str, found: Match) -> Item {
    let number = |position: Position| Item::number(position.unit as f64);
    let mut members = vec![
        (Str::from_static("match"), Item::string(found.text(text))),
        (Str::from_static("start"), number(found.start)),
        (Str::from_static("end"), number(found.end)),
        (Str::from_static("groups"), groups(text, &found)),
    ];
    let (regex, text) = (Arc::clone(regex), text.clone());
    let next = move |cx: &Evaluation, _| {
        cx.count(1)?;
        let next = regex.find_next(&text, &found)?;
        Ok(Tail::Done(next.map_or(Item::Undefined, |next| match_item(&regex, &text, next))))
    };
    members.push((Str::from_static("next"), Function::closure(0, None, next).into()));
    Item::object(members)
}

/// What the groups have matched; nothing for one that took no part.
pub(in crate::jsonata) fn groups(text: &str, found: &Match) -> Item {
    let group = |group: &Option<_>| match group {
        Some(range) => Item::string(found.group(text, Some(range))),
        None => Item::Undefined,
    };
    Item::array(found.groups.iter().map(group).collect())
}
