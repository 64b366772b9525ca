//! What random expressions have shown to differ from the reference implementation, version 2.0.6.

use asl_interpreter::Expression;
use asl_runtime::Value;
use asl_runtime::jsonata::{Evaluation, Item, Limits};

const DATA: &str =
    r#"{"b": [], "c": [[]], "x": {"a": [1]}, "y": {"a": [1], "b": 2}, "z": {"a": 1}}"#;

/// The text of an expression's value.
fn value(expression: &str) -> String {
    let query = match asl_lang::compile_expression(expression, &[]) {
        Ok(query) => query,
        Err(error) => return format!("{:?}", error.code),
    };
    let input = Value::from_json(DATA.as_bytes()).map(Item::from).unwrap_or_default();
    let cx = Evaluation::new(Limits::default(), 0, 0);
    match Expression::new(&query).evaluate(&cx, input, &[]) {
        Ok(item) => item.into_value().map_or("undefined".to_owned(), |value| value.to_string()),
        Err(error) => error.code().to_owned(),
    }
}

#[test]
fn values_of_a_wildcard_that_were_in_arrays_are_no_sequence() {
    for (expression, expected) in [
        ("x.*", "[1]"),
        ("y.*", "[1,2]"),
        ("z.*", "1"),
        ("x.*.$", "1"),
        ("x.*[0]", "1"),
        ("$count(x.*)", "1"),
        ("nope.*", "undefined"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn an_only_descendant_is_no_sequence() {
    for (expression, expected) in
        [("z.a.**", "1"), ("z.a.**[]", "[1]"), ("z.**[]", r#"[{"a":1},1]"#), ("b.**", "undefined")]
    {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn a_path_finds_nothing_in_what_is_left_of_an_array_that_was_made() {
    for (expression, expected) in [
        ("[z][0].a", "undefined"),
        ("[z, z][a = 1].a", "[1,1]"),
        ("[1, z][a].a", "undefined"),
        ("[[z]][0].a", "1"),
        ("([z, z][0]).a", "1"),
        (r#"[z][0].a{"k": 1}"#, r#"{"k":1}"#),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}

#[test]
fn the_same_object_is_in_an_array_but_no_other() {
    for (expression, expected) in [
        ("z in [z, 1]", "true"),
        ("$ in [$]", "true"),
        (r#"z in [{"a": 1}]"#, "false"),
        ("($a := [z]; $a in [[$a]])", "false"),
    ] {
        assert_eq!(value(expression), expected, "{expression}");
    }
}
