//! Small machines in all formats. `cargo insta review`, or `INSTA_UPDATE=always`, takes changes.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use asl_graph::{Graph, SvgOptions, Theme};
use asl_lang::source::Source;
use asl_lang::{Options, compile};

/// A job that is polled, with what a machine may have: catchers, retries, loops, terminal states.
const JOB: &str = r#"{
  "Comment": "Runs a job & waits for it.",
  "StartAt": "Submit",
  "States": {
    "Submit": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:glue:startJobRun",
      "TimeoutSeconds": 90,
      "Retry": [{ "ErrorEquals": ["Glue.Throttled"], "MaxAttempts": 5 }],
      "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Failed" }],
      "Next": "Pause"
    },
    "Pause": { "Type": "Wait", "Seconds": 120, "Next": "Done?" },
    "Done?": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.state", "StringEquals": "SUCCEEDED", "Next": "Done" },
        {
          "And": [
            { "Variable": "$.state", "IsPresent": true },
            { "Or": [
              { "Variable": "$.state", "StringMatches": "FAIL*" },
              { "Not": { "Variable": "$.attempts", "NumericLessThanEqualsPath": "$.most" } }
            ] }
          ],
          "Next": "Failed"
        },
        { "Variable": "$.message", "IsNull": false, "Next": "Failed" }
      ],
      "Default": "Pause"
    },
    "Done": { "Type": "Succeed" },
    "Failed": { "Type": "Fail", "Error": "JobFailed" }
  }
}"#;

/// Containers: a Map in a branch, and edges between containers.
const CONTAINERS: &str = r#"{
  "StartAt": "Prepare",
  "States": {
    "Prepare": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "Each Line",
          "States": {
            "Each Line": {
              "Type": "Map",
              "ItemsPath": "$.lines",
              "MaxConcurrency": 5,
              "ItemProcessor": {
                "StartAt": "Reserve",
                "States": {
                  "Reserve": {
                    "Type": "Task",
                    "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": { "FunctionName": "reserve" },
                    "End": true
                  }
                }
              },
              "End": true
            }
          }
        },
        { "StartAt": "Refuse", "States": { "Refuse": { "Type": "Fail", "Error": "No" } } }
      ],
      "Catch": [{ "ErrorEquals": ["A", "B"], "Next": "Again" }],
      "Next": "Again"
    },
    "Again": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Note",
        "States": { "Note": { "Type": "Pass", "End": true } }
      },
      "End": true
    }
  }
}"#;

/// The least there is.
const LEAST: &str = r#"{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}"#;

fn graph(name: &str, text: &str) -> Graph {
    let compilation = compile(&Source::new(name, text), &Options::default());
    Graph::new(&compilation.machine.unwrap())
}

#[test]
fn svg() {
    insta::assert_snapshot!("job.svg", graph("job", JOB).to_svg(&SvgOptions::default()));
    let light = SvgOptions::theme(Theme::Light);
    insta::assert_snapshot!("containers.svg", graph("containers", CONTAINERS).to_svg(&light));
}

#[test]
fn mermaid() {
    insta::assert_snapshot!("job.mermaid", graph("job", JOB).to_mermaid());
    insta::assert_snapshot!("containers.mermaid", graph("containers", CONTAINERS).to_mermaid());
}

#[test]
fn dot() {
    insta::assert_snapshot!("job.dot", graph("job", JOB).to_dot());
    insta::assert_snapshot!("containers.dot", graph("containers", CONTAINERS).to_dot());
}

#[test]
fn themes_differ_in_colours_alone() {
    let graph = graph("definitions/least.asl.json", LEAST);
    let [light, dark, auto] = [Theme::Light, Theme::Dark, Theme::Auto]
        .map(|theme| graph.to_svg(&SvgOptions::theme(theme)));
    let picture = |svg: &str| svg.split_once("</style>").map(|(_, picture)| picture.to_owned());
    assert_eq!(picture(&light), picture(&dark));
    assert_eq!(picture(&light), picture(&auto));
    assert!(auto.contains("prefers-color-scheme") && !light.contains("prefers-color-scheme"));
}

#[test]
fn the_title_is_that_of_the_file_or_a_given_one() {
    let graph = graph("definitions/least.asl.json", LEAST);
    let mut options = SvgOptions::default();
    assert!(graph.to_svg(&options).contains("<title>State machine least.asl.json</title>"));
    options.title = Some("Less <is> more".to_owned());
    assert!(graph.to_svg(&options).contains("<title>Less &lt;is&gt; more</title>"));
}
