//! The same machines in the typed DSL, over structs.

use std::fmt::Write;

use super::{Kind, Mix};

/// A machine made for measuring.
#[derive(Debug)]
pub(crate) struct Machine {
    /// The text of a module with the machine `Flow` and its types.
    pub(crate) module: String,
    /// Its tasks: `task_1` to the one with this number.
    pub(crate) tasks: u16,
}

const TYPES: &str = "\
//! A machine that `cargo xtask machine --dsl` has written: not to be edited.

use serde::{Deserialize, Serialize};
use sfn::{TaskError, sfn};

/// What is ordered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) amount: i64,
    pub(crate) wait: bool,
    pub(crate) kind: String,
    pub(crate) vip: bool,
    pub(crate) customer: Customer,
}

/// Who ordered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Customer {
    pub(crate) name: String,
}

/// What a task answers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Answer {
    pub(crate) status: String,
    pub(crate) reference: String,
}
";

impl Machine {
    pub(crate) fn new(states: u16, mix: Mix) -> Self {
        let name =
            |number| if number == states { "Done".to_owned() } else { format!("Step{number}") };
        let first = name(3);
        let (mut tasks, mut signatures, mut lines) = (0, String::new(), String::new());
        for number in 3..states {
            let next = name(number + 1);
            let after = name(states.min(number + 2));
            let state = match mix.kind(number) {
                Kind::Choice => choice(number, &next, &after),
                Kind::Pass => pass(number, &next),
                Kind::Task => {
                    tasks += 1;
                    let _ = writeln!(
                        signatures,
                        "            async fn task_{tasks}(order: &Order, last: &Answer) \
                         -> Result<Answer, TaskError>;"
                    );
                    task(number, tasks, &next, &after)
                }
            };
            lines.push_str(&state);
        }
        let module = format!(
            "{TYPES}
sfn! {{
    pub(crate) machine Flow(order: Order) -> Answer {{
        tasks {{
{signatures}        }}
        start => Start(order);
        state Start(order: Order) = choice {{
            order.wait => Pause(order),
            _          => {first}(Answer::default(), order),
        }}
        state Pause(order: Order) = wait 1h => {first}(Answer::default(), order);
{lines}        state Done(last: Answer, order: Order) =
            succeed Answer {{ status: last.status, reference: order.id }};
    }}
}}
"
        );
        Self { module, tasks }
    }
}

fn choice(number: u16, next: &str, after: &str) -> String {
    let most = 1000 + number;
    format!(
        "        state Step{number}(last: Answer, order: Order) = choice {{
            last.status == \"REFUSED\" => Done(last, order),
            order.kind == \"kind-{number}\" && (order.amount > {most} || order.vip)
                => {after}(last, order),
            _ => {next}(last, order),
        }}
"
    )
}

fn pass(number: u16, next: &str) -> String {
    format!(
        "        state Step{number}(last: Answer, order: Order) = pass => {next}(Answer {{
            status: last.status,
            reference: format!(\"order {{}} at step {number}\", order.id),
        }}, order);
"
    )
}

fn task(number: u16, task: u16, next: &str, after: &str) -> String {
    format!(
        "        #[timeout(30s)]
        #[retry(\"Transient\" | \"States.Timeout\", interval = 1s, max_attempts = 3, backoff = 2.0)]
        state Step{number}(last: Answer, order: Order) = task task_{task}(&order, &last) {{
            answer => {next}(answer, order),
            catch \"Declined\" as e => {after}(Answer {{
                status: \"DECLINED\".to_owned(),
                reference: e.cause,
            }}, order),
            catch _ as e => Done(Answer {{ status: e.error.into(), reference: e.cause }}, order),
        }}
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_has_the_states_it_was_asked_for() {
        for states in [4, 5, 25, 200] {
            for tasks_only in [false, true] {
                let Machine { module, tasks } = Machine::new(states, Mix { tasks_only });
                assert_eq!(module.matches("        state ").count(), usize::from(states));
                assert_eq!(module.matches(" = task ").count(), usize::from(tasks));
            }
        }
    }
}
