//! `$partition`, `$range`, `$hash`, `$uuid`, `$parse`: what Step Functions adds.
//!
//! Follows [JSONata functions provided by Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn).

use crate::jsonata::function::{Arguments, Builtin};
use crate::jsonata::item::{Item, View};
use crate::jsonata::signature::{Parameter, Signature};
use crate::jsonata::{Error, Evaluation, signature, step_functions};
use crate::value::Value;

/// `$partition(array, size)`
pub static PARTITION: Builtin = Builtin {
    name: "partition",
    signature: Signature::new(&[Parameter::ARRAY, Parameter::NUMBER]),
    arity: 2,
    implementation: partition,
};

/// `$range(first, last, step)`
pub static RANGE: Builtin = Builtin {
    name: "range",
    signature: Signature::new(&[Parameter::NUMBER, Parameter::NUMBER, Parameter::NUMBER]),
    arity: 3,
    implementation: range,
};

/// `$hash(text, algorithm)`
pub static HASH: Builtin = Builtin {
    name: "hash",
    signature: Signature::new(&[Parameter::STRING, Parameter::STRING]),
    arity: 2,
    implementation: |_, arguments| hash(arguments.at(0), arguments.at(1)),
};

/// `$uuid()`
pub static UUID: Builtin = Builtin {
    name: "uuid",
    signature: Signature::new(&[]),
    arity: 0,
    implementation: |cx, _| Ok(Item::string(step_functions::uuid(cx.random_bits()))),
};

/// `$parse(text)`
pub static PARSE: Builtin = Builtin {
    name: "parse",
    signature: Signature::new(&[Parameter::STRING]),
    arity: 1,
    implementation: |_, arguments| parse(arguments.at(0)),
};

/// The fraction of a size does not count, as with `States.ArrayPartition`.
fn partition(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let array = arguments.at(0);
    let (false, Some(size)) = (array.is_undefined(), integer(arguments.at(1))) else {
        return Ok(Item::Undefined);
    };
    if size < 1.0 {
        return Err(signature::mismatch("partition", 2));
    }
    cx.count(array.len())?;
    let items: Vec<Item> = array.items().map(View::to_item).collect();
    let pieces = items.chunks(size as usize).map(|piece| Item::array(piece.to_vec()));
    Ok(Item::array(pieces.collect()))
}

/// Fractions do not count, as with `States.ArrayRange`; the integers are a sequence.
fn range(cx: &Evaluation, arguments: &Arguments<'_>) -> Result<Item, Error> {
    let [first, last, step] = [0, 1, 2].map(|index| integer(arguments.at(index)));
    let (Some(first), Some(last), Some(step)) = (first, last, step) else {
        return Ok(Item::Undefined);
    };
    if step == 0.0 {
        return Err(signature::mismatch("range", 3));
    }
    // Negative if the step leads away from the last.
    let steps = ((last - first) / step).floor();
    if steps < 0.0 {
        return Ok(Item::sequence(Vec::new()));
    }
    let count = (steps as usize).saturating_add(1);
    cx.check_length(count)?;
    cx.count(count)?;
    let integers = (0..count).map(|index| Item::number(first + index as f64 * step));
    Ok(Item::sequence(integers.collect()))
}

fn integer(view: View<'_>) -> Option<f64> {
    view.as_f64().map(f64::trunc)
}

fn hash(text: View<'_>, algorithm: View<'_>) -> Result<Item, Error> {
    let (Some(text), Some(algorithm)) = (text.as_str(), algorithm.as_str()) else {
        return Ok(Item::Undefined);
    };
    let digest = step_functions::hash(text, algorithm);
    digest.map(Item::string).ok_or_else(|| signature::mismatch("hash", 2))
}

fn parse(text: View<'_>) -> Result<Item, Error> {
    match text.as_str().map(|text| Value::from_json(text.as_bytes())) {
        None => Ok(Item::Undefined),
        Some(Ok(value)) => Ok(Item::Value(value)),
        Some(Err(_)) => Err(signature::mismatch("parse", 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::library::tests::{code, message, text};

    #[test]
    fn arrays_are_cut_into_pieces() {
        for (array, size, pieces) in [
            (json!([0, 1, 2]), json!(2), "[[0,1],[2]]"),
            (json!([0, 1, 2]), json!(2.9), "[[0,1],[2]]"),
            (json!([0]), json!(5), "[[0]]"),
            (json!([]), json!(1), "[]"),
            (json!("a"), json!(1), "[[\"a\"]]"),
            (json!([1, 2]), json!(1e300), "[[1,2]]"),
        ] {
            assert_eq!(text(&PARTITION, [array, size]), pieces);
        }
        assert_eq!(text(&PARTITION, [Item::Undefined, json!(1).into()]), "undefined");
        for size in [json!(0), json!(0.9), json!(-1), json!("1"), json!(null)] {
            assert_eq!(code(&PARTITION, [json!([1]), size]), "T0410");
        }
    }

    #[test]
    fn integers_are_a_sequence() {
        for (first, last, step, integers) in [
            (0, 9, 3, "[0,3,6,9]"),
            (0, 6, 2, "[0,2,4,6]"),
            (0, 6, 4, "[0,4]"),
            (1, 9, 9, "1"),
            (3, 3, -1, "3"),
            (5, 1, -2, "[5,3,1]"),
            (5, 1, 2, "undefined"),
        ] {
            assert_eq!(text(&RANGE, [json!(first), json!(last), json!(step)]), integers);
        }
        assert_eq!(text(&RANGE, [json!(0.9), json!(2), json!(1.5)]), "[0,1,2]");
        assert_eq!(code(&RANGE, [json!(0), json!(2), json!(0.5)]), "T0410");
        for last in [1e9, 1e300] {
            let refused = message(&RANGE, [json!(0), json!(last), json!(1)]);
            assert!(refused.contains("memory limit exceeded"), "{refused}");
        }
    }

    #[test]
    fn texts_are_read_as_json() {
        assert_eq!(text(&PARSE, [json!("{\"a\": [1, -0]}")]), "{\"a\":[1,0]}");
        assert_eq!(text(&PARSE, [json!("null")]), "null");
        assert_eq!(text(&PARSE, [Item::Undefined]), "undefined");
        assert_eq!(code(&PARSE, [json!("{")]), "T0410");
    }

    #[test]
    fn texts_have_digests() {
        let digest = text(&HASH, [json!("abc"), json!("MD5")]);
        assert_eq!(digest, "\"900150983cd24fb0d6963f7d28e17f72\"");
        assert_eq!(code(&HASH, [json!("abc"), json!("CRC")]), "T0410");
    }

    #[test]
    fn uuids_are_of_version_four() {
        let uuid = text(&UUID, [] as [Item; 0]);
        assert_eq!((uuid.len(), uuid.get(15..16)), (38, Some("4")));
    }
}
