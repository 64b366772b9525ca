//! Every machine in `tests/machines`, interpreted: the same cases that compiled machines pass.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

#[path = "../../tests/behaviour/cases.rs"]
mod cases;

use asl_interpreter::{Interpreter, Options};
use asl_lang::source::Source;

/// The machine of a definition.
fn machine(file: &str) -> Interpreter {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let source = Source::new(file, std::fs::read_to_string(path).unwrap());
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    let found = compilation.diagnostics;
    let machine = compilation.machine.unwrap_or_else(|| panic!("{file}: {found:?}"));
    Interpreter::new(machine, Options::named("Machine")).unwrap()
}

/// Runs all, and says of each that fails why.
#[test]
fn every_machine() {
    let mut files = cases::definitions("../tests/machines");
    files.sort_unstable();
    assert!(!files.is_empty());
    let run = |file: &&String| {
        std::panic::catch_unwind(|| cases::run_all(file, machine(file), |script| script)).is_err()
    };
    let failed: Vec<&String> = files.iter().filter(run).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}
