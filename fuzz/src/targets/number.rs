//! Numbers: read, written, and compared in pairs.

use std::cmp::Ordering;

use asl_runtime::Value;
use asl_runtime::value::Number;

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "number",
    words: &["9007199254740993", "9223372036854775808", "e", "E-", ".", "1e-320", "4.9e-324"],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [a, b] = parts(input);
    let read = |text: &str| match Value::from_json(text.as_bytes()) {
        Ok(Value::Number(number)) => Some(number),
        _ => None,
    };
    let (Some(x), Some(y)) = (read(&a), read(&b)) else { return "no numbers".to_owned() };
    for (number, text) in [(x, a.trim()), (y, b.trim())] {
        is_exact(number, text);
    }
    let order = x.cmp(&y);
    assert_eq!(order, simple_order(x, y), "{a} {b}");
    assert_eq!(order.reverse(), y.cmp(&x), "{a} {b}");
    assert_eq!(order.is_eq(), x == y, "{a} {b}");
    format!("{order:?} {x} {y}")
}

/// What Rust's own parsers make of the text; and it is written so that it is read back.
fn is_exact(number: Number, text: &str) {
    if let Some(integer) = number.as_i64() {
        assert!(text.parse() == Ok(integer) || (text == "-0" && integer == 0), "{text} {integer}");
    } else if let Some(integer) = number.as_u64() {
        assert_eq!(text.parse(), Ok(integer), "{text}");
    } else {
        assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok(number.as_f64().to_bits()), "{text}");
    }
    let again = Value::from_json(number.to_string().as_bytes());
    assert_eq!(again, Ok(Value::Number(number)), "{text}");
}

/// Compares an integer and a float by the integer's neighbours.
fn simple_order(a: Number, b: Number) -> Ordering {
    let integer = |number: Number| {
        number.as_i64().map(i128::from).or_else(|| number.as_u64().map(i128::from))
    };
    match (integer(a), integer(b)) {
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(a), None) => with_float(a, b.as_f64()),
        (None, Some(b)) => with_float(b, a.as_f64()).reverse(),
        (None, None) => a.as_f64().partial_cmp(&b.as_f64()).unwrap_or(Ordering::Equal),
    }
}

fn with_float(integer: i128, float: f64) -> Ordering {
    // A float beyond the range of `i128` becomes its end, beyond all integers of 64 bits.
    integer.cmp(&(float.floor() as i128)).then(if float.fract() == 0.0 {
        Ordering::Equal
    } else {
        Ordering::Less
    })
}
