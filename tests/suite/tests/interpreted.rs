//! Every machine in `testdata`, interpreted: the same cases that compiled machines pass.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use asl_interpreter::{Interpreter, Options};
use asl_lang::MachineType;
use asl_lang::source::Source;
use sfn::ExecutionType;
use sfn::machine::Restoring;
use sfn_tests_suite::Machine;

/// The machine of a definition.
fn interpreter(machine: &Machine) -> Interpreter {
    let source = Source::new(format!("{}.asl.json", machine.name), machine.definition());
    let (machine_type, execution_type) = match machine.is_express() {
        true => (MachineType::Express, ExecutionType::Express),
        false => (MachineType::Standard, ExecutionType::Standard),
    };
    let options = asl_lang::Options { machine_type, ..Default::default() };
    let compilation = asl_lang::compile(&source, &options);
    let found = compilation.diagnostics;
    let compiled = compilation.machine.unwrap_or_else(|| panic!("{}: {found:?}", machine.name));
    Interpreter::new(compiled, Options { execution_type, ..Options::named("Machine") }).unwrap()
}

#[test]
fn every_machine() {
    run_all(|machine| machine.run_cases(interpreter(machine), |script| script));
}

/// With a checkpoint between any two steps.
#[test]
fn every_machine_restored() {
    run_all(|machine| machine.run_cases(Restoring(interpreter(machine)), |script| script));
}

/// Runs all, and says of each that fails why.
fn run_all(run: fn(&Machine)) {
    let machines = Machine::all();
    assert!(!machines.is_empty());
    let fails = |machine: &&Machine| std::panic::catch_unwind(|| run(machine)).is_err();
    let failed: Vec<&Machine> = machines.iter().filter(fails).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}
