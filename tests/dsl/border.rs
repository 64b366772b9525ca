//! Where inputs come in and outputs leave.

use serde::{Deserialize, Serialize};
use sfn::{Engine, sfn};

use crate::support::block_on;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Order {
    id: String,
    lines: Vec<Line>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Line {
    count: u32,
}

sfn! {
    machine First(order: Order) -> Option<Line> {
        start => Done(order.lines);
        state Done(lines: Vec<Line>) = succeed lines.into_iter().next();
    }

    machine Nothing {
        start => Done;
        state Done = succeed;
    }
}

#[test]
fn text_comes_in_and_leaves() {
    let first = Engine::new().register(First, ());
    let output = block_on(first.run_json(br#"{ "id": "o", "lines": [{ "count": 3 }] }"#));
    assert_eq!(output.unwrap().output, br#"{"count":3}"#);
    let output = block_on(first.run(Order { id: "o".into(), lines: Vec::new() }));
    assert!(output.unwrap().output.is_none());
}

#[test]
fn an_input_that_does_not_fit_fails_at_the_border() {
    let first = Engine::new().register(First, ());
    let failed = |text: &str| block_on(first.run_json(text.as_bytes())).unwrap_err();
    let misfit = failed(r#"{ "id": "o", "lines": [{ "count": 3 }, { "count": "many" }] }"#);
    assert_eq!(misfit.error(), "States.Runtime");
    assert_eq!(misfit.state(), None);
    assert_eq!(
        misfit.cause(),
        "the input does not fit `dsl::border::Order` at `$.lines[1].count`: invalid type: string \
         \"many\", expected u32 at line 1 column 56"
    );
    assert_eq!(failed("{").error(), "InvalidExecutionInput");
}

#[test]
fn a_machine_without_input_takes_any_and_gives_null() {
    let nothing = Engine::new().register(Nothing, ());
    for text in ["{}", "null", ""] {
        let output = block_on(nothing.run_json(text.as_bytes())).unwrap().output;
        assert_eq!(output, b"null");
    }
    block_on(nothing.run(())).unwrap();
}

impl FirstTasks for () {}
impl NothingTasks for () {}
