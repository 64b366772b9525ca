//! What the rules find, at its tokens, and in a string below it.

sfn::sfn! {
    #[express]
    machine Job = {
        "StartAt": "Report",
        "States": {
            "Report": {
                "Type": "Task",
                "Resource": "arn:aws:states:::glue:startJobRun.sync",
                "Parameters": { "JobName": "report" },
                "Retry": [{ "ErrorEquals": ["States.ALL", "Busy"] }],
                "End": true
            }
        }
    };

    machine Variables = {
        "StartAt": "Start",
        "States": {
            "Start": { "Type": "Pass", "Assign": { "total": 0 }, "Next": "Fork" },
            "Fork": {
                "Type": "Parallel",
                "Branches": [
                    {
                        "StartAt": "Add",
                        "States": { "Add": { "Type": "Pass", "Assign": { "total": 1 }, "End": true } }
                    }
                ],
                "End": true
            }
        }
    };

    machine Words = r#"{
        "StartAt": "Größe",
        "States": {
            "Größe": { "Type": "Wait", "Seconds": "$.größe", "Next": "Grösse" }
        }
    }"#;
}

fn main() {}
