//! Every version of every workflow.
//!
//! The form `values` takes and gives what the flow works on, and each execution gets its own copy
//! of the input: a deep one of a `serde_json::Value` or a struct, a reference count of a `Value`,
//! which then copies what the flow changes. The form `text` takes and gives JSON text. The version
//! `history` is the compiled one with a history; valgrind counts what `measure-time run
//! w1/history/values 1000` takes.

use std::hint::black_box;
use std::rc::Rc;

use serde::Serialize;
use serde::de::DeserializeOwned;
use sfn::__private::jsonata::Item;
use sfn::{Engine, ExecutionError, History, Run, Value};
use tokio::runtime::{Builder, Runtime};

use crate::data::{
    Documents, IN_JSONATA, W1, W1_JSONATA, W2, W2_JSONATA, W2C, W2C_JSONATA, W3, W3_JSONATA,
};
use crate::dsl::{DslW1, DslW3};
use crate::native::{self, typed, value};
use crate::w2_dsl::DslW2;
use crate::w2_typed::{Order, TypedW2};
use crate::{Runner, compiled, interpreted, queries};

/// Every version of every workflow.
///
/// # Panics
/// One of them does not give the expected output.
pub fn runners() -> Vec<Runner> {
    made(None)
}

/// The runner of that name. No other is made or has run, so that all finds the heap as it began.
///
/// # Panics
/// It does not give the expected output.
pub fn runner(name: &str) -> Option<Runner> {
    made(Some(name.to_owned())).pop()
}

fn made(only: Option<String>) -> Vec<Runner> {
    let mut runners = Runners::new(only);
    runners.over_serde_json(W1, value::w1);
    for documents in [W2, W2C] {
        runners.over_serde_json(documents, async |input| value::w2(&value::Handlers, input).await);
    }
    runners.over_serde_json(W3, value::w3);
    runners.over_structs(W1, "structs", typed::w1);
    for documents in [W2, W2C] {
        let flow = async |order| typed::w2(&typed::Handlers, order).await;
        runners.over_structs(documents, "structs", flow);
    }
    runners.over_structs(W3, "structs", typed::w3);
    runners.over_structs(W3, "structs-by-reference", typed::w3_by_reference);
    runners.compiled();
    for documents in [W1, W2, W2C, W3].into_iter().chain(IN_JSONATA) {
        runners.interpreted(documents);
    }
    #[cfg(feature = "peers")]
    runners.asl_crate(W2);
    runners.queries();
    runners.all
}

struct Runners {
    runtime: Rc<Runtime>,
    /// The only one to be made.
    only: Option<String>,
    all: Vec<Runner>,
}

impl Runners {
    fn new(only: Option<String>) -> Self {
        let runtime = Builder::new_current_thread().enable_time().build();
        Self { runtime: Rc::new(runtime.expect("a runtime")), only, all: Vec::new() }
    }

    fn add<T: 'static>(
        &mut self,
        documents: Documents,
        version: &str,
        execute: impl AsyncFn() -> T + 'static,
        to_json: fn(T) -> serde_json::Value,
    ) {
        self.add_named(documents.workflow, version, documents.expected, execute, to_json);
    }

    fn add_named<T: 'static>(
        &mut self,
        name: &str,
        version: &str,
        expected: &str,
        execute: impl AsyncFn() -> T + 'static,
        to_json: fn(T) -> serde_json::Value,
    ) {
        let name = format!("{name}/{version}");
        if self.only.as_ref().is_some_and(|only| *only != name) {
            return;
        }
        self.all.push(Runner::new(name, &self.runtime, expected, execute, to_json));
    }

    fn over_serde_json(
        &mut self,
        documents: Documents,
        flow: impl AsyncFn(serde_json::Value) -> Result<serde_json::Value, native::Error>
        + Copy
        + 'static,
    ) {
        let text = documents.input;
        let input: serde_json::Value = parse(text);
        self.add(
            documents,
            "serde_json/values",
            async move || flow(black_box(&input).clone()).await,
            |output| output.expect("an output"),
        );
        let execute = async move || {
            let input = serde_json::from_str(black_box(text)).expect("a document");
            serde_json::to_vec(&flow(input).await.expect("an output"))
        };
        self.add(documents, "serde_json/text", execute, |text| {
            from_text(&text.expect("an output that is JSON"))
        });
    }

    fn over_structs<I, O>(
        &mut self,
        documents: Documents,
        version: &str,
        flow: impl AsyncFn(I) -> Result<O, native::Error> + Copy + 'static,
    ) where
        I: DeserializeOwned + Clone + 'static,
        O: Serialize + 'static,
    {
        let text = documents.input;
        let input: I = parse(text);
        self.add(
            documents,
            &format!("{version}/values"),
            async move || flow(black_box(&input).clone()).await,
            |output| to_json(&output.expect("an output")),
        );
        let execute = async move || {
            let input = serde_json::from_str(black_box(text)).expect("a document");
            serde_json::to_vec(&flow(input).await.expect("an output"))
        };
        self.add(documents, &format!("{version}/text"), execute, |text| {
            from_text(&text.expect("an output that is JSON"))
        });
    }
}

/// Adds the two runners of a machine.
macro_rules! add_machine {
    ($runners:ident, $documents:expr, $version:literal, $machine:expr, $input:ty) => {{
        let documents: Documents = $documents;
        let flow = Engine::new().register($machine, compiled::Handlers);
        let input: $input = parse(documents.input);
        $runners.add(
            documents,
            concat!($version, "/values"),
            async move || flow.run(black_box(&input).clone()).await,
            |run| to_json(&output(run)),
        );
        let flow = Engine::new().register($machine, compiled::Handlers);
        $runners.add(
            documents,
            concat!($version, "/text"),
            async move || flow.run_json(black_box(documents.input).as_bytes()).await,
            |run| from_text(&output(run)),
        );
    }};
}

/// Adds the runner of a compiled machine under a history, which is forgotten after each execution.
macro_rules! add_recorded {
    ($runners:ident, $documents:expr, $machine:expr) => {{
        let documents: Documents = $documents;
        let history = History::new();
        let engine = Engine::builder().observer(history.clone()).build();
        let flow = engine.register($machine, compiled::Handlers);
        let input: Value = parse(documents.input);
        $runners.add(
            documents,
            "history/values",
            async move || {
                let run = flow.run(black_box(&input).clone()).await;
                history.clear();
                run
            },
            |run| to_json(&output(run)),
        );
    }};
}

impl Runners {
    fn compiled(&mut self) {
        add_recorded!(self, W1, compiled::W1);
        add_recorded!(self, W2, compiled::W2);
        add_recorded!(self, W2C, compiled::W2);
        add_recorded!(self, W3, compiled::W3);
        add_machine!(self, W1, "compiled", compiled::W1, Value);
        add_machine!(self, W3, "compiled", compiled::W3, Value);
        add_machine!(self, W1, "dsl", DslW1, typed::Sale);
        add_machine!(self, W3, "dsl", DslW3, typed::Basket);
        add_machine!(self, W1_JSONATA, "compiled", compiled::JsonataW1, Value);
        add_machine!(self, W3_JSONATA, "compiled", compiled::JsonataW3, Value);
        for documents in [W2_JSONATA, W2C_JSONATA] {
            add_machine!(self, documents, "compiled", compiled::JsonataW2, Value);
        }
        for documents in [W2, W2C] {
            add_machine!(self, documents, "compiled", compiled::W2, Value);
            add_machine!(self, documents, "typed-machine", TypedW2, Order);
            add_machine!(self, documents, "dsl", DslW2, Order);
        }
    }

    #[cfg(feature = "peers")]
    fn asl_crate(&mut self, documents: Documents) {
        use crate::asl_crate;
        let machine = asl_crate::machine(documents);
        let input: serde_json::Value = parse(documents.input);
        let execute = async move || asl_crate::run(&machine, black_box(&input));
        self.add(documents, "asl-crate/values", execute, |output| output);
    }

    fn interpreted(&mut self, documents: Documents) {
        add_machine!(self, documents, "interpreted", interpreted::machine(documents), Value);
    }
}

impl Runners {
    /// The expressions of JSONata, with all that a state makes anew for each evaluation.
    fn queries(&mut self) {
        let states: Value = parse(queries::STATES);
        for query in queries::QUERIES {
            let (name, expected) = (query.name, query.expected());
            let (by_hand, given) = (query.by_hand, states.clone());
            let execute = async move || by_hand(black_box(&given));
            self.add_named(name, "by-hand/query", &expected, execute, |value| to_json(&value));
            let (compiled, bindings) = (query.compiled, [Item::from(states.clone())]);
            let execute = async move || {
                let cx = queries::evaluation();
                queries::value(compiled(&cx, Item::Undefined, black_box(&bindings)))
            };
            self.add_named(name, "compiled/query", &expected, execute, |value| to_json(&value));
            let (expression, bindings) = (query.interpreted(), [Item::from(states.clone())]);
            let execute = async move || {
                let cx = queries::evaluation();
                queries::value(expression.evaluate(&cx, Item::Undefined, black_box(&bindings)))
            };
            self.add_named(name, "interpreted/query", &expected, execute, |value| to_json(&value));
            #[cfg(feature = "jsonata-core")]
            {
                use crate::queries::jsonata_core::{self, Parsed};
                let parsed = Parsed::new(&query.text());
                let execute = async move || black_box(&parsed).evaluate();
                let to_json = jsonata_core::to_json;
                self.add_named(name, "jsonata-core/query", &expected, execute, to_json);
            }
        }
    }
}

fn output<O>(run: Result<Run<O>, ExecutionError>) -> O {
    run.expect("an execution that succeeds").output
}

fn parse<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).expect("the input is a document of the workflow")
}

fn from_text(text: &[u8]) -> serde_json::Value {
    serde_json::from_slice(text).expect("the output is JSON")
}

fn to_json<T: Serialize>(output: &T) -> serde_json::Value {
    serde_json::to_value(output).expect("the output has a JSON form")
}
