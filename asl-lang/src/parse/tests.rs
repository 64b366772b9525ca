//! Tests of the parser: findings with their places and what they underline, and the tree.

use crate::ast::{
    Dynamic, IntegrationPattern, PayloadTemplate, ResourceKind, StateKind, Transition,
};
use crate::diagnostic::Diagnostics;
use crate::json::{Substitutions, read};
use crate::source::Source;
use crate::validate::testing::{shown, states, task};

/// The tree of a definition without findings.
fn tree(text: &str) -> crate::ast::StateMachine {
    let source = Source::new("test.asl.json", text);
    let mut diagnostics = Diagnostics::new();
    let document = read(&source, &Substitutions::new(), false, &mut diagnostics);
    let machine = super::parse(&document.root.unwrap(), &source, false, &mut diagnostics);
    assert_eq!(diagnostics.into_vec(), []);
    machine.unwrap()
}

#[test]
fn not_an_object() {
    let expected = "Definition must be a valid JSON object <[1]> (this is an array) [write `{ \"StartAt\": …, \"States\": { … } }`]";
    assert_eq!(shown("[1]"), [expected]);
}

#[test]
fn missing_fields() {
    let expected =
        "/: These fields are required: [States, StartAt] <{}> [add `States` and `StartAt`]";
    assert_eq!(shown("{}"), [expected]);
    let found = states(r#""A": {"Next": "A"}"#);
    assert_eq!(found, [r#"/States/A: These fields are required: [Type] <"A"> [add `Type`]"#]);
    let found = states(r#""A": {"Type": "Choice"}"#);
    assert_eq!(found, [r#"/States/A: These fields are required: [Choices] <"A"> [add `Choices`]"#]);
}

#[test]
fn unknown_fields() {
    let found = states(r#""A": {"Type": "Pass", "Inputpath": "$", "End": true}"#);
    let expected = "/States/A: Field 'Inputpath' is not supported <\"Inputpath\"> \
                    (a Pass state has no such field) [did you mean `InputPath`?]";
    assert_eq!(found, [expected]);
    let found = states(r#""A": {"Type": "Fail", "Catch": []}"#);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("/States/A: Field 'Catch' is not supported"));
}

#[test]
fn unknown_type() {
    let found = states(r#""A": {"Type": "task"}"#);
    let expected = "/States/A/Type: The field 'Type' should have one of these values: [Task, Wait, \
                    Pass, Succeed, Fail, Choice, Parallel, Map] <\"task\"> (this is none of them) [did you mean `Task`?]";
    assert_eq!(found, [expected]);
}

#[test]
fn wrong_types() {
    let found = task(r#""TimeoutSeconds": "5", "InputPath": 1, "Retry": {}, "Comment": null"#);
    assert_eq!(
        found,
        [
            "/States/A/TimeoutSeconds: `TimeoutSeconds` takes an integer, not a string <\"5\"> \
             (an integer is expected here) [write it without quotes: `5`]",
            "/States/A/InputPath: `InputPath` takes a string, not a number <1> \
             (a string is expected here)",
            "/States/A/Retry: `Retry` takes an array, not an object <{}> \
             (an array is expected here)",
            "/States/A/Comment: `Comment` takes a string, not null <null> \
             (a string is expected here)",
        ]
    );
}

#[test]
fn texts_in_the_place_of_values() {
    for (fields, help) in [
        (
            r#""TimeoutSeconds": "$.t""#,
            "[name the field `TimeoutSecondsPath` to have the value read from there]",
        ),
        (
            r#""TimeoutSeconds": "{% 1 %}""#,
            "[expressions are for JSONata states: set `\"QueryLanguage\": \"JSONata\"`]",
        ),
        (
            r#""Retry": [{"ErrorEquals": ["E"], "BackoffRate": "1.5"}]"#,
            "[write it without quotes: `1.5`]",
        ),
        (
            r#""Retry": [{"ErrorEquals": ["E"], "MaxAttempts": "many"}]"#,
            "(an integer is expected here)",
        ),
    ] {
        let found = task(fields);
        assert!(found.len() == 1 && found[0].ends_with(help), "{found:#?}");
    }
    let retry = r#""Retry": [{"ErrorEquals": ["E"], "MaxAttempts": "{% 1 %}"}]"#;
    let found = task(&format!(r#""QueryLanguage": "JSONata", {retry}"#));
    assert!(found[0].ends_with("[nothing is computed here: write a constant]"), "{found:#?}");
}

#[test]
fn items_of_a_jsonata_map() {
    let items = |items: &str| {
        let mut found = states(&format!(
            r#""A": {{"Type": "Map", "QueryLanguage": "JSONata", "Items": {items}, "End": true,
                 "ItemProcessor": {{"StartAt": "B", "States": {{"B": {{"Type": "Succeed"}}}}}}}}"#
        ));
        found.retain(|finding| !finding.contains("not supported yet"));
        found
    };
    for fits in [r#""{% $states.input %}""#, r#"[1, "{% 2 %}"]"#, r#"{"a": 1}"#] {
        assert_eq!(items(fits), [""; 0], "{fits}");
    }
    let expected = "/States/A/Items: `Items` takes an array or a `{% … %}` expression, not a string \
                    <\"$.a\"> (an array or a `{% … %}` expression is expected here) [write it \
                    as an expression: `{% $states.input.a %}`]";
    assert_eq!(items(r#""$.a""#), [expected]);
    assert_eq!(items("1").len(), 1);
}

#[test]
fn rules_of_the_other_query_language() {
    let choice = |language: &str, rule: &str| {
        let mut found = states(&format!(
            r#""A": {{"Type": "Choice", "QueryLanguage": "{language}", "Choices": [{rule}]}},
               "B": {{"Type": "Succeed"}}"#
        ));
        found.retain(|finding| !finding.contains("not supported yet"));
        found
    };
    let rule = r#"{"Variable": "$.a", "StringEquals": "b", "Next": "B"}"#;
    let expected = "/States/A/Choices[0]: The QueryLanguage is set to 'JSONata', but field \
                    'Variable' is only supported for the 'JSONPath' QueryLanguage <\"Variable\"> (a JSONata state has no such field here) [write the test as a `Condition`, as `{% $states.input.total > 100 %}`]";
    assert_eq!(choice("JSONata", rule), [expected]);
    let rule = r#"{"Condition": "{% true %}", "Next": "B"}"#;
    let expected = "/States/A/Choices[0]: The QueryLanguage is set to 'JSONPath', but field \
                    'Condition' is only supported for the 'JSONata' QueryLanguage <\"Condition\"> (a JSONPath state has no such field here) [set `\"QueryLanguage\": \"JSONata\"` in the state]";
    assert_eq!(choice("JSONPath", rule), [expected]);
}

#[test]
fn ranges() {
    let found = task(r#""TimeoutSeconds": 0, "HeartbeatSeconds": 100000000"#);
    assert_eq!(
        found,
        [
            "/States/A/TimeoutSeconds: `TimeoutSeconds` has to be from 1 to 99999999 <0> (this is too small) [write at least 1]",
            "/States/A/HeartbeatSeconds: `HeartbeatSeconds` has to be from 1 to 99999999 <100000000> (this is too large) [write at most 99999999]",
        ]
    );
    assert_eq!(task(r#""TimeoutSeconds": 1.0"#).len(), 1);
    let found = task(r#""Retry": [{"ErrorEquals": ["E"], "BackoffRate": 0.5, "MaxAttempts": -1}]"#);
    assert_eq!(
        found,
        [
            "/States/A/Retry[0]/BackoffRate: `BackoffRate` has to be at least 1 <0.5> (this is too small) [write at least 1]",
            "/States/A/Retry[0]/MaxAttempts: `MaxAttempts` has to be from 0 to 99999999 <-1> (this is too small) [write at least 0]",
        ]
    );
}

#[test]
fn exclusive_fields() {
    let found = states(r#""A": {"Type": "Fail", "Error": "E", "ErrorPath": "$.e"}"#);
    let expected = "/States/A: `Error` and `ErrorPath` cannot be used together <\"ErrorPath\"> \
                    [remove one of them]";
    assert_eq!(found, [expected]);
    let found =
        states(r#""A": {"Type": "Wait", "Seconds": 1, "TimestampPath": "$.t", "End": true}"#);
    assert_eq!(found.len(), 1);
}

#[test]
fn next_and_end() {
    let found = states(r#""A": {"Type": "Pass"}"#);
    let expected = "/States/A: Either 'Next' or 'End' is required <\"A\"> \
                    (nothing follows this state) [add `\"Next\"` with the name of a state, or `\"End\": true`]";
    assert_eq!(found, [expected]);
    let both = |end: &str| {
        states(&format!(
            r#""A": {{"Type": "Pass", "Next": "B", "End": {end}}}, "B": {{"Type": "Succeed"}}"#
        ))
    };
    assert_eq!(both("false"), [""; 0]);
    assert!(both("true")[0].contains("`Next` and `End` cannot be used together"));
}

#[test]
fn how_long_a_wait_is() {
    let found = states(r#""A": {"Type": "Wait", "End": true}"#);
    assert!(found[0].starts_with("/States/A: a Wait state has to say how long it waits <\"A\">"));
}

#[test]
fn fields_of_the_other_query_language() {
    let found = task(r#""Output": {"a": 1}"#);
    let expected = "/States/A: The QueryLanguage is set to 'JSONPath', but field 'Output' is only \
                    supported for the 'JSONata' QueryLanguage <\"Output\"> (a JSONPath state has no such field here) [use `Parameters`, `ResultSelector` or `OutputPath`, or set `\"QueryLanguage\": \"JSONata\"` in the state]";
    assert_eq!(found, [expected]);
    let found =
        task(r#""QueryLanguage": "JSONata", "Parameters": {}, "TimeoutSecondsPath": "$.t""#);
    assert!(found[0].contains("field 'Parameters' is only supported for the 'JSONPath'"));
    assert!(found[0].ends_with("[use `Arguments`]"));
    assert!(found[1].ends_with("[use `TimeoutSeconds`]"));
}

#[test]
fn paths() {
    let found = task(r#""InputPath": "a.b", "ResultPath": "$.a[*]""#);
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("/States/A/InputPath: `InputPath` is not a valid JSONPath <a.b>"));
    assert!(found[1].starts_with("/States/A/ResultPath: `ResultPath` is not a reference path <"));
}

#[test]
fn computed_fields() {
    let found = task(r#""Parameters": {"x": [{"a.$": "id"}], "b.$": 1, "c.$": " $.x"}"#);
    assert_eq!(found.len(), 3, "{found:#?}");
    let message = "must be a valid JSONPath or a valid intrinsic function call";
    assert!(found[0].starts_with(&format!(
        "/States/A/Parameters: The value for the field 'a.$' {message} <id>"
    )));
    let expected = format!(
        "/States/A/Parameters: The value for the field 'b.$' {message} <1> \
         (a string is expected here) [name the field `b` if the value is constant]"
    );
    assert_eq!(found[1], expected);
    assert!(found[2].contains("white space"));
}

#[test]
fn the_place_inside_an_escaped_string() {
    let found = task(r#""Parameters": {"a.$": "$['\u0061'].["}"#);
    assert!(found[0].contains("call <[>") || found[0].contains("call <>"), "{found:#?}");
}

#[test]
fn functions_of_a_fail() {
    let found =
        states(r#""A": {"Type": "Fail", "CausePath": "States.Array(1)", "ErrorPath": "no"}"#);
    assert_eq!(found.len(), 2);
    assert!(found[0].starts_with("/States/A/CausePath: `States.Array` does not return a string"));
    assert!(found[1].starts_with("/States/A/ErrorPath: `ErrorPath` is neither a JSONPath nor"));
}

#[test]
fn shapes_of_choice_rules() {
    let rule = |rule: &str| {
        states(&format!(
            r#""A": {{"Type": "Choice", "Choices": [{rule}], "Default": "B"}}, "B": {{"Type": "Fail"}}"#
        ))
    };
    let next = r#""Next": "B""#;
    assert!(rule("{}")[0].contains("a choice rule needs an operator <{}>"));
    assert!(
        rule(r#"{"Variable": "$.a", "IsNull": true}"#)[0]
            .starts_with("/States/A/Choices[0]: These fields are required: [Next]")
    );
    assert!(rule(&format!(r#"{{"IsNull": true, {next}}}"#))[0].contains("required: [Variable]"));
    let two =
        rule(&format!(r#"{{"Variable": "$.a", "IsNull": true, "StringEquals": "x", {next}}}"#));
    assert!(two[0].contains("not both `IsNull` and `StringEquals` <\"StringEquals\">"), "{two:#?}");
    assert!(
        rule(&format!(r#"{{"And": [], {next}}}"#))[0]
            .starts_with("/States/A/Choices[0]/And: Value cannot be empty <[]>")
    );
    let nested =
        rule(&format!(r#"{{"Not": {{"Variable": "$.a", "IsNull": true, {next}}}, {next}}}"#));
    assert!(nested[0].starts_with("/States/A/Choices[0]/Not: Field 'Next' is not supported"));
    let typed = rule(&format!(r#"{{"Variable": "$.a", "NumericEquals": "1", {next}}}"#));
    assert!(typed[0].contains("`NumericEquals` takes a number, not a string <\"1\">"));
    let near = rule(&format!(r#"{{"Variable": "$.a", "StringEqual": "1", {next}}}"#));
    assert_eq!(near.len(), 1, "{near:#?}");
    assert!(near[0].ends_with("[did you mean `StringEquals`?]"));
    assert!(
        rule(&format!(r#"{{"Variable": "$.a", "IsNullPath": "$.b", {next}}}"#))[0]
            .contains("Field 'IsNullPath' is not supported")
    );
    let path = format!(r#"{{"Variable": "$.a", "NumericLessThanPath": "$.b", {next}}}"#);
    assert_eq!(rule(&path), [""; 0]);
}

#[test]
fn empty_values() {
    let found = states(r#""A": {"Type": "Choice", "Choices": []}"#);
    let expected = "/States/A/Choices: Value cannot be empty <[]> (`Choices` has at least one element) [add one]";
    assert!(found.iter().any(|f| f == expected));
    assert!(shown(r#"{"StartAt": "A", "States": {}}"#)[0].contains("Value cannot be empty <{}>"));
    let found = task(r#""Retry": [{"ErrorEquals": []}]"#);
    let expected = "/States/A/Retry[0]/ErrorEquals: Value cannot be empty <[]> \
                    (`ErrorEquals` has at least one element) [add one]";
    assert_eq!(found, [expected]);
    assert_eq!(task(r#""Retry": [], "Catch": []"#), [""; 0]);
}

#[test]
fn duplicate_names() {
    let found = task(r#""Comment": "a", "Comment": "b""#);
    let expected = "warning: /States/A: `Comment` is given twice; the last one counts <\"Comment\"> \
         (this one is ignored) [remove one of them]";
    assert_eq!(found, [expected]);
}

#[test]
fn the_whole_of_a_definition_is_checked_at_once() {
    let found = shown(
        r#"{"StartAt": "A", "TimeoutSeconds": -1, "States": {
             "A": {"Type": "Pass", "End": "yes"}, "B": 1, "C": {"Type": "Wat"}}}"#,
    );
    assert_eq!(found.len(), 4, "{found:#?}");
}

#[test]
fn a_task_in_the_tree() {
    let machine = tree(
        r#"{"StartAt": "A", "Comment": "c", "Version": "1.0", "TimeoutSeconds": 9, "States": {"A": {
             "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
             "Parameters": {"a": [1, {"b.$": "$.x"}], "c.$": "States.Array(1)"},
             "TimeoutSecondsPath": "$.t", "End": true}}}"#,
    );
    assert_eq!(machine.timeout_seconds.unwrap().value, 9);
    assert_eq!(machine.scope.comment.as_deref(), Some("c"));
    let StateKind::Task(task) = &machine.scope.states[0].kind else { panic!() };
    assert_eq!(
        task.resource.value.kind,
        ResourceKind::Integration {
            service: "sqs".into(),
            action: "sendMessage".into(),
            pattern: IntegrationPattern::WaitForTaskToken,
        }
    );
    assert!(matches!(&task.timeout_seconds.as_ref().unwrap().value, Dynamic::Path(_)));
    assert!(matches!(task.transition, Transition::End(_)));
    let Some(PayloadTemplate::Object(fields)) = &task.parameters else { panic!() };
    let names: Vec<(&str, &str)> =
        fields.value.iter().map(|field| (field.name.as_str(), field.key.as_str())).collect();
    assert_eq!(names, [("a", "a"), ("c", "c.$")]);
    assert!(matches!(fields.value[1].value, PayloadTemplate::Intrinsic(_)));
    let PayloadTemplate::Array(elements) = &fields.value[0].value else { panic!() };
    let PayloadTemplate::Object(inner) = &elements.value[1] else { panic!() };
    assert!(matches!(inner.value[0].value, PayloadTemplate::Path(_)));
}

#[test]
fn a_jsonata_state_in_the_tree() {
    let machine = tree(
        r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "QueryLanguage": "JSONata",
             "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true,
             "Arguments": {"a.$": "{% $x %}", "b": " {% no %}"}, "TimeoutSeconds": "{% 1 %}"}}}"#,
    );
    let StateKind::Task(task) = &machine.scope.states[0].kind else { panic!() };
    let Some(PayloadTemplate::Object(fields)) = &task.arguments else { panic!() };
    assert_eq!(fields.value[0].name, "a.$");
    let PayloadTemplate::Jsonata(expression) = &fields.value[0].value else { panic!() };
    assert_eq!(expression.value.text, "$x");
    assert!(matches!(fields.value[1].value, PayloadTemplate::Literal(_)));
    assert!(matches!(task.timeout_seconds.as_ref().unwrap().value, Dynamic::Jsonata(_)));
}

#[test]
fn scopes_know_where_they_stand() {
    let machine = tree(
        r#"{"StartAt": "A", "States": {"A": {"Type": "Parallel", "End": true, "Branches": [
             {"StartAt": "B", "States": {"B": {"Type": "Map", "End": true, "ItemProcessor":
               {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true}}}}}}]}}}"#,
    );
    let places: Vec<String> = machine.scopes().iter().map(|scope| scope.location.clone()).collect();
    let expected = ["", "/States/A/Branches[0]", "/States/A/Branches[0]/States/B/ItemProcessor"];
    assert_eq!(places, expected);
}

#[test]
fn a_placeholder_without_a_value_is_text() {
    for (fields, expected) in [
        (r#""Type": "${X}""#, "The field 'Type' should have one of these values"),
        (
            r#""Type": "Pass", "InputPath": "${X}", "End": true"#,
            "`InputPath` is not a valid JSONPath",
        ),
        (r#""Type": "Pass", "Parameters": { "a.$": "${X}" }, "End": true"#, "The value"),
        (
            r#""Type": "Wait", "Timestamp": "${X}", "End": true"#,
            "String does not match RFC3339 timestamp",
        ),
    ] {
        let text = format!(r#"{{"StartAt": "A", "States": {{"A": {{{fields}}}}}}}"#);
        let source = Source::new("test.asl.json", text.as_str());
        let found = shown(&text);
        assert!(found.len() == 1 && found[0].contains(expected), "{fields}: {found:?}");
        let open = crate::Options { open_placeholders: true, ..crate::Options::default() };
        assert_eq!(crate::check(&source, &open).1, [], "{fields}");
    }
}
