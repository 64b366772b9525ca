//! Data that machines are started with, and that their tasks answer.

use sfn::value::{Array, Object};
use sfn::{Value, json};

use crate::differential::random::Random;

const WORDS: &[&str] = &["apple", "Ann", "b-c", "x y", "17", "größe", "", "a,b;c", "A*", "zebra"];
const TIMES: &[&str] = &[
    "2025-01-01T12:00:02Z",
    "2025-01-01T12:00:01.500Z",
    "2024-12-31T23:59:59Z",
    "2025-01-01T14:00:00+02:00",
];
const TEXTS: &[&str] = &["{\"a\":1,\"b\":[true,null]}", "[1,2.5,\"x\"]", "{\"sku\":\"A1\"}", "-0"];

/// Makes a value.
type Make = fn(&mut Random) -> Value;

pub(super) fn word(random: &mut Random) -> String {
    random.one_of(WORDS).to_owned()
}

pub(super) fn time(random: &mut Random) -> String {
    random.one_of(TIMES).to_owned()
}

pub(super) fn json_text(random: &mut Random) -> String {
    random.one_of(TEXTS).to_owned()
}

pub(super) fn integer(random: &mut Random) -> i64 {
    let small = i64::try_from(random.below(8)).unwrap_or_default();
    match random.below(20) {
        0 => -small,
        1 => small * 100_000_007,
        _ => small,
    }
}

pub(super) fn number(random: &mut Random) -> Value {
    if random.percent(70) {
        return integer(random).into();
    }
    random.one_of(&[0.5, 2.5, -1.5, 3.0, 1e21, 0.1]).into()
}

/// A value without members.
pub(super) fn scalar(random: &mut Random) -> Value {
    match random.below(7) {
        0 | 1 => number(random),
        2 | 3 => word(random).into(),
        4 => random.percent(50).into(),
        5 => time(random).into(),
        _ => Value::Null,
    }
}

/// An object with members of many kinds.
pub(super) fn document(random: &mut Random) -> Value {
    let mut object = Object::new();
    let members: &[(&str, Make)] = &[
        ("id", |random| word(random).into()),
        ("n", |random| integer(random).into()),
        ("price", number),
        ("ok", |random| random.percent(50).into()),
        ("none", |_| Value::Null),
        ("when", |random| time(random).into()),
        ("seconds", |random| i64::try_from(random.between(1, 3)).unwrap_or_default().into()),
        ("tags", |random| several(random, |random| word(random).into())),
        ("items", |random| several(random, item)),
        ("list", |random| several(random, number)),
        ("mixed", |random| several(random, scalar)),
        ("nested", |random| json!({ "a": { "b": several(random, scalar), "c": scalar(random) } })),
        ("user", |random| json!({ "name": word(random), "mail": word(random), "age": 17 })),
        ("text", |random| json_text(random).into()),
        ("b-c", scalar),
        ("o'k", scalar),
        ("matrix", |random| several(random, |random| several(random, number))),
    ];
    let first = random.below(members.len());
    let count = random.between(7, 12);
    for (name, make) in members.iter().cycle().skip(first).take(count) {
        object.insert(*name, make(random));
    }
    object.into()
}

fn item(random: &mut Random) -> Value {
    json!({ "sku": word(random), "qty": integer(random), "price": number(random), "gift": scalar(random) })
}

fn several(random: &mut Random, make: Make) -> Value {
    let count = random.between(1, 4);
    (0..count).map(|_| make(random)).collect::<Array>().into()
}

/// A value of the same shape with other content; this many times of a hundred a member of it is
/// missing or of another kind.
pub(super) fn vary(value: &Value, broken: usize, random: &mut Random) -> Value {
    if random.below(1000) < broken * 10 {
        return scalar(random);
    }
    if random.percent(40) {
        return value.clone();
    }
    match value {
        Value::Null => Value::Null,
        Value::Bool(_) => random.percent(50).into(),
        // What was a small number may say how long to wait.
        Value::Number(number) if number.as_i64().is_some_and(|n| (1..10).contains(&n)) => {
            i64::try_from(random.between(1, 6)).unwrap_or_default().into()
        }
        Value::Number(number) if number.is_integer() => integer(random).into(),
        Value::Number(_) => number(random),
        Value::String(text) if TIMES.contains(&text.as_str()) => time(random).into(),
        Value::String(text) if TEXTS.contains(&text.as_str()) => json_text(random).into(),
        Value::String(_) => word(random).into(),
        Value::Array(items) => {
            let mut varied: Vec<Value> =
                items.iter().map(|item| vary(item, broken, random)).collect();
            match random.below(6) {
                0 if varied.len() > 1 || random.percent(broken) => drop(varied.pop()),
                1 => varied.extend(items.iter().next().cloned()),
                _ => {}
            }
            varied.into()
        }
        Value::Object(members) => {
            let mut varied = Object::new();
            for (name, value) in members.iter() {
                if random.below(1000) >= broken * 5 {
                    varied.insert(name.clone(), vary(value, broken, random));
                }
            }
            varied.into()
        }
    }
}

/// An input like another one: an object stays one.
pub(super) fn vary_members(input: &Value, broken: usize, random: &mut Random) -> Value {
    let Some(members) = input.as_object() else { return vary(input, broken, random) };
    let mut varied = Object::new();
    for (name, value) in members.iter() {
        varied.insert(name.clone(), vary(value, broken, random));
    }
    varied.into()
}
