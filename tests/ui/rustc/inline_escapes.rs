//! Escapes of JSON that Rust's lexer refuses never reach the macro: write a raw string.

sfn::sfn! {
    machine Order = {
        "Comment": "caf\u00e9 \/ \b",
        "StartAt": "Done",
        "States": { "Done": { "Type": "Succeed" } }
    };
}

fn main() {}
