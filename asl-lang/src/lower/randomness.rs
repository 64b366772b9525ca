//! Which states need random numbers, so that a back end hands them to no other.

use crate::ir::{Expr, ExprKind, IntrinsicFunction, Let, Operand, State, StateKind, WaitUntil};

/// Whether a data flow of the state calls `States.UUID`, or `States.MathRandom` without a seed.
pub fn is_random(state: &State) -> bool {
    let steps = |steps: &[Let]| steps.iter().any(|step| draws(&step.value));
    let field = |field: &Option<Expr>| field.as_ref().is_some_and(draws);
    match &state.kind {
        StateKind::Pass(pass) => steps(&pass.steps),
        StateKind::Task(task) => {
            steps(&task.enter)
                || field(&task.timeout)
                || field(&task.heartbeat)
                || steps(&task.leave)
                || task.catch.iter().any(|catcher| steps(&catcher.steps))
        }
        StateKind::Choice(choice) => {
            steps(&choice.enter)
                || choice.rules.iter().any(|rule| draws(&rule.condition))
                || steps(&choice.leave)
        }
        StateKind::Wait(wait) => {
            let until = match &wait.until {
                WaitUntil::SecondsPath(until) | WaitUntil::TimestampPath(until) => draws(until),
                WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => false,
            };
            steps(&wait.enter) || until || steps(&wait.leave)
        }
        StateKind::Succeed(succeed) => steps(&succeed.steps),
        StateKind::Fail(fail) => field(&fail.error) || field(&fail.cause),
    }
}

fn draws(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Intrinsic { function: IntrinsicFunction::Uuid, .. } => true,
        ExprKind::Intrinsic { function: IntrinsicFunction::MathRandom, arguments, .. }
            if arguments.len() == 2 =>
        {
            true
        }
        ExprKind::Intrinsic { arguments: expressions, .. }
        | ExprKind::Array(expressions)
        | ExprKind::And(expressions)
        | ExprKind::Or(expressions) => expressions.iter().any(draws),
        ExprKind::Object(members) => members.iter().any(|(_, value)| draws(value)),
        ExprKind::Insert { value, .. } => draws(value),
        ExprKind::Compare { variable, operand, .. } => {
            draws(variable) || matches!(operand, Operand::Path(path) if draws(path))
        }
        ExprKind::Matches { variable, .. } | ExprKind::IsType { variable, .. } => draws(variable),
        ExprKind::Not(inner) => draws(inner),
        ExprKind::Literal(_)
        | ExprKind::Register(_)
        | ExprKind::Path { .. }
        | ExprKind::IsPresent { .. } => false,
    }
}
