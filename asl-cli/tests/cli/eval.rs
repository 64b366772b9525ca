//! `asl eval`.

use crate::support::Folder;

#[test]
fn expressions_of_each_language() {
    let folder = Folder::new();
    let input = r#"{"items": [{"price": 1}, {"price": 2}], "id": "a"}"#;
    for (expression, value) in [
        ("$sum(items.price)", "3\n"),
        ("$states.input.id & '-b'", "\"a-b\"\n"),
        ("$$.items[-1].price", "2\n"),
        ("$.items[0].price", "1\n"),
        ("$.items[*].price", "[\n  1,\n  2\n]\n"),
        ("States.Format('{}!', $.id)", "\"a!\"\n"),
        ("States.ArrayLength($.items)", "2\n"),
    ] {
        let more: &[&str] = if expression.starts_with("$$") { &["--jsonata"] } else { &[] };
        let arguments = [&["eval", expression, "--input", input], more].concat();
        assert_eq!(folder.asl(&arguments).status(0).out, value, "{expression}");
    }
}

#[test]
fn variables_are_bound() {
    let folder = Folder::new();
    let done = folder.asl(&["eval", "$a + $b.c", "--bind", "a=1", "--bind", "b={\"c\": 2}"]);
    assert_eq!(done.status(0).out, "3\n");
    let done = folder.asl(&["eval", "$a", "--language", "jsonpath", "--bind", "a=[1]"]);
    assert_eq!(done.status(0).out, "[\n  1\n]\n");
    let done = folder.asl(&["eval", "$a", "--bind", "a"]).status(2);
    assert!(done.err.contains("NAME=JSON"), "{done}");
}

#[test]
fn nothing_is_no_output() {
    let done = Folder::new().asl(&["eval", "missing"]).status(0);
    assert_eq!(done.out, "");
    assert!(done.err.contains("no value"), "{done}");
}

#[test]
fn errors_show_their_place() {
    let folder = Folder::new();
    let done = folder.asl(&["eval", "1 + (2"]).status(1);
    assert!(done.err.contains("S0203") && done.err.contains('^'), "{done}");
    let done = folder.asl(&["eval", "$.items["]).status(1);
    assert!(done.err.contains("$.items[") && done.err.contains('^'), "{done}");
    let done = folder.asl(&["eval", "1 + 'a'"]).status(1);
    assert!(done.err.contains("T2002"), "{done}");
    let done = folder.asl(&["eval", "$.missing"]).status(1);
    assert!(done.err.contains("States."), "{done}");
    let done = folder.asl(&["eval", "1", "--input", "{"]).status(2);
    assert!(done.err.contains("--input"), "{done}");
}
