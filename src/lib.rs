//! Amazon States Language, compiled to Rust.
//!
//! [`sfn!`] reads a state machine's definition when your crate is built and makes a Rust type of
//! it, with a trait that has a method for each of its tasks. An [`Engine`] runs it, in memory and
//! in your own tokio runtime.
//!
//! ```
//! use sfn::{Engine, TaskContext, TaskError, Value, json, sfn};
//!
//! sfn! { machine Checkout from "workflows/checkout.asl.json"; }
//!
//! struct Shop;
//!
//! impl CheckoutTasks for Shop {
//!     async fn charge(&self, _: &TaskContext<'_>, order: &Value) -> Result<Value, TaskError> {
//!         match order.get("cents").and_then(Value::as_u64) {
//!             None | Some(0) => Err(TaskError::new("EmptyOrder", "there is nothing to charge")),
//!             Some(_) => Ok(json!({ "reference": "ch-1" })),
//!         }
//!     }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let checkout = Engine::new().register(Checkout, Shop);
//!
//! let run = checkout.run(json!({ "id": "o-17", "cents": 2500 })).await.unwrap();
//! assert_eq!(run.output, json!({ "order": "o-17", "payment": "ch-1" }));
//!
//! let error = checkout.run(json!({ "id": "o-18" })).await.unwrap_err();
//! assert_eq!(error.error(), "EmptyOrder");
//! assert_eq!(error.state(), Some("Charge"));
//! # }
//! ```
//!
//! # A short tour
//!
//! - [`sfn!`] says how a machine is declared: from a file or inline, typed input and output, typed
//!   tasks, values for the placeholders of a definition. `asl_codegen::compile()` does the same in a
//!   build script, for many files at once.
//! - [`Engine::register`] binds a machine to its handlers and gives a [`Workflow`]: [`run`] one
//!   execution in place, [`run_json`] from text to text, or [`start`] one in the background and
//!   keep its handle, an [`Execution`].
//! - A handler gets a [`TaskContext`]: the execution, the state, the attempt, heartbeats,
//!   cancellation, and a [`TaskToken`] where somebody else will give the result, through
//!   [`Callbacks`].
//! - A [`TaskHandler`] serves any task, told at run time which one is meant. The `…Handlers` type
//!   beside each machine lets it serve that machine, alone or together with typed handlers.
//! - An [`Observer`] is told what executions do: [`History`] keeps the events that AWS would record,
//!   [`Log`] hands them to `tracing`, [`TransitionPrinter`] prints what happens. An engine without
//!   one pays nothing for it.
//! - A [`Clock`] can be replaced: with [`TestClock`], three days pass at once.
//! - [`Value`] is JSON data whose clones cost a reference count; [`json!`] writes it.
//!
//! The project's README says which parts of the language work, and what the limits are.
//!
//! [`run`]: Workflow::run
//! [`run_json`]: Workflow::run_json
//! [`start`]: Workflow::start

pub use asl_macros::TaskError;
#[doc(inline)]
pub use asl_runtime::*;

/// What generated code and `sfn!` itself refer to. Not for people: it may change in any release.
#[doc(hidden)]
pub mod __private {
    pub use asl_macros::sfn_with_facade;
    pub use asl_runtime::generated::*;
}

/// Compiles state machines when the crate is built.
///
/// ```
/// # use sfn::sfn;
/// sfn! {
///     /// Charges a card and writes a receipt.
///     pub machine Checkout from "workflows/checkout.asl.json";
/// }
/// ```
///
/// The path is relative to the folder of the crate's `Cargo.toml`, else to the file in which the
/// macro stands. The crate is built again when the definition has changed. What AWS would refuse
/// in it does not compile, and neither does what [is not supported yet](crate); the message
/// points into the definition.
///
/// A file whose name ends in `.yaml` or `.yml` is YAML, which takes the feature `yaml`.
///
/// # Grammar
///
/// ```text
/// sfn!        = machine…
/// machine     = attribute… visibility "machine" Name [ "(" name ":" Type ")" ] [ "->" Type ]
///               ( "from" "path" ( ";" | body ) | "=" inline ( ";" | "with" body ) | dsl )
/// inline      = "{" JSON "}" | r#"{ JSON }"#
/// body        = "{" [ substitute ] [ tasks ] "}"
/// attribute   = doc comment | #[standard] | #[express] | #[warnings] | #[allow(…)]
/// substitute  = "substitute" "{" placeholder "=" literal "," … "}"
/// placeholder = Name | "Any::Name"
/// tasks       = "tasks" "{" binding… "}"
/// binding     = doc comment… selector "=>" "async fn" method "(" [ [ name ":" ] Type ] ")"
///               [ "->" Type ] ";"
/// selector    = "lambda" "name" | "activity" "name" | "machine" "name"
///             | "state" "Name" | "resource" "arn"
/// ```
///
/// `dsl` is a machine written in Rust, over plain structs: `machine Name { start => …; state … }`. The
/// project's `docs/dsl.md` is its reference.
///
/// `#[warnings]` shows what else is worth a look in the definition. A macro can only warn in the
/// shape of rustc's lint `deprecated`, which fails a build that denies warnings, so it has to be
/// asked to. Build scripts show warnings always.
///
/// # Definitions in the macro
///
/// A small definition may stand in the macro itself, as JSON. What is wrong with it is shown at
/// the token that is meant.
///
/// ```
/// # use sfn::{Engine, TaskContext, TaskError, Value, json, sfn};
/// sfn! {
///     machine Greet(name: String) -> String = {
///         "StartAt": "Greet",
///         "States": {
///             // The name comes as it is, a string of JSON.
///             "Greet": {
///                 "Type": "Task",
///                 "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:greet",
///                 "End": true
///             }
///         }
///     } with {
///         tasks { lambda "greet" => async fn greet(String) -> String; }
///     }
/// }
///
/// struct Host;
///
/// impl GreetTasks for Host {
///     async fn greet(&self, _: &TaskContext<'_>, name: String) -> String {
///         format!("Hello, {name}!")
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let greet = Engine::new().register(Greet, Host);
/// assert_eq!(greet.run("Ferris".to_owned()).await.unwrap().output, "Hello, Ferris!");
/// # }
/// ```
///
/// Its tokens are Rust's: strings have Rust's escapes, `//` begins a comment, and rustc refuses the
/// escapes that JSON alone has, `\u0041`, `\/`, `\b` and `\f`, before the macro sees them. A raw
/// string takes any JSON, and errors are shown as they are in a file:
///
/// ```
/// # use sfn::sfn;
/// sfn! {
///     machine Menu = r#"{
///         "StartAt": "Menu",
///         "States": { "Menu": { "Type": "Pass", "Result": "caf\u00e9", "End": true } }
///     }"#;
/// }
/// ```
///
/// # What it makes
///
/// Beside the macro, for a machine `Checkout`:
///
/// | name | what it is |
/// |---|---|
/// | `Checkout` | the machine, a [`StateMachine`](crate::StateMachine) |
/// | `CheckoutTasks` | a trait with a method for each distinct task |
/// | `CheckoutHandlers<H>` | lets a [`TaskHandler`](crate::TaskHandler) `H` serve the machine |
/// | `CheckoutState<'_>` | the state an execution is in, with its data: see [`View`](crate::View) |
///
/// An observer sees the state of whatever runs:
///
/// ```
/// use std::sync::{Arc, Mutex};
///
/// use sfn::observer::{Happening, Observation};
/// use sfn::{Engine, ExecutionInfo, Observer, json, sfn};
///
/// sfn! {
///     machine Nap = {
///         "StartAt": "Rest",
///         "States": {
///             "Rest": { "Type": "Wait", "SecondsPath": "$.seconds", "Next": "Awake" },
///             "Awake": { "Type": "Succeed" }
///         }
///     };
/// }
///
/// #[derive(Default)]
/// struct Sleepers(Mutex<Vec<String>>);
///
/// impl Observer for Sleepers {
///     type Execution = ();
///
///     fn begin(&self, _: &ExecutionInfo<'_>) {}
///
///     fn observe(&self, _: &mut (), observation: &Observation<'_>) {
///         if let (Happening::WaitStarted(_), Some(NapState::Rest { input, .. })) =
///             (observation.what, observation.state_of::<Nap>())
///         {
///             self.0.lock().unwrap().extend(input.get("who").map(ToString::to_string));
///         }
///     }
/// }
///
/// # struct Nobody;
/// # impl NapTasks for Nobody {}
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let sleepers = Arc::new(Sleepers::default());
/// let engine = Engine::builder().observer(Arc::clone(&sleepers)).build();
/// engine.register(Nap, Nobody).run(json!({ "who": "Ferris", "seconds": 0 })).await.unwrap();
/// assert_eq!(*sleepers.0.lock().unwrap(), ["\"Ferris\""]);
/// # }
/// ```
///
/// Every machine is [`Durable`](crate::Durable): an execution of it can be kept as JSON and taken up
/// again. Those of the typed DSL are unless they are `#[express]`.
///
/// # Input and output
///
/// Without types they are any JSON, a [`Value`](crate::Value). With types, serde converts them:
/// the input has to implement `Serialize + DeserializeOwned`, the output likewise.
///
/// ```
/// # use sfn::{Engine, TaskContext, TaskError, Value, json, sfn};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Order { id: String, cents: u64 }
///
/// #[derive(Serialize, Deserialize)]
/// struct Receipt { order: String, payment: String }
///
/// sfn! {
///     #[express]
///     machine Checkout(order: Order) -> Receipt from "workflows/checkout.asl.json";
/// }
/// # struct Shop;
/// # impl CheckoutTasks for Shop {
/// #     async fn charge(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
/// #         Ok(json!({ "reference": "ch-1" }))
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let checkout = Engine::new().register(Checkout, Shop);
/// let receipt = checkout.run(Order { id: "o-17".into(), cents: 2500 }).await.unwrap().output;
/// assert_eq!(receipt.payment, "ch-1");
/// # }
/// ```
///
/// # Tasks
///
/// States that name the same function, activity or state machine share one method of the trait;
/// any other Task state has its own. It is called after the function, activity or machine, else
/// after the state, in snake case, and takes and gives JSON:
///
/// ```text
/// async fn charge(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError>
/// ```
///
/// A binding in `tasks` gives a task a name and types of its own. Where several fit a task, `state`
/// comes first and `resource` last.
///
/// | selector | the task |
/// |---|---|
/// | `lambda "charge"` | the function of this name, named by `Resource` or by `FunctionName`. Of `lambda:invoke` the method sees the `Payload` alone, and its result becomes the `Payload` of the response |
/// | `activity "approve"` | the activity of this name |
/// | `machine "settle"` | executions of the state machine of this name |
/// | `state "Notify Customer"` | the work of this state |
/// | `resource "arn:aws:states:::sns:publish"` | the tasks with just this `Resource` |
///
/// The method takes its input as `Type` or `&Type`, or nothing where the parentheses are empty. It
/// gives a value, or a `Result` whose error converts into [`TaskError`](struct@crate::TaskError), which
/// has the name that `Retry` and `Catch` match.
///
/// The method of a task whose result may come later, which is one with `.waitForTaskToken`,
/// `.sync` or an activity, gives `Result<Answer<T>, E>` for the `T` of its binding: see
/// [`Answer`](crate::Answer).
///
/// ```
/// # use sfn::{Engine, TaskContext, TaskError, sfn};
/// # use serde::{Deserialize, Serialize};
/// #[derive(Deserialize)]
/// struct Order { id: String, cents: u64 }
///
/// #[derive(Serialize, Deserialize)]
/// struct Payment { reference: String }
///
/// struct GatewayBusy;
///
/// impl From<GatewayBusy> for TaskError {
///     fn from(_: GatewayBusy) -> Self {
///         TaskError::new("GatewayBusy", "try again later")
///     }
/// }
///
/// sfn! {
///     machine Checkout from "workflows/checkout.asl.json" {
///         tasks {
///             /// Takes the money.
///             lambda "charge" => async fn charge(Order) -> Result<Payment, GatewayBusy>;
///         }
///     }
/// }
///
/// struct Shop;
///
/// impl CheckoutTasks for Shop {
///     async fn charge(&self, cx: &TaskContext<'_>, order: Order) -> Result<Payment, GatewayBusy> {
///         if order.cents > 1_000_000 && cx.attempt() == 1 {
///             return Err(GatewayBusy);
///         }
///         Ok(Payment { reference: format!("ch-{}", order.id) })
///     }
/// }
/// # fn main() { Engine::new().register(Checkout, Shop); }
/// ```
///
/// A machine whose tasks are not all served does not compile:
///
/// ```compile_fail
/// # use sfn::{Engine, sfn};
/// sfn! { machine Checkout from "workflows/checkout.asl.json"; }
///
/// struct Shop;
///
/// Engine::new().register(Checkout, Shop); // `Shop` does not serve the tasks of `Checkout`
/// ```
///
/// # Substitutions
///
/// Values for the `${Placeholder}`s of a definition, as CloudFormation's
/// `DefinitionSubstitutions` gives them. In a string they are text; as a value of their own,
/// `"Count": ${Count}`, they are what they are.
///
/// ```
/// # use sfn::sfn;
/// # use serde::{Deserialize, Serialize};
/// sfn! {
///     machine OrderFlow from "workflows/order_flow.asl.json" {
///         substitute { "AWS::Region" = "eu-central-1", "AWS::AccountId" = "123456789012" }
///     }
/// }
/// ```
#[macro_export]
macro_rules! sfn {
    ($($tokens:tt)*) => {
        $crate::__private::sfn_with_facade! { [$crate] $($tokens)* }
    };
}

/// The README's Rust is compiled and run with the documentation's.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../docs/dsl.md")]
struct Dsl;
