//! What becomes of each expression: the table in `docs/dsl.md`.

use super::super::names::Names;
use super::translate;

/// Names with types: an `order` whose fields are not seen, and others.
fn names() -> Names {
    let mut names = Names::default();
    for (name, ty) in [
        ("order", "Order"),
        ("count", "u64"),
        ("weight", "f64"),
        ("single", "f32"),
        ("id", "String"),
        ("paid", "bool"),
        ("tags", "Vec<String>"),
        ("orders", "Vec<Order>"),
        ("note", "Option<String>"),
        ("limit", "Option<u64>"),
        ("in", "u8"),
    ] {
        let path = format!("$states.input.{}", super::step(name));
        names.typed(name, path, &syn::parse_str(ty).unwrap());
    }
    names.error("e");
    names
}

fn jsonata(text: &str) -> Option<String> {
    let expression = syn::parse_str(text).unwrap();
    let (translated, _) = translate(&expression, &names())?;
    Some(translated.text.replace("$states.input.", "."))
}

#[test]
fn expressions_that_mean_the_same() {
    for (rust, expected) in [
        ("(&order).id.clone()", ".order.id"),
        ("order.r#in", ".order.`in`"),
        ("e.error", "$states.errorOutput.Error"),
        ("e.cause.clone()", "$states.errorOutput.Cause"),
        ("\"a\\\"\\u{1f4e6}\\n\"", "\"a\\\"\u{1f4e6}\\u000a\""),
        ("'c'", "\"c\""),
        ("1_000u64", "1000"),
        ("1e3", "1000.0"),
        ("2f64", "2.0"),
        ("None", "null"),
        ("Some(id.as_str().to_owned())", ".id"),
        ("String::from(\"a\")", "\"a\""),
        ("String::new()", "\"\""),
        ("Vec::new()", "[]"),
        ("id.into()", ".id"),
        ("i64::from(count) + 1", ".count + 1"),
        ("count as f64 / weight", ".count / .weight"),
        ("order.a + 1 - (order.b - count) * -2", ".order.a + 1 - (.order.b - .count) * -2"),
        ("count % 2 == 1", ".count % 2 = 1"),
        ("weight / 2.0", ".weight / 2.0"),
        ("order.weight / 2.0", ".order.weight / 2.0"),
        ("!(paid && order.a || count >= 3)", "$not(.paid and .order.a or .count >= 3)"),
        ("(paid || order.a) && !paid", "(.paid or .order.a) and $not(.paid)"),
        ("(count > 1) == paid", "(.count > 1) = .paid"),
        ("id + \"-\" + &order.id", ".id & \"-\" & .order.id"),
        ("order.id + \"-\"", ".order.id & \"-\""),
        ("format!(\"{id}-{}\", count + 1)", "\"\" & .id & \"-\" & (.count + 1)"),
        ("format!(\"{{}}\")", "\"{}\""),
        ("count.to_string()", "$string(.count)"),
        ("if paid { 1 } else if order.a { 2 } else { 3 }", "(.paid ? 1 : (.order.a ? 2 : 3))"),
        ("Line { a: count, r#type: note }", "{\"a\": .count, \"type\": .note}"),
        ("vec![count, 2]", "[.count, 2]"),
        ("[limit, Some(3)]", "[.limit, 3]"),
        ("note.is_none()", "$not(.note != null)"),
        ("order.note.is_some()", ".order.note != null"),
        ("limit.unwrap_or(3) + 1", "(.limit != null ? .limit : 3) + 1"),
        ("tags.len() > 2", "$count(.tags) > 2"),
        ("id.is_empty()", ".id = \"\""),
        ("tags.is_empty()", "$count(.tags) = 0"),
        (
            "order.a.is_empty() && paid",
            "(.order.a = \"\" or .order.a = [] or .order.a = {}) and .paid",
        ),
        ("id.contains(\"b\")", "$contains(.id, \"b\")"),
        ("tags.contains(&id)", ".id in .tags"),
        ("order.id.starts_with(\"x-\")", "$substring(.order.id, 0, 2) = \"x-\""),
        ("id.ends_with('é')", "$substring(.id, -1) = \"é\""),
    ] {
        assert_eq!(jsonata(rust).as_deref(), Some(expected), "{rust}");
    }
}

#[test]
fn expressions_that_may_mean_something_else() {
    for rust in [
        "unknown",
        "e",
        "e.other",
        "count / 2",
        "order.a / order.b",
        "order.a + &order.b",
        "id < \"b\".to_owned()",
        "paid < true",
        "!count",
        "single + 1.0",
        "single == 0.5",
        "note == limit",
        "order.name.len()",
        "id.len()",
        "order.tags.contains(&id)",
        "orders.contains(&order)",
        "[tags]",
        "count as u8",
        "order.a as f64",
        "order.into()",
        "9007199254740993",
        "0.5f32",
        "Kind::A { a: 1 }",
        "Line { a: 1, ..order }",
        "format!(\"{:>3}\", count)",
        "format!(\"{0}\", count)",
        "format!(\"{weight}\")",
        "weight.to_string()",
        "order.first()",
        "id.ends_with(\"\")",
        "match count { _ => 1 }",
        "{ let a = 1; a }",
        "if let Some(a) = limit { 1 } else { 2 }",
        "(count, 1)",
        "Kind::A",
    ] {
        assert_eq!(jsonata(rust), None, "{rust}");
    }
}
