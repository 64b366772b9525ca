//! Every machine in `testdata`, interpreted: the same cases that compiled machines pass.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use asl_interpreter::{Interpreter, Options};
use asl_lang::MachineType;
use asl_lang::source::Source;
use sfn::ExecutionType;
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

/// Runs all, and says of each that fails why.
#[test]
fn every_machine() {
    let machines = Machine::all();
    assert!(!machines.is_empty());
    let fails = |machine: &&Machine| {
        std::panic::catch_unwind(|| machine.run_cases(interpreter(machine), |script| script))
            .is_err()
    };
    let failed: Vec<&Machine> = machines.iter().filter(fails).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}
