//! Warnings about a definition, which have to be asked for.

#![deny(warnings)]

sfn::sfn! {
    #[warnings]
    machine Tokens = {
        "StartAt": "Start",
        "States": {
            "Start": { "Type": "Pass", "Parameters": { "id": "$.order.id" }, "Next": "Stop" },
            "Stop": { "Type": "Fail", "Cause": "$.reason" }
        }
    };

    #[warnings]
    machine Text = r#"{
        "StartAt": "Start",
        "States": {
            "Start": { "Type": "Pass", "Parameters": { "id": "$.order.id" }, "End": true }
        }
    }"#;

    #[warnings]
    machine File from "../definitions/warnings.asl.json";

    machine Unasked from "../definitions/warnings.asl.json";
}

fn main() {}
