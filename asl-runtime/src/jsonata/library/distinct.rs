//! `$distinct`.
//!
//! Follows [`$distinct`](https://docs.jsonata.org/array-functions#distinct) of JSONata's
//! documentation.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, ListKind, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation, compare};
use crate::value::Value;

/// `$distinct(array)`
pub static DISTINCT: Builtin = Builtin {
    name: "distinct",
    signature: Signature::new(&[Parameter::ANY]),
    arity: 1,
    implementation: distinct,
};

fn distinct(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    if !array.is_array() || array.len() <= 1 {
        return Ok(array.to_item());
    }
    let hasher = RandomState::new();
    // Those of one hash are nearly always equal.
    let mut seen: HashMap<u64, Vec<View<'_>>> = HashMap::with_capacity(array.len());
    let mut results = Vec::new();
    for item in array.items() {
        let alike = seen.entry(hash(cx, &hasher, item)?).or_default();
        cx.count(1 + alike.len())?;
        if !alike.iter().any(|other| compare::equal(item, *other)) {
            alike.push(item);
            results.push(item.to_item());
        }
    }
    Ok(if is_sequence(array) { Item::sequence(results) } else { Item::array(results) })
}

fn is_sequence(array: View<'_>) -> bool {
    match array {
        View::List(list) => !matches!(list.kind, ListKind::Plain | ListKind::Constructed),
        View::Tuples(_) => true,
        _ => false,
    }
}

/// A number that equal values have in common.
fn hash(cx: &Evaluation, hasher: &RandomState, view: View<'_>) -> Result<u64, Error> {
    cx.check_stack()?;
    let mut state = hasher.build_hasher();
    match view {
        View::Undefined => 0_u8.hash(&mut state),
        View::Value(Value::Null) => 1_u8.hash(&mut state),
        View::Value(Value::Bool(truth)) => truth.hash(&mut state),
        // Of -0 as of 0.
        View::Value(Value::Number(number)) => (number.as_f64() + 0.0).to_bits().hash(&mut state),
        View::Value(Value::String(text)) => text.hash(&mut state),
        View::Function(_) => 2_u8.hash(&mut state),
        view if view.is_array() => {
            cx.count(view.len())?;
            for item in view.items() {
                hash(cx, hasher, item)?.hash(&mut state);
            }
        }
        view => {
            // In whatever order.
            let mut members = 0_u64;
            for (name, item) in view.members() {
                cx.count(1)?;
                members = members.wrapping_add(hasher.hash_one((name, hash(cx, hasher, item)?)));
            }
            members.hash(&mut state);
        }
    }
    Ok(state.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{evaluation, text};

    #[test]
    fn equal_values_are_one() {
        for (array, expected) in [
            (json!([1, 2, 1.0, "1", 0, -0.0]), "[1,2,\"1\",0]"),
            (
                json!([null, false, 0, "", [], {}, null, false, 0, "", [], {}]),
                "[null,false,0,\"\",[],{}]",
            ),
            (
                json!([{"a": 1, "b": [2]}, {"b": [2], "a": 1}, {"a": 1}]),
                "[{\"a\":1,\"b\":[2]},{\"a\":1}]",
            ),
            (json!([[1, 2], [2, 1], [1, 2]]), "[[1,2],[2,1]]"),
            (json!([1, 1]), "[1]"),
            (json!([]), "[]"),
            (json!("a"), "\"a\""),
        ] {
            assert_eq!(text(&DISTINCT, [array]), expected);
        }
    }

    #[test]
    fn sequences_stay_sequences() {
        let twice = Item::sequence(vec![json!(1).into(), json!(1).into()]);
        assert_eq!(text(&DISTINCT, [twice]), "1");
        assert_eq!(text(&DISTINCT, [Item::Undefined]), "undefined");
    }

    #[test]
    fn many_take_no_longer_each() {
        let cx = evaluation();
        let many: Vec<i32> = (0..100_000).collect();
        let found = DISTINCT.call(&cx, vec![json!(many).into()], View::Undefined).unwrap();
        assert_eq!(found.view().len(), 100_000);
    }
}
