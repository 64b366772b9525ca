//! Documents for expressions to find things in.

use sfn::Value;

use crate::differential::random::Random;

/// The names of members: few, so that paths meet the same ones at several places.
pub(super) const NAMES: [&str; 10] =
    ["a", "b", "c", "id", "name", "price", "qty", "tags", "items", "x y"];

const STRINGS: [&str; 14] = [
    "",
    "a",
    "b",
    "abc",
    "Hello World",
    "10",
    "-1.5",
    "é",
    "日本",
    "😀x",
    "a,b;c",
    "  pad \t x ",
    "2024-02-29T12:30:00.000Z",
    "true",
];

const NUMBERS: [f64; 14] =
    [0.0, 1.0, 2.0, 3.0, -1.0, 10.0, 0.5, -2.5, 1e21, 1e-7, 123_456_789.0, 0.1, 2.5, 100.0];

/// A document: an object, mostly.
pub(super) fn document(random: &mut Random) -> Value {
    match random.below(12) {
        0 => array(random, 3),
        1 => scalar(random),
        _ => object(random, 4),
    }
}

/// A value in at most so many levels.
fn value(random: &mut Random, levels: usize) -> Value {
    if levels == 0 {
        return scalar(random);
    }
    match random.below(10) {
        0..=3 => scalar(random),
        4..=6 => array(random, levels - 1),
        _ => object(random, levels - 1),
    }
}

pub(super) fn scalar(random: &mut Random) -> Value {
    match random.below(9) {
        0..=3 => number(random),
        4..=6 => Value::from(random.one_of(&STRINGS)),
        7 => Value::from(random.percent(50)),
        _ => Value::Null,
    }
}

fn number(random: &mut Random) -> Value {
    let float = random.one_of(&NUMBERS);
    if float.fract() == 0.0 && float.abs() < 1e15 {
        Value::from(float as i64)
    } else {
        Value::from(float)
    }
}

/// An array, mostly of items of one shape.
fn array(random: &mut Random, levels: usize) -> Value {
    let length = random.one_of(&[0, 1, 1, 2, 2, 3, 3, 4, 5]);
    let items: Vec<Value> = match random.below(10) {
        0..=4 if levels > 0 => {
            let names = names(random);
            (0..length).map(|_| object_of(random, &names, levels - 1)).collect()
        }
        5 | 6 => (0..length).map(|_| number(random)).collect(),
        7 => (0..length).map(|_| Value::from(random.one_of(&STRINGS))).collect(),
        8 if levels > 0 => (0..length).map(|_| array(random, levels - 1)).collect(),
        _ => (0..length).map(|_| value(random, levels.saturating_sub(1))).collect(),
    };
    Value::from(items)
}

fn object(random: &mut Random, levels: usize) -> Value {
    let names = names(random);
    object_of(random, &names, levels)
}

fn names(random: &mut Random) -> Vec<&'static str> {
    let mut names: Vec<&str> = Vec::new();
    for _ in 0..random.one_of(&[0, 1, 2, 3, 3, 4, 4, 5]) {
        let name = random.one_of(&NAMES);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn object_of(random: &mut Random, names: &[&'static str], levels: usize) -> Value {
    let mut members = Vec::new();
    for name in names {
        // Some items of an array lack what others have.
        if !random.percent(8) {
            members.push(((*name).to_owned(), value(random, levels)));
        }
    }
    Value::Object(members.into_iter().collect())
}
