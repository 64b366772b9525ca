//! `cargo xtask machine`: definitions of any size, alike in their mix of states.
//!
//! The machines of `cargo xtask compile-time` and those that wait in `measure-memory` come from
//! here. A definition starts with a Choice that leads to a Wait where the input says so and ends
//! with a Succeed. In between, of eight states, six are Tasks, one is a Choice and one a Pass. Each
//! Task has a function of its own, a result selector, a timeout, a retrier and two catchers; three
//! of four have parameters, the first takes its input as it is. In the typed DSL ([`dsl`]) the states
//! are alike, over structs.

pub(crate) mod dsl;

use anyhow::Result;
use clap::Args;
use serde_json::{Value, json};

/// A Choice, a Wait, a Task and a Succeed.
const FEWEST_STATES: i64 = 4;

/// Print the definition of a machine with this many states
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_parser = clap::value_parser!(u16).range(FEWEST_STATES..=10_000))]
    states: u16,
    #[command(flatten)]
    mix: Mix,
    /// Print a machine in the typed DSL, with its types
    #[arg(long)]
    dsl: bool,
}

/// Which states a machine is made of.
#[derive(Debug, Clone, Copy, Default, Args)]
pub(crate) struct Mix {
    /// Make every state between the first two and the last a Task
    #[arg(long)]
    tasks_only: bool,
}

/// What a state between the first two and the last is.
enum Kind {
    Choice,
    Pass,
    Task,
}

impl Mix {
    /// What the state with this number is.
    fn kind(self, number: u16) -> Kind {
        match number % 8 {
            1 if !self.tasks_only => Kind::Choice,
            2 if !self.tasks_only => Kind::Pass,
            _ => Kind::Task,
        }
    }
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let Arguments { states, mix, dsl } = *arguments;
    if dsl {
        print!("{}", dsl::Machine::new(states, mix).module);
    } else {
        print!("{}", Machine::new(states, mix).definition);
    }
    Ok(())
}

/// A definition made for measuring.
#[derive(Debug)]
pub(crate) struct Machine {
    /// Its text, a state a line.
    pub(crate) definition: String,
    /// Its functions: `task_1` to the one with this number.
    pub(crate) tasks: u16,
}

impl Machine {
    pub(crate) fn new(states: u16, mix: Mix) -> Self {
        let name =
            |number| if number == states { "Done".to_owned() } else { format!("Step{number}") };
        let mut tasks = 0;
        let mut lines = vec![
            line("Start", &start(&name(3))),
            line("Pause", &json!({"Type": "Wait", "Seconds": 3600, "Next": name(3)})),
        ];
        for number in 3..states {
            let next = name(number + 1);
            let after = name(states.min(number + 2));
            let state = match mix.kind(number) {
                Kind::Choice => choice(number, &next, &after),
                Kind::Pass => pass(number, &next),
                Kind::Task => {
                    tasks += 1;
                    task(tasks, &next, &after)
                }
            };
            lines.push(line(&name(number), &state));
        }
        lines.push(line("Done", &json!({"Type": "Succeed"})));
        let lines = lines.join(",\n");
        let definition = format!("{{\"StartAt\": \"Start\", \"States\": {{\n{lines}\n}}}}\n");
        Self { definition, tasks }
    }
}

fn line(name: &str, state: &Value) -> String {
    format!("\"{name}\": {state}")
}

fn start(next: &str) -> Value {
    json!({
        "Type": "Choice",
        "Choices": [{"Variable": "$.wait", "BooleanEquals": true, "Next": "Pause"}],
        "Default": next,
    })
}

fn choice(number: u16, next: &str, after: &str) -> Value {
    let amount = json!({"Variable": "$.amount", "NumericGreaterThan": 1000 + number});
    let kind = json!({"Variable": "$.kind", "StringEquals": format!("kind-{number}")});
    let vip = json!({"Variable": "$.vip", "BooleanEquals": true});
    json!({
        "Type": "Choice",
        "Choices": [
            {"Variable": "$.status", "StringEquals": "REFUSED", "Next": "Done"},
            {"And": [kind, {"Or": [amount, vip]}], "Next": after},
        ],
        "Default": next,
    })
}

fn pass(number: u16, next: &str) -> Value {
    json!({
        "Type": "Pass",
        "Parameters": {
            "label.$": format!("States.Format('order {{}} at step {number}', $.id)"),
            "total.$": format!("States.MathAdd($.amount, {number})"),
            "step": number,
        },
        "ResultPath": format!("$.pass_{number}"),
        "Next": next,
    })
}

fn task(number: u16, next: &str, after: &str) -> Value {
    let mut task = json!({
        "Type": "Task",
        "Resource": format!("arn:aws:lambda:us-east-1:123456789012:function:task_{number}"),
        "ResultSelector": {"status.$": "$.status", "reference.$": "$.ref"},
        "ResultPath": format!("$.task_{number}"),
        "TimeoutSeconds": 30,
        "Retry": [{
            "ErrorEquals": ["Transient", "States.Timeout"],
            "IntervalSeconds": 1,
            "MaxAttempts": 3,
            "BackoffRate": 2.0,
        }],
        "Catch": [
            {"ErrorEquals": ["Declined"], "ResultPath": "$.declined", "Next": after},
            {"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Done"},
        ],
        "Next": next,
    });
    if number % 4 != 1 {
        task["Parameters"] = json!({
            "id.$": "$.id",
            "amount.$": "$.amount",
            "customer": {"name.$": "$.customer.name", "channel": "web"},
            "step": number,
        });
    }
    task
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cargo::root;

    #[test]
    fn a_machine_has_the_states_it_was_asked_for() {
        for states in [4, 5, 25, 200] {
            for tasks_only in [false, true] {
                let machine = Machine::new(states, Mix { tasks_only });
                let definition: Value = serde_json::from_str(&machine.definition).unwrap();
                let made = definition["States"].as_object().unwrap();
                assert_eq!(made.len(), usize::from(states));
                let tasks = made.values().filter(|state| state["Type"] == "Task").count();
                assert_eq!(tasks, usize::from(machine.tasks));
            }
        }
    }

    #[test]
    fn the_machines_of_measure_memory_are_up_to_date() {
        for states in [5, 200] {
            let path = format!("measure/src/bin/memory/machines/{states}-states.asl.json");
            let kept = std::fs::read_to_string(root().join(&path)).unwrap();
            let made = Machine::new(states, Mix::default()).definition;
            assert!(kept == made, "write it anew: cargo xtask machine {states} > {path}");
        }
        let path = "measure/src/bin/memory/machines/dsl_200.rs";
        let kept = std::fs::read_to_string(root().join(path)).unwrap();
        let made = dsl::Machine::new(200, Mix::default()).module;
        assert!(kept == made, "write it anew: cargo xtask machine 200 --dsl > {path}");
    }
}
