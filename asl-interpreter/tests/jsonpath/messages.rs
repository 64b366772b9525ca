//! What definite paths say that lead nowhere.

use super::{compile, evaluate, json};
use asl_runtime::Failure;

#[test]
fn says_where_a_path_ends() {
    let document = json(r#"{"a": {"b": [1]}}"#);
    for (path, detail) in [
        ("$.no['x','y']", "No results for path: $['no']"),
        ("$.no.such['x','y']", "Missing property in path $['no']"),
        (
            "$.a.b['x','y']",
            "Expected to find an object with property ['x','y'] in path $['a']['b'] but found an \
             array.",
        ),
    ] {
        let error = evaluate(path, &document).unwrap_err();
        assert_eq!(error, format!("Invalid path '{path}' : {detail}"));
        assert!(!compile(path).is_present(&document).unwrap());
    }
}

#[test]
fn says_which_field_asked() {
    let input = json(r#"{"a":1}"#);
    let path = compile("$.a['b','c']");
    let cause = |result: Result<_, Failure>| match result {
        Ok(value) => panic!("{value}"),
        Err(failure) => failure.cause().unwrap().to_owned(),
    };
    assert_eq!(
        cause(path.required_for_field(&input, "k.$", &input)),
        "The JSONPath '$.a['b','c']' specified for the field 'k.$' could not be found in the \
         input '{\"a\":1}'"
    );
    assert!(
        cause(path.required_for_argument(&input, "States.Array(…)", &input))
            .contains("States.Array(…)")
    );
    assert!(cause(path.required_for_choice(&input)).contains("condition path"));
    assert!(cause(path.required_for_wait(&input, "SecondsPath")).contains("SecondsPath"));
}
