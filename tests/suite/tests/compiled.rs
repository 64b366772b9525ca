//! Every machine in `testdata`, compiled, each with a test that runs its cases.

/// A machine of this name, from this file.
macro_rules! compiled {
    ($(#[$attribute:ident])? $name:literal, $file:literal) => {
        sfn::sfn! { $(#[$attribute])? machine Machine from $file; }

        #[test]
        fn cases() {
            sfn_tests_suite::Machine::named($name).run_cases(Machine, MachineHandlers);
        }
    };
}
use compiled;

include!(concat!(env!("OUT_DIR"), "/machines.rs"));
