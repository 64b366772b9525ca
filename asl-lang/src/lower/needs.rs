//! What states need beside their data, so that a back end hands it to no other: random numbers,
//! the context object.

use crate::ir::query::Source;
use crate::ir::{
    Assignment, Catcher, Distributed, Expr, ExprKind, IntrinsicFunction, Let, Root, State,
    StateKind, WaitUntil,
};

/// What of a state may need something beside its data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its steps: all there is, but for a Map.
    Steps,
    /// The input of a Map's iterations.
    Iterations,
    /// The fields of a Distributed Map.
    MapRun,
}

/// Whether a part of the state reads the context object or random numbers, or evaluates JSONata,
/// which is given both.
pub fn needs_context(state: &State, part: Part) -> bool {
    let needs = |expression: &&Expr| {
        any(expression, &|expression| {
            is_random_call(expression)
                || is_context_path(expression)
                || matches!(expression.kind, ExprKind::Query(_))
        })
    };
    expressions_of(state, part).iter().any(needs)
}

/// Whether a data flow of the state calls `States.UUID`, or `States.MathRandom` without a seed.
pub fn is_random(state: &State) -> bool {
    expressions(state).into_iter().any(|expression| any(expression, &is_random_call))
}

/// Whether the state reads the context object or asks for the time.
pub fn reads_context(state: &State) -> bool {
    expressions(state).into_iter().any(|expression| any(expression, &is_context_path))
}

fn is_random_call(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Intrinsic { function, arguments, .. } => match function {
            IntrinsicFunction::Uuid => true,
            IntrinsicFunction::MathRandom => arguments.len() == 2,
            _ => false,
        },
        ExprKind::Query(query) => query.is_random(),
        _ => false,
    }
}

fn is_context_path(expression: &Expr) -> bool {
    match &expression.kind {
        ExprKind::Path { root, .. } | ExprKind::IsPresent { root, .. } => *root == Root::Context,
        ExprKind::Query(query) => query.sources.contains(&Source::Context) || query.reads_clock(),
        _ => false,
    }
}

/// All expressions of a state.
pub fn expressions(state: &State) -> Vec<&Expr> {
    let parts = [Part::Steps, Part::Iterations, Part::MapRun];
    parts.into_iter().flat_map(|part| expressions_of(state, part)).collect()
}

/// The expressions of a part of a state.
fn expressions_of(state: &State, part: Part) -> Vec<&Expr> {
    let mut found = Found(Vec::new());
    if part != Part::Steps {
        if let StateKind::Map(map) = &state.kind {
            match &map.distributed {
                _ if part == Part::Iterations => found.fields([&map.item_selector]),
                Some(distributed) => {
                    found.fields([&map.max_concurrency]);
                    found.distributed(distributed);
                }
                None => {}
            }
        }
        return found.0;
    }
    match &state.kind {
        StateKind::Pass(pass) => found.leave(&pass.steps, &pass.assign),
        StateKind::Task(task) => {
            found.steps(&task.enter);
            found.fields([&task.timeout, &task.heartbeat, &task.credentials]);
            found.leave(&task.leave, &task.assign);
            found.catchers(&task.catch);
        }
        StateKind::Choice(choice) => {
            found.steps(&choice.enter);
            for rule in &choice.rules {
                found.0.push(&rule.condition);
                found.leave(&rule.leave, &rule.assign);
            }
            found.leave(&choice.leave, &choice.assign);
        }
        StateKind::Wait(wait) => {
            found.steps(&wait.enter);
            match &wait.until {
                WaitUntil::SecondsPath(until) | WaitUntil::TimestampPath(until) => {
                    found.0.push(until);
                }
                WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => {}
            }
            found.leave(&wait.leave, &wait.assign);
        }
        StateKind::Succeed(succeed) => found.steps(&succeed.steps),
        StateKind::Fail(fail) => found.fields([&fail.error, &fail.cause]),
        StateKind::Parallel(parallel) => {
            found.steps(&parallel.enter);
            found.leave(&parallel.leave, &parallel.assign);
            found.catchers(&parallel.catch);
        }
        StateKind::Map(map) => {
            found.steps(&map.enter);
            found.fields([&map.max_concurrency]);
            found.leave(&map.leave, &map.assign);
            found.catchers(&map.catch);
        }
    }
    found.0
}

struct Found<'a>(Vec<&'a Expr>);

impl<'a> Found<'a> {
    fn steps(&mut self, steps: &'a [Let]) {
        self.0.extend(steps.iter().map(|step| &step.value));
    }

    fn assign(&mut self, assign: &'a [Assignment]) {
        self.0.extend(assign.iter().map(|assignment| &assignment.value));
    }

    fn leave(&mut self, steps: &'a [Let], assign: &'a [Assignment]) {
        self.steps(steps);
        self.assign(assign);
    }

    fn catchers(&mut self, catchers: &'a [Catcher]) {
        catchers.iter().for_each(|catcher| self.leave(&catcher.steps, &catcher.assign));
    }

    fn fields(&mut self, fields: impl IntoIterator<Item = &'a Option<Expr>>) {
        self.0.extend(fields.into_iter().flatten());
    }

    fn distributed(&mut self, distributed: &'a Distributed) {
        self.fields([
            &distributed.tolerated_failure_count,
            &distributed.tolerated_failure_percentage,
        ]);
        if let Some(reader) = &distributed.item_reader {
            self.fields([&reader.parameters, &reader.config.max_items]);
        }
        if let Some(batcher) = &distributed.item_batcher {
            self.fields([
                &batcher.batch_input,
                &batcher.max_items_per_batch,
                &batcher.max_input_bytes_per_batch,
            ]);
        }
        if let Some(writer) = &distributed.result_writer {
            self.fields([&writer.parameters]);
        }
    }
}

/// Whether `holds` is true of the expression or of one inside it.
fn any(expression: &Expr, holds: &dyn Fn(&Expr) -> bool) -> bool {
    holds(expression) || expression.parts().into_iter().any(|part| any(part, holds))
}
