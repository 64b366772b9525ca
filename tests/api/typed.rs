//! Typed input and output, and tasks with signatures of their own.

use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};
use sfn::{Engine, Status, TaskContext, TaskError, Value, json, sfn};

use crate::support::block_on;

sfn! {
    /// Fulfils one order.
    machine OrderFlow(order: Order) -> Receipt from "tests/api/definitions/order.asl.json" {
        tasks {
            /// Adds the lines up.
            lambda "validate" => async fn validate(order: &Order) -> Result<u64, TaskError>;
            lambda "charge" => async fn charge(ChargeRequest) -> Result<Charge, ChargeError>;
            state "Notify" => async fn notify(request: Value);
            lambda "archive" => async fn archive() -> bool;
        }
    }

    machine Substituted from "tests/api/definitions/substituted.asl.json" {
        substitute {
            Limit = 30,
            Table = "orders \"new\"",
            Count = 3,
            On = true,
            List = "[1, {}]",
        }
    }

    machine Unit(input: ()) -> () from "tests/api/definitions/one_task.asl.json" {
        tasks { lambda "work" => async fn work(()) -> (); }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Order {
    id: String,
    lines: Vec<u64>,
}

#[derive(Debug, Deserialize)]
struct ChargeRequest {
    id: String,
    total: u64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Charge {
    reference: String,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Receipt {
    id: String,
    reference: String,
    status: u16,
    archived: bool,
}

#[derive(Debug)]
enum ChargeError {
    Busy,
    Declined { total: u64 },
}

impl fmt::Display for ChargeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Busy => f.write_str("busy"),
            Self::Declined { total } => write!(f, "{total} is too much"),
        }
    }
}

impl Error for ChargeError {}

impl From<ChargeError> for TaskError {
    fn from(error: ChargeError) -> Self {
        let name = match error {
            ChargeError::Busy => "Busy",
            ChargeError::Declined { .. } => "CardDeclined",
        };
        TaskError::new(name, error.to_string())
    }
}

struct Shop;

impl OrderFlowTasks for Shop {
    async fn validate(&self, _: &TaskContext<'_>, order: &Order) -> Result<u64, TaskError> {
        if order.lines.is_empty() {
            return Err(TaskError::from_error(&fmt::Error));
        }
        Ok(order.lines.iter().sum())
    }

    async fn charge(
        &self,
        cx: &TaskContext<'_>,
        request: ChargeRequest,
    ) -> Result<Charge, ChargeError> {
        match request.total {
            1 if cx.attempt() == 1 => Err(ChargeError::Busy),
            2.. if request.total > 1_000 => Err(ChargeError::Declined { total: request.total }),
            _ => Ok(Charge { reference: format!("ch-{}-{}", request.id, cx.attempt()) }),
        }
    }

    async fn notify(&self, _: &TaskContext<'_>, request: Value) {
        assert_eq!(request, json!({ "Message": "o-17" }));
    }

    async fn archive(&self, _: &TaskContext<'_>) -> bool {
        true
    }
}

fn order(lines: &[u64]) -> Order {
    Order { id: "o-17".into(), lines: lines.into() }
}

#[test]
fn types_go_in_and_out() {
    let flow = crate::support::engine().register(OrderFlow, Shop);
    let receipt = |reference: &str| Receipt {
        id: "o-17".into(),
        reference: reference.into(),
        status: 200,
        archived: true,
    };
    assert_eq!(block_on(flow.run(order(&[10, 20]))).unwrap().output, receipt("ch-o-17-1"));
    assert_eq!(block_on(flow.run(order(&[1]))).unwrap().output, receipt("ch-o-17-2"));
}

#[test]
fn text_goes_in_and_out() {
    let flow = Engine::new().register(OrderFlow, Shop);
    let run = block_on(flow.run_json(br#"{ "lines": [5], "id": "o-17", "more": null }"#)).unwrap();
    assert_eq!(
        String::from_utf8(run.output).unwrap(),
        r#"{"id":"o-17","reference":"ch-o-17-1","status":200,"archived":true}"#
    );
}

#[test]
fn errors_are_named_by_their_conversion() {
    let flow = Engine::new().register(OrderFlow, Shop);
    let error = block_on(flow.run(order(&[1_001]))).unwrap_err();
    assert_eq!((error.error(), error.cause()), ("CardDeclined", "1001 is too much"));
    assert_eq!(error.state(), Some("Refused"));
    let error = block_on(flow.run(order(&[]))).unwrap_err();
    assert_eq!(error.error(), "States.TaskFailed");
    assert_eq!(error.state(), Some("Validate"));
}

#[test]
fn an_input_of_another_shape_is_refused() {
    let flow = Engine::new().register(OrderFlow, Shop);
    let error = block_on(flow.run_json(br#"{"id":17,"lines":[]}"#)).unwrap_err();
    assert_eq!(error.status(), Status::Failed);
    assert_eq!(error.error(), "InvalidExecutionInput");
    assert_eq!(error.state(), None);
}

#[test]
fn an_output_of_another_shape_is_an_error() {
    sfn! { machine Mistyped -> u32 from "tests/api/definitions/one_task.asl.json"; }
    let echo = crate::support::Function(|input: &Value| Ok(input.clone()));
    let flow = Engine::new().register(Mistyped, MistypedHandlers(echo));
    assert_eq!(block_on(flow.run(json!(3))).unwrap().output, 3);
    let error = block_on(flow.run(json!("three"))).unwrap_err();
    assert_eq!(error.error(), "States.Runtime");
    assert!(error.cause().contains("`u32`"), "{error}");
}

#[test]
fn an_argument_of_another_shape_fails_the_task() {
    sfn! {
        machine Misfit from "tests/api/definitions/one_task.asl.json" {
            tasks { lambda "work" => async fn work(number: u8) -> u8; }
        }
    }
    struct Work;
    impl MisfitTasks for Work {
        async fn work(&self, _: &TaskContext<'_>, number: u8) -> u8 {
            number
        }
    }
    let flow = Engine::new().register(Misfit, Work);
    assert_eq!(block_on(flow.run(json!(255))).unwrap().output, json!(255));
    let error = block_on(flow.run(json!(256))).unwrap_err();
    assert_eq!((error.error(), error.state()), ("States.TaskFailed", Some("Work")));
    assert!(error.cause().contains("`u8`"), "{error}");
}

#[test]
fn placeholders_are_filled() {
    struct NoTasks;
    impl SubstitutedTasks for NoTasks {}
    let flow = Engine::new().register(Substituted, NoTasks);
    let output = block_on(flow.run(json!({}))).unwrap().output;
    assert_eq!(
        output.to_string(),
        r#"{"table":"orders \"new\"","count":3,"on":true,"both":"orders \"new\"-3","list":[1,{}]}"#
    );
    let definition = sfn::StateMachine::definition(&Substituted);
    assert_eq!(definition.timeout, Some(std::time::Duration::from_secs(30)));
}

#[test]
fn unit_is_null() {
    struct Work;
    impl UnitTasks for Work {
        async fn work(&self, _: &TaskContext<'_>, (): ()) {}
    }
    let flow = Engine::new().register(Unit, Work);
    block_on(flow.run(())).unwrap();
    assert_eq!(block_on(flow.run_json(b"null")).unwrap().output, b"null");
}
