//! The workflows' inputs and expected outputs.

/// A workflow's input and the output it has to give, as JSON text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Documents {
    /// The workflow's name in lower case.
    pub(crate) workflow: &'static str,
    pub(crate) definition: &'static str,
    pub(crate) input: &'static str,
    pub(crate) expected: &'static str,
}

macro_rules! documents {
    ($workflow:literal of $definition:literal) => {
        documents!($workflow, $workflow of $definition)
    };
    ($name:literal, $workflow:literal of $definition:literal) => {
        Documents {
            workflow: $name,
            definition: include_str!(concat!("../../benches/workflows/", $definition, ".asl.json")),
            input: include_str!(concat!("../../benches/workflows/", $workflow, ".input.json")),
            expected: include_str!(concat!(
                "../../benches/workflows/",
                $workflow,
                ".expected.json"
            )),
        }
    };
}

/// Eight states without a task.
pub(crate) const W1: Documents = documents!("w1" of "w1");
/// Three tasks with retriers and catchers, and a choice.
pub(crate) const W2: Documents = documents!("w2" of "w2");
/// W2 with a task that fails: the failure is caught.
pub(crate) const W2C: Documents = documents!("w2c" of "w2");
/// A Map over a hundred items, then a Parallel of two.
pub(crate) const W3: Documents = documents!("w3" of "w3");

/// The same in JSONata, with variables instead of a document that grows.
pub(crate) const IN_JSONATA: [Documents; 4] = [W1_JSONATA, W2_JSONATA, W2C_JSONATA, W3_JSONATA];
pub(crate) const W1_JSONATA: Documents = documents!("w1-jsonata", "w1" of "w1-jsonata");
pub(crate) const W2_JSONATA: Documents = documents!("w2-jsonata", "w2" of "w2-jsonata");
pub(crate) const W2C_JSONATA: Documents = documents!("w2c-jsonata", "w2c" of "w2-jsonata");
pub(crate) const W3_JSONATA: Documents = documents!("w3-jsonata", "w3" of "w3-jsonata");
