//! Every machine in `testdata`, compiled, each with a test that runs its cases, and one that does so
//! with a checkpoint between any two steps.

/// A machine of this name, from this file.
macro_rules! compiled {
    ($(#[$attribute:ident])? $name:literal, $file:literal) => {
        sfn::sfn! { $(#[$attribute])? machine Machine from $file; }

        #[test]
        fn cases() {
            sfn_tests_suite::Machine::named($name).run_cases(Machine, MachineHandlers);
        }

        #[test]
        fn checkpoints() {
            let machine = sfn::machine::Restoring(Machine);
            sfn_tests_suite::Machine::named($name).run_cases(machine, MachineHandlers);
        }
    };
}
use compiled;

include!(concat!(env!("OUT_DIR"), "/machines.rs"));
