//! Which versions of a workflow are set side by side, and what is aimed at.

use serde::Serialize;

/// A compiled machine beside the same flow written by hand.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Comparison {
    /// The workflow, and how data goes in and out.
    pub case: &'static str,
    /// What the flow written by hand works on.
    pub by_hand: &'static str,
    /// What the handlers return: by hand, and compiled where that differs.
    pub handlers_return: &'static str,
    /// Name of the runner of the flow written by hand.
    pub native: &'static str,
    /// Name of the runner of the compiled machine.
    pub compiled: &'static str,
    /// The most that the compiled machine may take of the time of the flow written by hand.
    pub aim: Option<f64>,
}

const NO_TASKS: &str = "no tasks";
const JSON: &str = "serde_json::json! / sfn::json!";
const STRUCTS: &str = "structs";
const STRUCTS_AND_JSON: &str = "structs / sfn::json!";

macro_rules! comparisons {
    ($($case:literal: $native:literal / $compiled:literal, $by_hand:literal, $handlers:ident $(, $aim:literal)?;)*) => {
        /// All comparisons, those with an aim first.
        pub const COMPARISONS: &[Comparison] = &[$(Comparison {
            case: $case,
            by_hand: $by_hand,
            handlers_return: $handlers,
            native: $native,
            compiled: $compiled,
            aim: aim!($($aim)?),
        }),*];
    };
}

macro_rules! aim {
    () => {
        None
    };
    ($aim:literal) => {
        Some($aim)
    };
}

comparisons! {
    "W1": "w1/serde_json/values" / "w1/compiled/values", "serde_json::Value", NO_TASKS, 0.5;
    "W2": "w2/serde_json/values" / "w2/compiled/values", "serde_json::Value", JSON, 0.6;
    "W2c": "w2c/serde_json/values" / "w2c/compiled/values", "serde_json::Value", JSON, 0.6;
    "W2 typed": "w2/structs/values" / "w2/typed-machine/values", "structs", STRUCTS, 1.15;
    "W2c typed": "w2c/structs/values" / "w2c/typed-machine/values", "structs", STRUCTS;
    "W1 text": "w1/serde_json/text" / "w1/compiled/text", "serde_json::Value", NO_TASKS;
    "W2 text": "w2/serde_json/text" / "w2/compiled/text", "serde_json::Value", JSON;
    "W2c text": "w2c/serde_json/text" / "w2c/compiled/text", "serde_json::Value", JSON;
    "W2 typed text": "w2/structs/text" / "w2/typed-machine/text", "structs", STRUCTS;
    "W2c typed text": "w2c/structs/text" / "w2c/typed-machine/text", "structs", STRUCTS;
    "W1": "w1/structs/values" / "w1/compiled/values", "structs", NO_TASKS;
    "W2": "w2/structs/values" / "w2/compiled/values", "structs", STRUCTS_AND_JSON;
    "W2c": "w2c/structs/values" / "w2c/compiled/values", "structs", STRUCTS_AND_JSON;
    "W1 text": "w1/structs/text" / "w1/compiled/text", "structs", NO_TASKS;
    "W2 text": "w2/structs/text" / "w2/compiled/text", "structs", STRUCTS_AND_JSON;
    "W2c text": "w2c/structs/text" / "w2c/compiled/text", "structs", STRUCTS_AND_JSON;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runners;

    #[test]
    fn every_comparison_names_two_runners() {
        let runners = runners();
        for Comparison { native, compiled, .. } in COMPARISONS {
            for name in [native, compiled] {
                assert!(runners.iter().any(|runner| runner.name() == *name), "no runner `{name}`");
            }
        }
    }
}
