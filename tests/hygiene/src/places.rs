//! Machines in all places where items may stand, and of every visibility.

use sfn::{Value, sfn};

sfn! {
    /// Public.
    pub machine Public from "definitions/pass.asl.json";
    /// The crate's.
    pub(crate) machine Crate from "definitions/pass.asl.json";
    /// The parent's.
    pub(super) machine Parent from "definitions/pass.asl.json";
    machine Private from "definitions/pass.asl.json";
}

/// A module of its own.
pub mod inner {
    use sfn::sfn;

    sfn! { pub(in crate::places) machine Inside from "definitions/pass.asl.json"; }

    sfn! {
        /// Of the name that another machine has elsewhere.
        pub machine Public from "definitions/pass.asl.json";
    }
}

/// Machines in a function's body.
pub fn in_a_function() -> [&'static str; 2] {
    sfn! { machine Local from "definitions/pass.asl.json"; }
    let in_a_closure = || {
        sfn! { machine Local from "definitions/pass.asl.json"; }
        sfn::StateMachine::definition(&Local).name.len()
    };
    ["Local", if in_a_closure() == 5 { sfn::StateMachine::definition(&Local).name } else { "" }]
        .map(|name| match name {
            "Local" => "Local",
            _ => "",
        })
}

/// A machine that a macro makes.
macro_rules! machine {
    ($visibility:vis $name:ident: $input:ty => $output:ty = $file:literal) => {
        sfn! { $visibility machine $name(input: $input) -> $output from $file; }
    };
}

machine!(pub(crate) ByMacro: Value => Option<Value> = "definitions/pass.asl.json");

/// Looks at them all, so that none is unused.
pub fn names() -> Vec<String> {
    let names = |machines: &[&dyn std::fmt::Debug]| -> Vec<String> {
        machines.iter().map(|machine| format!("{machine:?}")).collect()
    };
    names(&[&Public, &Crate, &Parent, &Private, &inner::Inside, &inner::Public, &ByMacro])
}

#[cfg(test)]
mod tests {
    use super::*;

    struct NoTasks;

    impl PrivateTasks for NoTasks {}
    impl inner::InsideTasks for NoTasks {}

    #[test]
    fn they_run() {
        let input = sfn::json!({ "a": 1 });
        assert_eq!(crate::run(Private, NoTasks, input.clone()), Ok(input.clone()));
        assert_eq!(crate::run(inner::Inside, NoTasks, input.clone()), Ok(input));
    }

    #[test]
    fn they_are_there() {
        assert_eq!(in_a_function(), ["Local", "Local"]);
        assert_eq!(
            names(),
            ["Public", "Crate", "Parent", "Private", "Inside", "Public", "ByMacro"]
        );
    }
}
