//! Mistakes in definitions written as tokens: each is shown at its token.

sfn::sfn! {
    machine Transition = {
        "StartAt": "Charge",
        "States": {
            "Charge": { "Type": "Pass", "Next": "Notfiy" },
            "Notify": { "Type": "Succeed" }
        }
    };

    machine Field = {
        "StartAt": "Done",
        "States": { "Done": { "Type": "Succeed", "OutptuPath": "$.a" } }
    };

    machine Type = {
        "StartAt": "Rest",
        "States": { "Rest": { "Type": "Wait", "Seconds": "5", "End": true } }
    };

    machine Path = {
        "StartAt": "Done",
        "States": { "Done": { "Type": "Succeed", "InputPath": "$.order[" } }
    };

    machine Twice = {
        "StartAt": "Rest",
        "States": {
            "Rest": {
                "Type": "Wait",
                "Seconds": 5,
                "SecondsPath": "$.seconds",
                "End": true
            }
        }
    };

    machine Json = {
        /// Waits.
        "StartAt": 'D',
        "States": { "Rest": { "Type": "Wait", "Seconds": 1_000, "End": true, } }
    };

    machine Open = {
        "StartAt": "Rest",
        "States": { "Rest": { "Type": "Wait", "Seconds": ${AWS::Seconds}, "End": true } }
    } with { substitute { "AWS::Second" = 3 } }

    machine Tasks = {
        "StartAt": "Charge",
        "States": {
            "Charge": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
                "End": true
            }
        }
    } with { tasks { lambda "chrage" => async fn charge(u8); } }
}

fn main() {}
