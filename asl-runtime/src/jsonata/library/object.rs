//! `$keys`, `$lookup`, `$spread`, `$merge`, `$clone`.
//!
//! Follows [Object functions](https://docs.jsonata.org/object-functions) of JSONata's
//! documentation.

use std::collections::{HashMap, HashSet};

use super::text;
use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, ListKind, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation, MembersBuilder as Members, path, signature};
use crate::value::{Key, Object, Str, Value};

/// `$keys(object)`
pub static KEYS: Builtin = Builtin {
    name: "keys",
    signature: Signature::new(&[Parameter::ANY.or_context()]),
    arity: 1,
    implementation: keys,
};

/// `$lookup(object, key)`
pub static LOOKUP: Builtin = Builtin {
    name: "lookup",
    signature: Signature::new(&[Parameter::ANY.or_context(), Parameter::STRING]),
    arity: 2,
    implementation: |cx, arguments| lookup(cx, arguments.at(0), arguments.at(1)),
};

/// `$spread(object)`
pub static SPREAD: Builtin = Builtin {
    name: "spread",
    signature: Signature::new(&[Parameter::ANY.or_context()]),
    arity: 1,
    implementation: spread,
};

/// `$merge(array)`
pub static MERGE: Builtin = Builtin {
    name: "merge",
    signature: Signature::new(&[Parameter::array_of('o')]),
    arity: 1,
    implementation: |cx, arguments| merge(cx, arguments.at(0)),
};

/// `$clone(object)`
pub static CLONE: Builtin = Builtin {
    name: "clone",
    signature: Signature::new(&[Parameter::of_types("oam").or_context()]),
    arity: 1,
    implementation: clone,
};

fn keys(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let (mut seen, mut names) = (HashSet::new(), Vec::new());
    collect_keys(cx, arguments.at(0), &mut |name| {
        if seen.insert(name) {
            names.push(Item::from(name.clone()));
        }
    })?;
    Ok(Item::sequence(names))
}

fn collect_keys<'a>(
    cx: &Evaluation,
    view: View<'a>,
    add: &mut impl FnMut(&'a Str),
) -> Result<(), Error> {
    cx.check_stack()?;
    if view.is_array() {
        cx.count(view.len())?;
        return view.items().try_for_each(|item| collect_keys(cx, item, add));
    }
    for (name, _) in view.members() {
        cx.count(1)?;
        add(name);
    }
    Ok(())
}

/// `$lookup`: the member of an object; of an array the members of its items, in one sequence that
/// is not [settled](Item::settled) yet.
///
/// # Errors
/// Too many items.
pub fn lookup(cx: &Evaluation, view: View<'_>, name: View<'_>) -> Result<Item, Error> {
    let name = name.as_str().unwrap_or("undefined");
    if !view.is_array() {
        return Ok(member(view, name).to_item());
    }
    let mut found = Vec::new();
    members_of_items(cx, view, name, &mut found)?;
    Ok(Item::sequence(found))
}

fn member<'a>(view: View<'a>, name: &str) -> View<'a> {
    match view {
        View::Value(Value::Object(object)) => object.get(name).map_or(View::Undefined, View::Value),
        record => {
            let found = record.members().find(|(key, _)| key.as_str() == name);
            found.map_or(View::Undefined, |(_, item)| item)
        }
    }
}

fn members_of_items(
    cx: &Evaluation,
    array: View<'_>,
    name: &str,
    found: &mut Vec<Item>,
) -> Result<(), Error> {
    cx.check_stack()?;
    for item in array.items() {
        cx.count(1)?;
        if item.is_array() {
            members_of_items(cx, item, name, found)?;
            continue;
        }
        match member(item, name) {
            View::Undefined => {}
            value => {
                cx.count(value.len())?;
                found.extend(value.items().map(View::to_item));
                cx.check_length(found.len())?;
            }
        }
    }
    Ok(())
}

fn spread(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let view = arguments.at(0);
    if !view.is_array() && !view.is_object() {
        return Ok(view.to_item());
    }
    let mut items = Vec::new();
    spread_into(cx, view, &mut items)?;
    // Of the items of an array they are appended, which makes an array of them.
    Ok(if view.is_array() && !view.is_empty() { Item::array(items) } else { Item::sequence(items) })
}

fn spread_into(cx: &Evaluation, view: View<'_>, items: &mut Vec<Item>) -> Result<(), Error> {
    cx.check_stack()?;
    if view.is_array() {
        cx.count(view.len())?;
        return view.items().try_for_each(|item| spread_into(cx, item, items));
    }
    if view.is_object() {
        for (name, item) in view.members() {
            cx.count(1)?;
            items.push(Item::object(vec![(name.clone(), item.to_item())]));
        }
    } else if !view.is_undefined() {
        items.push(view.to_item());
    }
    cx.check_length(items.len())
}

/// `$merge`: the members of the objects of an array in one object, later ones in the place of
/// earlier ones of the same name.
///
/// # Errors
/// T0412: an item is no object. Too many members.
pub fn merge(cx: &Evaluation, array: View<'_>) -> Result<Item, Error> {
    if array.is_undefined() {
        return Ok(Item::Undefined);
    }
    let mut merged = None;
    for item in array.items() {
        match item {
            View::Value(Value::Object(object)) => add_members(cx, object, &mut merged)?,
            _ => return merge_slowly(cx, array),
        }
    }
    Ok(Item::Value(Value::Object(merged.unwrap_or_default())))
}

/// `$merge([a, b, …])`, of which the array need not be made where its parts are objects or nothing.
///
/// # Errors
/// As [`merge`], and those of the array.
pub fn merge_parts(cx: &Evaluation, parts: &[View<'_>]) -> Result<Item, Error> {
    let mut merged = None;
    for part in parts {
        match part {
            View::Undefined => {}
            View::Value(Value::Object(object)) => add_members(cx, object, &mut merged)?,
            _ => {
                let parts = parts.iter().map(|part| (part.to_item(), false));
                let array = path::collect_array(cx, parts, ListKind::Plain)?;
                return merge(cx, array.view());
            }
        }
    }
    Item::Value(Value::Object(merged.unwrap_or_default())).checked()
}

/// `$merge([base, {"name": value, …}])` of names that are known and differ: no object is made of
/// the second part.
///
/// # Errors
/// As [`merge`], and those of the object.
pub fn merge_members<const N: usize>(
    cx: &Evaluation,
    base: View<'_>,
    members: [(Key<'static>, Item); N],
) -> Result<Item, Error> {
    match base {
        View::Value(Value::Object(object)) if members.iter().all(|(_, item)| item.is_json()) => {
            count_members(cx, &members)?;
            let mut merged = object.clone();
            set_members(&mut merged, members);
            cx.check_length(merged.len())?;
            Item::Value(Value::Object(merged)).checked()
        }
        base => {
            let mut object = Members::with_capacity(N);
            members.into_iter().for_each(|(name, item)| object.push(name, item));
            merge_parts(cx, &[base, object.build()?.view()])
        }
    }
}

/// The steps of a merge of members with an object.
pub(in crate::jsonata) fn count_members(
    cx: &Evaluation,
    members: &[(Key<'static>, Item)],
) -> Result<(), Error> {
    let defined = members.iter().filter(|(_, item)| !item.is_undefined());
    cx.count(1 + defined.count())
}

/// Sets members that are JSON or nothing.
pub(in crate::jsonata) fn set_members(
    object: &mut Object,
    members: impl IntoIterator<Item = (Key<'static>, Item)>,
) {
    for (name, item) in members {
        if let Some(value) = item.into_value() {
            object.set(name, value);
        }
    }
}

fn add_members(cx: &Evaluation, object: &Object, merged: &mut Option<Object>) -> Result<(), Error> {
    match merged {
        None => {
            cx.count(1)?;
            *merged = Some(object.clone());
            Ok(())
        }
        Some(merged) => {
            cx.count(object.len())?;
            merged.merge(object);
            cx.check_length(merged.len())
        }
    }
}

/// [`merge`] where members are no JSON.
#[inline(never)]
fn merge_slowly(cx: &Evaluation, array: View<'_>) -> Result<Item, Error> {
    let mut positions = HashMap::new();
    let mut members: Vec<(Str, Item)> = Vec::new();
    for object in array.items() {
        if !object.is_object() {
            return Err(signature::wrong_items("merge", 1, 'o'));
        }
        for (name, item) in object.members() {
            cx.count(1)?;
            let position = *positions.entry(name).or_insert(members.len());
            match members.get_mut(position) {
                Some((_, old)) => *old = item.to_item(),
                None => members.push((name.clone(), item.to_item())),
            }
        }
        cx.check_length(members.len())?;
    }
    Ok(Item::object(members))
}

/// By way of the text: what is no JSON is lost.
fn clone(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let text = text::string(cx, arguments.at(0))?;
    match text.view().as_str() {
        Some(text) => {
            Ok(Item::Value(Value::from_json(text.as_bytes()).map_err(|_| Error::stack())?))
        }
        None => Ok(Item::Undefined),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::Function;
    use crate::jsonata::library::tests::{call_in, code, shown, text};

    fn record() -> Item {
        let members =
            vec![("a".into(), json!(1).into()), ("f".into(), Function::Builtin(&KEYS).into())];
        Item::object(members)
    }

    #[test]
    fn keys_are_names() {
        assert_eq!(text(&KEYS, [json!({"b": 1, "a": 2})]), "[\"b\",\"a\"]");
        assert_eq!(text(&KEYS, [json!({"b": 1})]), "\"b\"");
        assert_eq!(text(&KEYS, [json!([{"b": 1}, [{"a": 1, "b": 2}], 3])]), "[\"b\",\"a\"]");
        assert_eq!(text(&KEYS, [record()]), "[\"a\",\"f\"]");
        for none in [json!({}), json!([]), json!("abc"), json!(null)] {
            assert_eq!(text(&KEYS, [none]), "undefined");
        }
        let context = json!({"x": 1});
        assert_eq!(shown(&call_in(&KEYS, [] as [Item; 0], &context).unwrap()), "\"x\"");
    }

    #[test]
    fn lookup_finds_members() {
        let name = || json!("a");
        assert_eq!(text(&LOOKUP, [json!({"a": [1]}), name()]), "[1]");
        assert_eq!(
            text(&LOOKUP, [json!([{"a": [1, [2]]}, [{"a": 3}], {"b": 4}]), name()]),
            "[1,[2],3]"
        );
        assert_eq!(text(&LOOKUP, [json!([{"a": null}]), name()]), "null");
        assert_eq!(text(&LOOKUP, [json!([]), name()]), "undefined");
        assert_eq!(text(&LOOKUP, [json!("a"), name()]), "undefined");
        assert_eq!(text(&LOOKUP, [record(), name().into()]), "1");
        let context = json!({"a": 5});
        assert_eq!(shown(&call_in(&LOOKUP, [name()], &context).unwrap()), "5");
    }

    #[test]
    fn spread_makes_objects_of_members() {
        assert_eq!(text(&SPREAD, [json!({"a": 1, "b": 2})]), "[{\"a\":1},{\"b\":2}]");
        assert_eq!(text(&SPREAD, [json!({"a": 1})]), "{\"a\":1}");
        assert_eq!(text(&SPREAD, [json!([{"a": 1}])]), "[{\"a\":1}]");
        assert_eq!(
            text(&SPREAD, [json!([{"a": 1, "b": 2}, 3, [{"c": 4}, []], null])]),
            "[{\"a\":1},{\"b\":2},3,{\"c\":4},null]"
        );
        assert_eq!(text(&SPREAD, [json!([{}])]), "[]");
        assert_eq!(text(&SPREAD, [json!([])]), "undefined");
        assert_eq!(text(&SPREAD, [json!({})]), "undefined");
        assert_eq!(text(&SPREAD, [json!("a")]), "\"a\"");
    }

    #[test]
    fn merge_lets_later_members_win() {
        assert_eq!(
            text(&MERGE, [json!([{"a": 1, "b": 2}, {"b": 3, "c": 4}])]),
            "{\"a\":1,\"b\":3,\"c\":4}"
        );
        assert_eq!(text(&MERGE, [json!({"a": 1})]), "{\"a\":1}");
        assert_eq!(text(&MERGE, [json!([])]), "{}");
        assert_eq!(text(&MERGE, [Item::Undefined]), "undefined");
        let merged = Item::array(vec![record(), json!({"a": 2, "b": 3}).into()]);
        assert_eq!(text(&MERGE, [merged]), "{\"a\":2,\"f\":\"\",\"b\":3}");
        assert_eq!(code(&MERGE, [json!([{}, 1])]), "T0412");
        let cx = crate::jsonata::library::tests::evaluation();
        assert_eq!(merge(&cx, View::Value(&json!([{}, 1]))).unwrap_err().code(), "T0412");
    }

    #[test]
    fn clones_are_json() {
        assert_eq!(text(&CLONE, [json!({"a": [1, null]})]), "{\"a\":[1,null]}");
        assert_eq!(text(&CLONE, [record()]), "{\"a\":1,\"f\":\"\"}");
        assert_eq!(text(&CLONE, [Item::Undefined]), "undefined");
        assert_eq!(code(&CLONE, [json!("a")]), "T0410");
    }
}
