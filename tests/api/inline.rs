//! Machines whose definition stands in the macro.

use serde::{Deserialize, Serialize};
use sfn::{Engine, TaskContext, TaskError, Value, json, sfn};

use crate::support::{block_on, engine};

#[derive(Serialize, Deserialize)]
struct Order {
    id: String,
    cents: u64,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Receipt {
    order: String,
    payment: String,
}

sfn! {
    /// As tokens, typed, with a task and values for placeholders.
    machine Checkout(order: Order) -> Receipt = {
        "Comment": "JSON as it is, \"quoted\" and all",
        "StartAt": "Wait a moment",
        "States": {
            // Comments are Rust's.
            "Wait a moment": { "Type": "Wait", "Seconds": ${Moment}, "Next": "Charge" },
            "Charge": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:${AWS::Region}:123456789012:function:charge",
                "ResultPath": "$.payment",
                "Retry": [{ "ErrorEquals": ["GatewayBusy"], "BackoffRate": 1.5, "MaxAttempts": 3 }],
                "Next": "Receipt"
            },
            "Receipt": {
                "Type": "Pass",
                "Parameters": { "order.$": "$.id", "payment.$": "$.payment.reference" },
                "End": true
            }
        }
    } with {
        substitute { "AWS::Region" = "eu-central-1", Moment = 5 }
        tasks { lambda "charge" => async fn charge(Order) -> Result<Value, TaskError>; }
    }

    /// As a raw string, with escapes that are JSON's alone.
    machine Escapes = r#"{
        "StartAt": "Done",
        "States": { "Done": { "Type": "Pass", "Result": "\u0041\/\b\f😀", "End": true } }
    }"#;

    /// The same value as tokens.
    machine Values = {
        "StartAt": "Done",
        "States": {
            "Done": {
                "Type": "Pass",
                "Result": {
                    "strings": ["", "ä → 😀", "\"\\\n\t", "\u{1F600}\x41", r#"raw "string""#],
                    "numbers": [0, -1, 2.5, -2.5e-3, 1E3, 18446744073709551615, -9223372036854775808],
                    "others": [true, false, null, [], {}, [[1], [{ "a": {} }]]]
                },
                "End": true
            }
        }
    };

    /// Through its string, with a task.
    machine Text(order: Order) -> String = "{
        \"StartAt\": \"Charge\",
        \"States\": {
            \"Charge\": { \"Type\": \"Task\", \"Resource\": \"arn:aws:states:::sns:publish\", \"End\": true }
        }
    }" with {
        tasks { resource "arn:aws:states:::sns:publish" => async fn publish(Order) -> String; }
    }
}

/// As tokens that come by way of another macro.
macro_rules! resting {
    ($name:ident, $seconds:literal, $next:tt) => {
        sfn! {
            machine $name = {
                "StartAt": "Rest",
                "States": {
                    "Rest": { "Type": "Wait", "Seconds": $seconds, "Next": "Next" },
                    "Next": $next
                }
            };
        }
    };
}

resting! { Resting, 7, { "Type": "Pass", "Result": -1, "End": true } }

struct Shop;

impl CheckoutTasks for Shop {
    async fn charge(&self, cx: &TaskContext<'_>, order: Order) -> Result<Value, TaskError> {
        if cx.attempt() == 1 {
            return Err(TaskError::new("GatewayBusy", "try again"));
        }
        Ok(json!({ "reference": format!("ch-{}-{}", order.id, order.cents) }))
    }
}

impl TextTasks for Shop {
    async fn publish(&self, _: &TaskContext<'_>, order: Order) -> String {
        order.id
    }
}

impl EscapesTasks for Shop {}
impl ValuesTasks for Shop {}
impl RestingTasks for Shop {}

fn order() -> Order {
    Order { id: "o-17".to_owned(), cents: 2500 }
}

#[test]
fn tokens_run() {
    let run = block_on(engine().register(Checkout, Shop).run(order())).unwrap();
    let receipt = Receipt { order: "o-17".to_owned(), payment: "ch-o-17-2500".to_owned() };
    assert_eq!(run.output, receipt);
}

#[test]
fn tokens_of_another_macro_run() {
    let run = block_on(engine().register(Resting, Shop).run(Value::Null)).unwrap();
    assert_eq!(run.output, json!(-1));
}

#[test]
fn strings_run() {
    let run = block_on(Engine::new().register(Escapes, Shop).run(Value::Null)).unwrap();
    assert_eq!(run.output, json!("A/\u{8}\u{c}😀"));
    let run = block_on(Engine::new().register(Text, Shop).run(order())).unwrap();
    assert_eq!(run.output, "o-17");
}

#[test]
fn tokens_have_the_values_of_json() {
    let run = block_on(Engine::new().register(Values, Shop).run_json(b"{}")).unwrap();
    let output: serde_json::Value = serde_json::from_slice(&run.output).unwrap();
    let expected = serde_json::json!({
        "strings": ["", "ä → 😀", "\"\\\n\t", "😀A", "raw \"string\""],
        "numbers": [0, -1, 2.5, -2.5e-3, 1E3, u64::MAX, i64::MIN],
        "others": [true, false, null, [], {}, [[1], [{ "a": {} }]]]
    });
    assert_eq!(output, expected);
}
