//! Any text as a definition gives diagnostics: never a panic, a hang or an overflow of the stack.
//!
//! Everything runs in a thread with a stack of 2 MB, as threads of an application have.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::time::{Duration, Instant};

use asl_lang::diagnostic::{Code, render};
use asl_lang::json::Substitutions;
use asl_lang::source::Source;
use asl_lang::{Options, compile};
use proptest::prelude::*;

const ORDER: &str = r#"{
  "Comment": "ä → 😀", "StartAt": "Charge", "TimeoutSeconds": 60,
  "States": {
    "Charge": {
      "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
      "InputPath": "$.order", "Parameters": {"id.$": "$.id", "at.$": "$.State.EnteredTime",
        "text.$": "States.Format('{} of {}', $.id, 5)", "list": [1, {"a.$": "$.a[0]"}, null]},
      "ResultSelector": {"b.$": "$.c"}, "ResultPath": "$.paid", "OutputPath": "$",
      "TimeoutSeconds": ${Timeout}, "HeartbeatSeconds": 3, "Next": "Route",
      "Retry": [{"ErrorEquals": ["States.Timeout"], "IntervalSeconds": 1, "MaxAttempts": 2,
        "BackoffRate": 1.5, "MaxDelaySeconds": 9, "JitterStrategy": "FULL"}],
      "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Failed"}]
    },
    "Route": {"Type": "Choice", "Default": "Done", "Choices": [
      {"And": [{"Variable": "$.a", "IsPresent": true}, {"Not": {"Variable": "$.a",
        "StringMatches": "a*\\*"}}], "Next": "Rest"},
      {"Variable": "$.t", "TimestampLessThan": "2016-03-14T01:59:00Z", "Next": "Make"}]},
    "Rest": {"Type": "Wait", "SecondsPath": "$.s", "Next": "Done"},
    "Make": {"Type": "Pass", "Result": {"x.$": 1}, "Next": "Done"},
    "Done": {"Type": "Succeed"},
    "Failed": {"Type": "Fail", "Error": "E", "CausePath": "States.JsonToString($)"}
  }
}"#;

/// Compiles a text and shows every finding, on a small stack.
fn survives(text: impl Into<String>) -> Vec<String> {
    let text = text.into();
    let work = move || {
        let substitutions: Substitutions = [("Timeout", "30"), ("X", "[[[")].into_iter().collect();
        let options = Options { substitutions, ..Options::default() };
        let source = Source::new("test.asl.json", text);
        let compilation = compile(&source, &options);
        let refused = compilation.diagnostics.iter().any(|finding| finding.is_error());
        assert_eq!(compilation.machine.is_none(), refused);
        compilation.diagnostics.iter().map(|finding| render(finding, &source, true)).collect()
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work).unwrap();
    thread.join().expect("no panic")
}

#[test]
fn the_definition_itself_compiles() {
    let source = Source::new("order.asl.json", ORDER);
    let substitutions = [("Timeout", "30")].into_iter().collect();
    let options = Options { substitutions, ..Options::default() };
    let compilation = compile(&source, &options);
    let found: Vec<Code> = compilation.diagnostics.iter().map(|finding| finding.code).collect();
    assert_eq!(found, [Code::StaticResult]);
    assert!(compilation.machine.is_some());
}

#[test]
fn bytes_that_are_no_text() {
    let (found, source) = *Source::from_bytes("a", b"{\"a\": \"\xff\"}").unwrap_err();
    assert!(render(&found, &source, false).contains("a:1:8"));
}

#[test]
fn nested_values() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{\"And\":[", "]}"), ("[${X}", "]")] {
        for depth in [100, 250, 256, 500, 511, 512, 513, 10_000, 100_000] {
            let nested = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            survives(&nested);
            let state = r#""A": {"Type": "#;
            survives(format!(
                r#"{{"StartAt": "A", "States": {{{state}"Pass", "End": true, "Parameters": {nested}}}}}}}"#
            ));
            survives(format!(
                r#"{{"StartAt": "A", "States": {{{state}"Choice", "Choices": [{nested}]}}}}}}"#
            ));
        }
    }
}

#[test]
fn nested_rules() {
    for depth in [10, 100, 150, 240, 253, 600] {
        let inner = r#"{"Variable": "$.a", "IsNull": true}"#;
        let not = format!("{}{inner}{}", r#"{"Not": "#.repeat(depth), "}".repeat(depth));
        let and = format!("{}{inner}{}", r#"{"And": ["#.repeat(depth), "]}".repeat(depth));
        for rule in [not, and] {
            let rule = rule.replacen('{', r#"{"Next": "B", "#, 1);
            survives(format!(
                r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Choice", "Choices": [{rule}]}},
                     "B": {{"Type": "Succeed"}}}}}}"#
            ));
        }
    }
}

#[test]
fn nested_scopes() {
    for depth in [10, 30, 45, 70, 100, 200] {
        let mut map = r#"{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}"#.to_owned();
        let mut parallel = map.clone();
        for level in 0..depth {
            map = format!(
                r#"{{"StartAt": "S{level}", "States": {{"S{level}": {{"Type": "Map", "End": true, "ItemProcessor": {map}}}}}}}"#
            );
            parallel = format!(
                r#"{{"StartAt": "S{level}", "States": {{"S{level}": {{"Type": "Parallel", "End": true, "Branches": [{parallel}]}}}}}}"#
            );
        }
        survives(map);
        survives(parallel);
    }
}

#[test]
fn strange_texts() {
    for text in [
        "",
        " ",
        "\0",
        "null",
        "\u{feff}{}",
        "{\"\\ud800\": 1}",
        "{\"a\":\"\u{0}\"}",
        "${X}",
        "${",
        "\"",
        "\\",
        "[1e999]",
        "{\"StartAt\": ${Y}}",
    ] {
        assert!(!survives(text).is_empty(), "{text}");
    }
    let name = "x".repeat(500_000);
    survives(format!(r#"{{"StartAt": "{name}", "States": {{"{name}y": {{"Type": "Succeed"}}}}}}"#));
    survives("\"".repeat(1_000_000));
    survives("[".repeat(1_000_000));
    survives(format!("[{}]", "1e999,".repeat(100_000)));
    survives(format!("{{{}}}", "\"a\":1,".repeat(100_000)));
    survives("ä".repeat(2_000_000));
    survives(format!(
        r#"{{"StartAt":"A","States":{{"A":{{"Type":"Pass","End":true,"InputPath":"$.{}"}}}}}}"#,
        "[".repeat(100_000)
    ));
    survives(format!(
        r#"{{"StartAt":"A","States":{{"A":{{"Type":"Pass","End":true,"Parameters":{{"a.$":"{}"}}}}}}}}"#,
        "States.Array(".repeat(50_000)
    ));
}

/// Ten thousand states are checked quickly, whatever is wrong with them.
#[test]
fn time_is_near_linear() {
    let chain: State<'_> = &|at| format!(r#""Type": "Pass", "Next": "{}""#, name(at + 1));
    let back: State<'_> = &|_| format!(r#""Type": "Pass", "Next": "{}""#, name(0));
    let dangling: State<'_> =
        &|at| format!(r#""Type": "Pass", "Next": "{}""#, name(at + 1_000_000));
    for state in [chain, back, dangling] {
        is_quick(10_000, state);
    }
}

/// So are variables, error names and labels, of which each is looked for among all others.
#[test]
fn looking_for_names_is_near_linear() {
    let variables: State<'_> = &|at| {
        format!(
            r#""Type": "Pass", "Assign": {{"variable_{at}": 1}}, "InputPath": "$variable{at}", "Next": "{}""#,
            name(at + 1)
        )
    };
    let scopes: State<'_> = &|at| {
        format!(
            r#""Type": "Parallel", "Assign": {{"v{at}": 1}}, "Next": "{}", "Branches": [
               {{"StartAt": "B{at}", "States": {{"B{at}":
                 {{"Type": "Pass", "Assign": {{"v{at}": 1, "v0": 1}}, "InputPath": "$v1", "End": true}}}}}}]"#,
            name(at + 1)
        )
    };
    let errors: State<'_> = &|at| {
        format!(
            r#""Type": "Task", "Resource": "arn:aws:states:::lamda{at}:invoke", "Nxet": 1,
               "Retry": [{{"ErrorEquals": ["States.Timout{at}", "States.ALL"]}}], "Next": "{}""#,
            name(at + 1)
        )
    };
    let labels: State<'_> = &|at| {
        format!(
            r#""Type": "Map", "Label": "l", "Next": "{}", "ItemProcessor": {{
               "ProcessorConfig": {{"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}},
               "StartAt": "M{at}", "States": {{"M{at}": {{"Type": "Succeed"}}}}}}"#,
            name(at + 1)
        )
    };
    for state in [variables, scopes, errors, labels] {
        is_quick(5_000, state);
    }
}

/// The fields of the state of a number.
type State<'a> = &'a dyn Fn(usize) -> String;

fn name(at: usize) -> String {
    format!("State number {at}")
}

/// Fails if the findings of a machine of many states take long, or are too many.
fn is_quick(states: usize, state: State<'_>) {
    let state = |at: usize| format!(r#""{}": {{{}}}"#, name(at), state(at));
    let all: Vec<String> = (0..states).map(state).collect();
    let end = format!(r#""{}": {{"Type": "Succeed"}}"#, name(states));
    let machine =
        format!(r#"{{"StartAt": "{}", "States": {{{}, {end}}}}}"#, name(0), all.join(",\n"));
    let started = Instant::now();
    let found = survives(machine);
    let took = started.elapsed();
    assert!(took < Duration::from_secs(20), "{states} states took {took:?}");
    assert!(found.len() <= 101, "{} findings", found.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn random_text(text in ".{0,200}") {
        survives(text);
    }

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        match Source::from_bytes("a", &bytes) {
            Ok(source) => { survives(source.text()); }
            Err(error) => { render(&error.0, &error.1, false); }
        }
    }

    #[test]
    fn json_like_text(parts in proptest::collection::vec(
        prop_oneof![Just("{"), Just("}"), Just("["), Just("]"), Just(","), Just(":"), Just("\""),
            Just("\"a\""), Just("1"), Just("null"), Just("\\u12"), Just("${X}"), Just(" \n"),
            Just("\"States\""), Just("\"StartAt\""), Just("\"Type\""), Just("\"Pass\"")],
        0..60,
    )) {
        survives(parts.concat());
    }

    #[test]
    fn a_definition_with_bytes_changed(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..6),
    ) {
        let mut text: Vec<char> = ORDER.chars().collect();
        for (at, character) in changes {
            *at.get_mut(&mut text) = character;
        }
        survives(text.into_iter().collect::<String>());
    }

    #[test]
    fn a_definition_with_pieces_moved(
        from in any::<prop::sample::Index>(), length in 0usize..200, to in any::<prop::sample::Index>(),
    ) {
        let mut text: Vec<char> = ORDER.chars().collect();
        let start = from.index(text.len());
        let piece: Vec<char> = text.drain(start..(start + length).min(ORDER.chars().count())).collect();
        let at = to.index(text.len() + 1);
        text.splice(at..at, piece);
        survives(text.into_iter().collect::<String>());
    }
}
