//! States in JSONata: the order of their fields, the places that messages say, and what names mean.

use asl_lang::ir::query::{Query, Source};
use asl_lang::ir::{Expr, ExprKind, Machine, Register, TaskKey, VariableId};
use asl_lang::lower::expressions;
use insta::assert_snapshot;

use crate::{lowered, machine, state};

/// The expressions of the states, state by state.
fn queries(machine: &Machine) -> Vec<&Query> {
    let mut found = Vec::new();
    for state in &machine.states {
        expressions(state).into_iter().for_each(|expression| collect(expression, &mut found));
    }
    found
}

fn collect<'a>(expression: &'a Expr, found: &mut Vec<&'a Query>) {
    if let ExprKind::Query(query) = &expression.kind {
        found.push(query);
    }
    expression.parts().into_iter().for_each(|part| collect(part, found));
}

/// Location and type of each expression of the state `S`.
fn places(fields: &str) -> Vec<String> {
    let fields = format!(r#""QueryLanguage": "JSONata", {fields}"#);
    let next = if fields.contains("\"N\"") { r#", "N": {"Type": "Succeed"}"# } else { "" };
    let machine = machine(&format!(r#"{{"StartAt": "S", "States": {{"S": {{{fields}}}{next}}}}}"#));
    let shown = queries(&machine)
        .into_iter()
        .map(|query| format!("{} {:?}", query.location, query.expected));
    shown.collect()
}

#[test]
fn a_task() {
    let text = state(
        r#""Type": "Task", "QueryLanguage": "JSONata", "Next": "N",
           "Resource": "arn:aws:states:::lambda:invoke",
           "Arguments": {"FunctionName": "charge", "Payload": "{% $states.input.a %}", "b.$": "$.b"},
           "TimeoutSeconds": "{% 1 + 1 %}", "HeartbeatSeconds": 1,
           "Credentials": {"RoleArn": "{% $states.input.role %}"},
           "Assign": {"x": "{% $states.result %}"}, "Output": [1, "{% $states.result.b %}"],
           "Catch": [{"ErrorEquals": ["E"], "Next": "N", "Assign": {"x": 2}},
                     {"ErrorEquals": ["F"], "Next": "N", "Output": "{% $states.errorOutput %}"}]"#,
    );
    assert_snapshot!(text, @r#"
    S = Task -> N
      Arguments: Object = {"FunctionName": "charge", "Payload": {% $states.input.a %}, "b.$": "$.b"}
      timeout {% 1 + 1 %}
      heartbeat 1
      credentials {"RoleArn": {% $states.input.role %}}
      do charge
      Output: Array = [1, {% $states.result.b %}]
      $x = {% $states.result %}
      catch E -> N
        Output: Object = ErrorOutput
        $x = 2
      catch F -> N
        Output = {% $states.errorOutput %}
    "#);
}

#[test]
fn the_input_is_left_alone_by_default() {
    let text = state(
        r#""Type": "Parallel", "QueryLanguage": "JSONata", "Next": "N",
           "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}],
           "Catch": [{"ErrorEquals": ["E"], "Next": "N"}]"#,
    );
    assert_snapshot!(text, @r"
    S = Parallel -> N
      branch
        start B
        B = Succeed
          Output = Input
      Output = Result
      catch E -> N
        Output: Object = ErrorOutput
    ");
}

#[test]
fn rules_have_outputs_of_their_own() {
    let text = state(
        r#""Type": "Choice", "QueryLanguage": "JSONata", "Default": "N", "Output": "else",
           "Assign": {"x": 0},
           "Choices": [{"Condition": true, "Next": "N"},
                       {"Condition": "{% $x > 1 %}", "Next": "N", "Output": {"a": "{% $x %}"},
                        "Assign": {"x": "{% $x + 1 %}"}}]"#,
    );
    assert_snapshot!(text, @r#"
    S = Choice
      if true -> N
        Output = Input
      if {% $x > 1 %} -> N
        Output: Object = {"a": {% $x %}}
        $x = {% $x + 1 %}
      else -> N
      Output: String = "else"
      $x = 0
    "#);
}

#[test]
fn places_and_types() {
    assert_eq!(
        places(
            r#""Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true,
               "Arguments": "{% 1 %}", "TimeoutSeconds": "{% 2 %}",
               "Credentials": {"RoleArn": "{% 'r' %}"}, "Output": {"a": {"b/c": ["{% 3 %}"]}},
               "Assign": {"x": "{% 4 %}"},
               "Catch": [{"ErrorEquals": ["E"], "Next": "N", "Output": "{% 5 %}",
                          "Assign": {"x": "{% 6 %}"}}]"#
        ),
        [
            "Arguments Any",
            "TimeoutSeconds Number",
            "Credentials/RoleArn String",
            "Output/a/b/c[0] Any",
            "Assign/x Any",
            "Catch[0]/Output Any",
            "Catch[0]/Assign/x Any",
        ]
    );
    assert_eq!(
        places(
            r#""Type": "Choice", "Choices": [{"Condition": "{% true %}", "Next": "N",
               "Output": "{% 1 %}"}], "Output": "{% 2 %}""#
        ),
        ["Choices[0]/Condition Boolean", "Choices[0]/Output Any", "Output Any"]
    );
    let wait = r#""Type": "Wait", "End": true"#;
    assert_eq!(places(&format!(r#"{wait}, "Seconds": "{{% 1 %}}""#)), ["Seconds Number"]);
    assert_eq!(places(&format!(r#"{wait}, "Timestamp": "{{% '' %}}""#)), ["Timestamp String"]);
    assert_eq!(
        places(r#""Type": "Fail", "Error": "{% 'e' %}", "Cause": "{% 'c' %}""#),
        ["Error String", "Cause String"]
    );
}

#[test]
fn places_and_types_of_a_map() {
    assert_eq!(
        places(
            r#""Type": "Map", "End": true, "MaxConcurrency": "{% 1 %}",
               "ItemSelector": {"a": "{% 2 %}"},
               "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                 "Arguments": {"Bucket": "{% 'b' %}"}, "ReaderConfig": {"MaxItems": "{% 3 %}"}},
               "ItemBatcher": {"BatchInput": "{% 4 %}", "MaxItemsPerBatch": "{% 5 %}",
                 "MaxInputBytesPerBatch": "{% 6 %}"},
               "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject",
                 "Arguments": {"Bucket": "{% 'b' %}"}},
               "ToleratedFailureCount": "{% 7 %}", "ToleratedFailurePercentage": "{% 8 %}",
               "ItemProcessor": {
                 "ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                 "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}"#
        ),
        [
            "MaxConcurrency Number",
            "ItemSelector/a Any",
            "MaxConcurrency Number",
            "ToleratedFailureCount Number",
            "ToleratedFailurePercentage Number",
            "ItemReader/Arguments/Bucket Any",
            "ItemReader/ReaderConfig/MaxItems Number",
            "ItemBatcher/BatchInput Any",
            "ItemBatcher/MaxItemsPerBatch Number",
            "ItemBatcher/MaxInputBytesPerBatch Number",
            "ResultWriter/Arguments/Bucket Any",
        ]
    );
    assert_eq!(
        places(
            r#""Type": "Map", "End": true, "Items": "{% [] %}",
               "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}"#
        ),
        ["Items Array"]
    );
}

#[test]
fn names_are_variables_before_they_are_functions() {
    let machine = machine(
        r#"{"StartAt": "A", "QueryLanguage": "JSONata", "States": {
             "A": {"Type": "Pass", "Assign": {"sum": 1}, "Next": "B"},
             "B": {"Type": "Pass", "Output": "{% $sum + $count([$nowhere, $states.input]) %}",
                   "End": true}}}"#,
    );
    let found = queries(&machine);
    assert_eq!(
        found[0].sources,
        [Source::Variable(VariableId(0)), Source::Register(Register::Input)]
    );
    assert_eq!(found[0].functions, ["count"]);
    assert_eq!(machine.variables.len(), 1);
}

#[test]
fn a_static_function_name_tells_tasks_apart() {
    let machine = machine(
        r#"{"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Task",
             "Resource": "arn:aws:states:::lambda:invoke", "End": true,
             "Arguments": {"FunctionName": "charge", "Payload": "{% $states.input %}"}}}}"#,
    );
    assert_eq!(machine.tasks[0].name, "charge");
    assert!(matches!(machine.tasks[0].key, TaskKey::Target { .. }));
}

#[test]
fn a_map_without_items_goes_through_its_input() {
    let text = lowered(
        r#"{"StartAt": "S", "QueryLanguage": "JSONata", "States": {"S": {"Type": "Map",
             "End": true, "ItemProcessor": {"StartAt": "B",
               "States": {"B": {"Type": "Succeed", "Output": "{% $states.context.Map %}"}}}}}}"#,
    );
    assert_snapshot!(text, @r"
    start S
    S = Map -> end
      each
        start B
        B = Succeed
          Output = {% $states.context.Map %}
      Output = Result
    ");
}
