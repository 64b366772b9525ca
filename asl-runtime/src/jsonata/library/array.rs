//! `$append`, `$reverse`, `$shuffle`, `$zip`.
//!
//! Follows [Array functions](https://docs.jsonata.org/array-functions) of JSONata's documentation.

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::path;
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation};

/// `$append(first, second)`
pub static APPEND: Builtin = Builtin {
    name: "append",
    signature: Signature::new(&[Parameter::ANY, Parameter::ANY]),
    arity: 2,
    implementation: |cx, arguments| {
        append(cx, arguments.at(0).to_item(), arguments.at(1).to_item())
    },
};

/// `$reverse(array)`
pub static REVERSE: Builtin = Builtin {
    name: "reverse",
    signature: Signature::new(&[Parameter::ARRAY]),
    arity: 1,
    implementation: reverse,
};

/// `$shuffle(array)`
pub static SHUFFLE: Builtin = Builtin {
    name: "shuffle",
    signature: Signature::new(&[Parameter::ARRAY]),
    arity: 1,
    implementation: shuffle,
};

/// `$zip(array, …)`
pub static ZIP: Builtin = Builtin {
    name: "zip",
    signature: Signature::new(&[Parameter::ARRAY.repeated()]),
    arity: 0,
    implementation: zip,
};

/// `$append`: the items of two values in one array; one of them alone as it is.
///
/// # Errors
/// Too many items.
pub fn append(cx: &Evaluation, first: Item, second: Item) -> Result<Item, Error> {
    let appended = path::append(first, second);
    let length = appended.view().len();
    // To copy items is little work.
    cx.count(length / 8)?;
    cx.check_length(length)?;
    Ok(appended)
}

fn reverse(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    if array.is_undefined() || array.len() <= 1 {
        return Ok(array.to_item());
    }
    let mut items = items(cx, array)?;
    items.reverse();
    Ok(Item::array(items))
}

/// Fisher and Yates's, inside out.
fn shuffle(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    if array.is_undefined() || array.len() <= 1 {
        return Ok(array.to_item());
    }
    let mut items = items(cx, array)?;
    for index in 0..items.len() {
        items.swap(index, (cx.random() * (index + 1) as f64) as usize);
    }
    Ok(Item::array(items))
}

fn zip(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let arrays: Vec<View<'_>> = arguments.items.iter().map(Item::view).collect();
    let length = |array: &View<'_>| if array.is_array() { array.len() } else { 0 };
    let length = arrays.iter().map(length).min().unwrap_or(0);
    let size = length.saturating_mul(arrays.len());
    cx.count(size)?;
    cx.check_length(size)?;
    let tuple = |index| Item::array(arrays.iter().map(|array| array.at(index).to_item()).collect());
    Ok(Item::array((0..length).map(tuple).collect()))
}

fn items(cx: &Evaluation, array: View<'_>) -> Result<Vec<Item>, Error> {
    cx.count(array.len())?;
    Ok(array.items().map(View::to_item).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{code, text};

    #[test]
    fn append_joins_values() {
        for (first, second, expected) in [
            (json!([1, 2]), json!([3]), "[1,2,3]"),
            (json!(1), json!([]), "[1]"),
            (json!(1), json!(2), "[1,2]"),
            (json!([]), json!([]), "[]"),
            (json!(null), json!([[1]]), "[null,[1]]"),
        ] {
            assert_eq!(text(&APPEND, [first, second]), expected);
        }
        assert_eq!(text(&APPEND, [Item::Undefined, json!(1).into()]), "1");
        assert_eq!(text(&APPEND, [json!(1).into(), Item::Undefined]), "1");
        assert_eq!(text(&APPEND, [Item::Undefined, Item::Undefined]), "undefined");
    }

    #[test]
    fn reverse_turns_arrays() {
        assert_eq!(text(&REVERSE, [json!([1, [2], "3"])]), "[\"3\",[2],1]");
        assert_eq!(text(&REVERSE, [json!([1])]), "[1]");
        assert_eq!(text(&REVERSE, [json!(1)]), "[1]");
        assert_eq!(text(&REVERSE, [Item::sequence(vec![json!(1).into()])]), "1");
        assert_eq!(text(&REVERSE, [Item::Undefined]), "undefined");
    }

    #[test]
    fn shuffle_keeps_the_items() {
        let cx = crate::jsonata::library::tests::evaluation();
        let numbers: Vec<i32> = (0..100).collect();
        let array = Item::from(json!(numbers.clone()));
        let shuffled = SHUFFLE.call(&cx, vec![array], View::Undefined).unwrap();
        let mut found: Vec<i32> =
            shuffled.view().items().map(|item| item.as_f64().unwrap() as i32).collect();
        assert_ne!(found, numbers);
        found.sort_unstable();
        assert_eq!(found, numbers);
    }

    #[test]
    fn zip_is_as_long_as_the_shortest() {
        assert_eq!(text(&ZIP, [json!([1, 2, 3]), json!([4, [5]]), json!("ab")]), "[[1,4,\"ab\"]]");
        assert_eq!(text(&ZIP, [json!([1, 2, 3]), json!([4, [5]])]), "[[1,4],[2,[5]]]");
        assert_eq!(text(&ZIP, [json!([1, 2])]), "[[1],[2]]");
        assert_eq!(text(&ZIP, [Item::Undefined, json!([1]).into()]), "[]");
        assert_eq!(code(&ZIP, [] as [Item; 0]), "T0410");
    }
}
