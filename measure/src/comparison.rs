//! Which versions of a workflow are set side by side, and what is aimed at.

use serde::Serialize;

/// A version of a workflow beside another one, by which its cost is judged.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Comparison {
    /// The workflow, which version of it is measured, and how data goes in and out.
    pub case: &'static str,
    /// What it is set beside.
    pub beside: &'static str,
    /// What the handlers return: beside, and measured where that differs.
    pub handlers_return: &'static str,
    /// Name of the runner of what it is set beside.
    pub baseline: &'static str,
    /// Name of the runner that is measured.
    pub measured: &'static str,
    /// The most that it may take of the baseline's time.
    pub aim: Option<f64>,
}

const BY_HAND: &str = "by hand, serde_json::Value";
const BY_HAND_TYPED: &str = "by hand, structs";
const BY_REFERENCE: &str = "by hand, structs, items borrowed";
const BY_HAND_VALUE: &str = "by hand, sfn::Value";
#[cfg(feature = "jsonata-core")]
const JSONATA_CORE: &str = "jsonata-core";
const JSONPATH: &str = "the same in JSONPath";
const UNOBSERVED: &str = "the same unobserved";

const NO_TASKS: &str = "no tasks";
const JSON: &str = "serde_json::json! / sfn::json!";
const OWN_JSON: &str = "sfn::json!";
#[cfg(feature = "peers")]
const FOREIGN_JSON: &str = "serde_json::json!";
const STRUCTS: &str = "structs";
const STRUCTS_AND_JSON: &str = "structs / sfn::json!";

macro_rules! comparisons {
    ($($(#[$cfg:meta])? $case:literal: $measured:literal, $beside:ident $baseline:literal,
        $handlers:ident $(, $aim:literal)?;)*) => {
        /// All comparisons, those with an aim first.
        pub const COMPARISONS: &[Comparison] = &[$($(#[$cfg])? Comparison {
            case: $case,
            beside: $beside,
            handlers_return: $handlers,
            baseline: $baseline,
            measured: $measured,
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
    "W1": "w1/compiled/values", BY_HAND "w1/serde_json/values", NO_TASKS, 0.5;
    "W2": "w2/compiled/values", BY_HAND "w2/serde_json/values", JSON, 0.6;
    "W2c": "w2c/compiled/values", BY_HAND "w2c/serde_json/values", JSON, 0.6;
    "W3": "w3/compiled/values", BY_HAND "w3/serde_json/values", NO_TASKS, 0.35;
    "W2 typed": "w2/typed-machine/values", BY_HAND_TYPED "w2/structs/values", STRUCTS, 1.15;
    "W1 in the DSL": "w1/dsl/values", BY_HAND_TYPED "w1/structs/values", NO_TASKS, 1.15;
    "W2 in the DSL": "w2/dsl/values", BY_HAND_TYPED "w2/structs/values", STRUCTS, 1.15;
    "W2c in the DSL": "w2c/dsl/values", BY_HAND_TYPED "w2c/structs/values", STRUCTS, 1.15;
    "W3 in the DSL": "w3/dsl/values", BY_HAND_TYPED "w3/structs/values", STRUCTS, 1.15;
    "W3 in the DSL": "w3/dsl/values", BY_REFERENCE "w3/structs-by-reference/values", STRUCTS, 1.15;
    "W1 in the DSL, text": "w1/dsl/text", BY_HAND_TYPED "w1/structs/text", NO_TASKS, 1.1;
    "W2 in the DSL, text": "w2/dsl/text", BY_HAND_TYPED "w2/structs/text", STRUCTS, 1.1;
    "W2c in the DSL, text": "w2c/dsl/text", BY_HAND_TYPED "w2c/structs/text", STRUCTS, 1.1;
    "W3 in the DSL, text": "w3/dsl/text", BY_HAND_TYPED "w3/structs/text", STRUCTS, 1.1;
    "W3 in the DSL, text": "w3/dsl/text", BY_REFERENCE "w3/structs-by-reference/text", STRUCTS, 1.1;
    "W1 with a history": "w1/history/values", UNOBSERVED "w1/compiled/values", NO_TASKS, 2.0;
    "W2 with a history": "w2/history/values", UNOBSERVED "w2/compiled/values", OWN_JSON, 2.0;
    "W2c with a history": "w2c/history/values", UNOBSERVED "w2c/compiled/values", OWN_JSON, 2.0;
    "W3 with a history": "w3/history/values", UNOBSERVED "w3/compiled/values", NO_TASKS, 2.0;
    "JSONata path": "path/compiled/query", BY_HAND_VALUE "path/by-hand/query", NO_TASKS, 1.5;
    "JSONata filter": "filter/compiled/query", BY_HAND_VALUE "filter/by-hand/query", NO_TASKS, 1.5;
    "JSONata sum": "sum/compiled/query", BY_HAND_VALUE "sum/by-hand/query", NO_TASKS, 1.5;
    "JSONata merge": "merge/compiled/query", BY_HAND_VALUE "merge/by-hand/query", NO_TASKS, 1.5;
    "JSONata concatenation": "concatenation/compiled/query", BY_HAND_VALUE "concatenation/by-hand/query", NO_TASKS, 1.5;
    "JSONata condition": "condition/compiled/query", BY_HAND_VALUE "condition/by-hand/query", NO_TASKS, 1.5;
    "JSONata map": "map/compiled/query", BY_HAND_VALUE "map/by-hand/query", NO_TASKS, 1.5;
    #[cfg(feature = "jsonata-core")]
    "JSONata path": "path/compiled/query", JSONATA_CORE "path/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata filter": "filter/compiled/query", JSONATA_CORE "filter/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata sum": "sum/compiled/query", JSONATA_CORE "sum/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata merge": "merge/compiled/query", JSONATA_CORE "merge/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata concatenation": "concatenation/compiled/query", JSONATA_CORE "concatenation/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata condition": "condition/compiled/query", JSONATA_CORE "condition/jsonata-core/query", NO_TASKS, 0.1;
    #[cfg(feature = "jsonata-core")]
    "JSONata map": "map/compiled/query", JSONATA_CORE "map/jsonata-core/query", NO_TASKS, 0.1;
    "W1 interpreted": "w1/interpreted/values", BY_HAND "w1/serde_json/values", NO_TASKS;
    "W2 interpreted": "w2/interpreted/values", BY_HAND "w2/serde_json/values", JSON;
    "W2c interpreted": "w2c/interpreted/values", BY_HAND "w2c/serde_json/values", JSON;
    "W3 interpreted": "w3/interpreted/values", BY_HAND "w3/serde_json/values", NO_TASKS;
    "W1 in JSONata": "w1-jsonata/compiled/values", BY_HAND "w1/serde_json/values", NO_TASKS;
    "W1 in JSONata": "w1-jsonata/compiled/values", JSONPATH "w1/compiled/values", NO_TASKS;
    "W1 in JSONata, interpreted": "w1-jsonata/interpreted/values", BY_HAND
        "w1/serde_json/values", NO_TASKS;
    "W2 in JSONata": "w2-jsonata/compiled/values", BY_HAND "w2/serde_json/values", JSON;
    "W2 in JSONata": "w2-jsonata/compiled/values", JSONPATH "w2/compiled/values", OWN_JSON;
    "W2 in JSONata, interpreted": "w2-jsonata/interpreted/values", BY_HAND
        "w2/serde_json/values", JSON;
    "W2c in JSONata": "w2c-jsonata/compiled/values", BY_HAND "w2c/serde_json/values", JSON;
    "W2c in JSONata": "w2c-jsonata/compiled/values", JSONPATH "w2c/compiled/values", OWN_JSON;
    "W2c in JSONata, interpreted": "w2c-jsonata/interpreted/values", BY_HAND
        "w2c/serde_json/values", JSON;
    "W3 in JSONata": "w3-jsonata/compiled/values", BY_HAND "w3/serde_json/values", NO_TASKS;
    "W3 in JSONata": "w3-jsonata/compiled/values", JSONPATH "w3/compiled/values", NO_TASKS;
    "W3 in JSONata, interpreted": "w3-jsonata/interpreted/values", BY_HAND
        "w3/serde_json/values", NO_TASKS;
    "JSONata path interpreted": "path/interpreted/query", BY_HAND_VALUE "path/by-hand/query",
        NO_TASKS;
    "JSONata filter interpreted": "filter/interpreted/query", BY_HAND_VALUE "filter/by-hand/query",
        NO_TASKS;
    "JSONata sum interpreted": "sum/interpreted/query", BY_HAND_VALUE "sum/by-hand/query",
        NO_TASKS;
    "JSONata merge interpreted": "merge/interpreted/query", BY_HAND_VALUE "merge/by-hand/query",
        NO_TASKS;
    "JSONata concatenation interpreted": "concatenation/interpreted/query", BY_HAND_VALUE "concatenation/by-hand/query",
        NO_TASKS;
    "JSONata condition interpreted": "condition/interpreted/query", BY_HAND_VALUE "condition/by-hand/query",
        NO_TASKS;
    "JSONata map interpreted": "map/interpreted/query", BY_HAND_VALUE "map/by-hand/query",
        NO_TASKS;
    #[cfg(feature = "peers")]
    "W2 by the `asl` crate": "w2/asl-crate/values", BY_HAND "w2/serde_json/values", FOREIGN_JSON;
    "W2c typed": "w2c/typed-machine/values", BY_HAND_TYPED "w2c/structs/values", STRUCTS;
    "W1 text": "w1/compiled/text", BY_HAND "w1/serde_json/text", NO_TASKS;
    "W2 text": "w2/compiled/text", BY_HAND "w2/serde_json/text", JSON;
    "W2c text": "w2c/compiled/text", BY_HAND "w2c/serde_json/text", JSON;
    "W3 text": "w3/compiled/text", BY_HAND "w3/serde_json/text", NO_TASKS;
    "W2 typed text": "w2/typed-machine/text", BY_HAND_TYPED "w2/structs/text", STRUCTS;
    "W2c typed text": "w2c/typed-machine/text", BY_HAND_TYPED "w2c/structs/text", STRUCTS;
    "W1": "w1/compiled/values", BY_HAND_TYPED "w1/structs/values", NO_TASKS;
    "W2": "w2/compiled/values", BY_HAND_TYPED "w2/structs/values", STRUCTS_AND_JSON;
    "W2c": "w2c/compiled/values", BY_HAND_TYPED "w2c/structs/values", STRUCTS_AND_JSON;
    "W3": "w3/compiled/values", BY_HAND_TYPED "w3/structs/values", NO_TASKS;
    "W1 text": "w1/compiled/text", BY_HAND_TYPED "w1/structs/text", NO_TASKS;
    "W2 text": "w2/compiled/text", BY_HAND_TYPED "w2/structs/text", STRUCTS_AND_JSON;
    "W2c text": "w2c/compiled/text", BY_HAND_TYPED "w2c/structs/text", STRUCTS_AND_JSON;
    "W3 text": "w3/compiled/text", BY_HAND_TYPED "w3/structs/text", NO_TASKS;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runners;

    #[test]
    fn every_comparison_names_two_runners() {
        let runners = runners();
        for Comparison { baseline, measured, .. } in COMPARISONS {
            for name in [baseline, measured] {
                assert!(runners.iter().any(|runner| runner.name() == *name), "no runner `{name}`");
            }
        }
    }
}
