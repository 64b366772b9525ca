//! The `variableReferences` of a definition.

use std::collections::{BTreeMap, BTreeSet};

use crate::ast::{State, StateMachine};
use crate::jsonata::Function;
use crate::jsonata::references::references;

/// The variables that each state reads, by the state's name. States that read none are left out,
/// and a state inside a Map or Parallel stands beside the others, for names are distinct in a
/// definition.
///
/// Whether a state assigns the variable is not asked. What an expression of JSONata binds itself
/// is no variable of the machine, nor are `$states` and the functions.
///
/// See [DescribeStateMachine](https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html).
pub fn variable_references(machine: &StateMachine) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for state in machine.scopes().into_iter().flat_map(|scope| &scope.states) {
        let names = read_by(state);
        if !names.is_empty() {
            all.entry(state.name.value.clone()).or_default().extend(names);
        }
    }
    all
}

fn read_by(state: &State) -> BTreeSet<String> {
    let mut names: BTreeSet<String> =
        state.reads().into_iter().map(|read| read.name.to_owned()).collect();
    state.queries(&mut |query| {
        let references = references(&query.expression.value.tree).into_iter();
        names.extend(references.map(|reference| reference.name).filter(|name| is_variable(name)));
    });
    names
}

/// Whether a name that an expression reads is one of the machine's: not `$`, `$$`, `$states`, or
/// a function that is always there.
fn is_variable(name: &str) -> bool {
    !matches!(name, "" | "$" | "states") && Function::from_name(name).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::{Options, check};

    /// What the states read, `A: x y; B: z`.
    #[track_caller]
    fn expect(states: &str, expected: &str) {
        let text = format!(r#"{{"StartAt": "A", "States": {{{states}}}}}"#);
        let (definition, findings) = check(&Source::new("a.asl.json", &text), &Options::default());
        let definition = definition.unwrap_or_else(|| panic!("{findings:?}"));
        let found = variable_references(definition.machine());
        let found = found.iter().map(|(state, names)| {
            format!("{state}: {}", names.iter().map(String::as_str).collect::<Vec<_>>().join(" "))
        });
        assert_eq!(found.collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn fields_with_paths() {
        let task = |fields: &str, expected| {
            let arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
            let state =
                format!(r#""A": {{"Type": "Task", "Resource": "{arn}", "End": true, {fields}}}"#);
            expect(&state, expected);
        };
        task(r#""InputPath": "$a", "OutputPath": "$b.c[0]""#, "A: a b");
        task(
            r#""Parameters": {"p.$": "$b", "q": ["$no", {"r.$": "States.Format('{}', $a)"}]}"#,
            "A: a b",
        );
        task(
            r#""ResultSelector": {"p.$": "States.MathAdd(States.ArrayLength($x), $y)"}"#,
            "A: x y",
        );
        task(r#""TimeoutSecondsPath": "$t", "HeartbeatSecondsPath": "$h""#, "A: h t");
        task(r#""Credentials": {"RoleArn.$": "$role"}"#, "A: role");
        task(r#""Assign": {"x.$": "$y", "z": "$no"}, "ResultPath": "$.x""#, "A: y");
        let catch = r#""Catch": [{"ErrorEquals": ["E"], "Next": "B", "Assign": {"x.$": "$y"}}]"#;
        expect(
            &format!(
                r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true, {catch}}},
                "B": {{"Type": "Fail", "ErrorPath": "$e", "CausePath": "States.Format('{{}}', $c)"}}"#
            ),
            "A: y; B: c e",
        );
    }

    #[test]
    fn choices_and_waits() {
        expect(
            r#""A": {"Type": "Choice", "Default": "B", "Choices": [{"Next": "B", "Assign": {"q.$": "$r"},
                "And": [{"Variable": "$b", "NumericEqualsPath": "$a"}, {"Not": {"Variable": "$c.d", "IsNull": true}}]}]},
               "B": {"Type": "Wait", "SecondsPath": "$s", "End": true}"#,
            "A: a b c r; B: s",
        );
    }

    #[test]
    fn maps_and_what_is_in_them() {
        expect(
            r#""A": {"Type": "Map", "End": true, "ItemsPath": "$items", "MaxConcurrencyPath": "$m",
                "ToleratedFailureCountPath": "$c", "ToleratedFailurePercentagePath": "$p",
                "ItemSelector": {"x.$": "$sel"},
                "ItemBatcher": {"MaxItemsPerBatchPath": "$n", "BatchInput": {"b.$": "$in"}},
                "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket.$": "$bucket", "Prefix": "p"}},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                    "StartAt": "Z", "States": {"Z": {"Type": "Pass", "InputPath": "$z", "End": true}}}}"#,
            "A: bucket c in items m n p sel; Z: z",
        );
    }

    #[test]
    fn expressions() {
        expect(
            r#""A": {"Type": "Pass", "QueryLanguage": "JSONata", "End": true,
                "Output": {"a": "{% $x + $sum($states.input.n.{'k': $y}) %}", "b": ["{% ($v := 1; $v + $w) %}"],
                           "c": "{% $map($list, function($i) { $i + $k }) %}", "d": "{% '$no' & $uuid() %}"},
                "Assign": {"z": "{% $contains('a', /$nor/) ? $q : $r %}"}}"#,
            "A: k list q r w x y",
        );
        expect(
            r#""A": {"Type": "Choice", "QueryLanguage": "JSONata", "Default": "B", "Choices": [{"Condition": "{% $c %}", "Next": "B", "Output": "{% $o %}"}]},
               "B": {"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $s %}", "Next": "C"},
               "C": {"Type": "Fail", "QueryLanguage": "JSONata", "Error": "{% $e %}"}"#,
            "A: c o; B: s; C: e",
        );
    }

    #[test]
    fn none() {
        expect(r#""A": {"Type": "Pass", "Assign": {"x": 1}, "End": true}"#, "");
    }
}
