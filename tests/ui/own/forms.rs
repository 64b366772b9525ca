//! Forms of `sfn!` that are not supported yet.

sfn::sfn! {
    pub machine Dsl(order: u8) -> u8 {
        start => Check(order);
        state Check(order: u8) = succeed order;
    }

    machine Inline = { "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } };

    machine Raw = r#"{ "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }"#;
}

fn main() {}
