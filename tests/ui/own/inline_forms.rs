//! Mistakes around definitions that stand in the macro.

sfn::sfn! {
    machine Block = { "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } } { tasks {} }

    machine Unended = r#"{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }"#

    machine Array = ["StartAt"];
}

fn main() {}
