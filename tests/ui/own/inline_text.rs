//! Mistakes in definitions written as strings: each is shown at the string, drawn in the message
//! with the place in this file.

sfn::sfn! {
    machine Transition = r#"{
        "StartAt": "Charge",
        "States": {
            "Charge": { "Type": "Pass", "Next": "Notfiy" },
            "Notify": { "Type": "Succeed" }
        }
    }"#;

    machine Field = r#"{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed", "OutptuPath": "$.a" } } }"#;

    machine Type = r#"{
        "StartAt": "Rest",
        "States": { "Rest": { "Type": "Wait", "Seconds": "\u0035", "End": true } }
    }"#;

    machine Escaped = "{ \"StartAt\": \"Done\" }";
}

fn main() {}
