//! What each definition becomes in the intermediate representation.
//!
//! The expected texts are those of `asl_lang::lower::dump`.

mod children;
mod choice;
mod ends;
mod jsonata;
mod liveness;
mod messages;
mod outline;
mod pass;
mod task;
mod wait;
mod workflows;

use asl_lang::ir::Machine;
use asl_lang::lower::dump;
use asl_lang::source::Source;
use asl_lang::{Options, compile};

/// Lowers a definition that is valid.
fn machine(text: &str) -> Machine {
    let compilation = compile(&Source::new("test.asl.json", text), &Options::default());
    let Some(machine) = compilation.machine else {
        unreachable!("refused: {:#?}", compilation.diagnostics)
    };
    machine
}

/// What a machine becomes.
fn lowered(text: &str) -> String {
    dump(&machine(text))
}

/// What the state `S` with these fields becomes. It may go to a state `N`.
fn state(fields: &str) -> String {
    let next = if fields.contains("\"N\"") { r#", "N": {"Type": "Succeed"}"# } else { "" };
    let text = format!(r#"{{"StartAt": "S", "States": {{"S": {{{fields}}}{next}}}}}"#);
    let dump = lowered(&text);
    let lines = dump.lines().skip_while(|line| !line.starts_with("S = "));
    lines.take_while(|line| !line.starts_with("N = ")).map(|line| format!("{line}\n")).collect()
}
