//! Each type of state.

use super::error_handling::retriers;
use super::expression::{self, Data};
use super::flow::Flow;
use super::liveness::uses;
use super::{Lowering, Place};
use crate::ast;
use crate::ir::{
    Assignment, Choice, ChoiceRule, Expr, Fail, Let, Literal, Missing, Parallel, Pass, Register,
    StateKind, Succeed, Task, Wait, WaitUntil,
};
use crate::path::{Path, ReferencePath};
use crate::source::Spanned;

impl Lowering<'_> {
    pub(super) fn kind(&mut self, state: &ast::State, place: Place<'_>) -> StateKind {
        match &state.kind {
            ast::StateKind::Pass(pass) => StateKind::Pass(self.pass(pass, place)),
            ast::StateKind::Task(task) => {
                StateKind::Task(Box::new(self.task(task, &state.name.value, place)))
            }
            ast::StateKind::Choice(choice) => StateKind::Choice(self.choice(choice, place)),
            ast::StateKind::Wait(wait) => StateKind::Wait(self.wait(wait, place)),
            ast::StateKind::Succeed(succeed) => StateKind::Succeed(self::succeed(succeed, place)),
            ast::StateKind::Fail(fail) => StateKind::Fail(self::fail(fail, place)),
            ast::StateKind::Parallel(parallel) => {
                StateKind::Parallel(self.parallel(parallel, place))
            }
            ast::StateKind::Map(map) => StateKind::Map(Box::new(self.map(map, place))),
        }
    }

    fn pass(&self, pass: &ast::Pass, place: Place<'_>) -> Pass {
        let mut flow = input(place).input_path(pass.input_path.as_ref());
        match &pass.result {
            // `Parameters` beside a `Result` are not even evaluated.
            Some(result) => {
                let value = expression::literal(result.value.clone(), result.span);
                flow.set(Register::Result, "Result", value);
            }
            None => {
                let parameters = pass.parameters.as_ref();
                flow = flow.template(Register::Arguments, "Parameters", parameters);
            }
        }
        let assign = expression::assign(pass.assign.as_ref(), flow.data());
        let steps = flow
            .result_path(pass.result_path.as_ref())
            .output_path(pass.output_path.as_ref())
            .finish(&live_after(&assign));
        Pass { steps, assign, transition: self.transition(&pass.transition) }
    }

    fn task(&mut self, task: &ast::Task, name: &str, place: Place<'_>) -> Task {
        let flow = input(place).input_path(task.input_path.as_ref());
        let effective = flow.data();
        let seconds = |field: &Option<Spanned<ast::Dynamic<u32>>>| {
            let field = field.as_ref()?;
            let constant = |seconds: &u32| Literal::Integer((*seconds).into());
            Some(expression::dynamic(field, effective, Missing::InvalidPath, constant))
        };
        let timeout = seconds(&task.timeout_seconds);
        let heartbeat = seconds(&task.heartbeat_seconds);
        let credentials = (task.credentials.as_ref())
            .map(|template| expression::template(template, effective, &Missing::InvalidPath));
        let flow = flow.template(Register::Arguments, "Parameters", task.parameters.as_ref());
        let mut live = vec![flow.data().register];
        live.extend([&timeout, &heartbeat, &credentials].into_iter().flatten().flat_map(uses));
        let leave = Flow::new(place.data(Register::Result), place.span).template(
            Register::Selected,
            "ResultSelector",
            task.result_selector.as_ref(),
        );
        let (leave, assign) =
            left(leave, task.result_path.as_ref(), task.output_path.as_ref(), task.assign.as_ref());
        Task {
            task: self.tasks.add(task, name, self.target(name)),
            resource: task.resource.value.clone(),
            enter: flow.finish(&live),
            timeout,
            heartbeat,
            credentials,
            leave,
            assign,
            retry: retriers(&task.retry),
            catch: self.catchers(&task.catch, place),
            transition: self.transition(&task.transition),
        }
    }

    fn choice(&self, choice: &ast::Choice, place: Place<'_>) -> Choice {
        let enter = input(place).input_path(choice.input_path.as_ref());
        let data = enter.data();
        let rules = choice.choices.iter().map(|rule| ChoiceRule {
            condition: super::condition::condition(&rule.condition, data),
            assign: expression::assign(rule.assign.as_ref(), data),
            next: self.target(&rule.next.value),
        });
        let rules: Vec<ChoiceRule> = rules.collect();
        let assign = expression::assign(choice.assign.as_ref(), data);
        let leave = output(data, choice.output_path.as_ref(), place);
        let conditions = rules.iter().map(|rule| &rule.condition);
        let assigned = rules.iter().flat_map(|rule| &rule.assign).chain(&assign);
        let read = read(conditions.chain(assigned.map(|assignment| &assignment.value)), &leave);
        Choice {
            enter: enter.finish(&read),
            rules,
            default: choice.default.as_ref().map(|name| self.target(&name.value)),
            leave,
            assign,
        }
    }

    fn wait(&self, wait: &ast::Wait, place: Place<'_>) -> Wait {
        let enter = input(place).input_path(wait.input_path.as_ref());
        let until = until(&wait.until, enter.data());
        let assign = expression::assign(wait.assign.as_ref(), enter.data());
        let leave = output(enter.data(), wait.output_path.as_ref(), place);
        let computed = match &until {
            WaitUntil::SecondsPath(value) | WaitUntil::TimestampPath(value) => Some(value),
            WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => None,
        };
        let assigned = assign.iter().map(|assignment| &assignment.value);
        Wait {
            enter: enter.finish(&read(computed.into_iter().chain(assigned), &leave)),
            until,
            leave,
            assign,
            transition: self.transition(&wait.transition),
        }
    }

    fn parallel(&self, parallel: &ast::Parallel, place: Place<'_>) -> Parallel {
        let enter = input(place).input_path(parallel.input_path.as_ref()).template(
            Register::Arguments,
            "Parameters",
            parallel.parameters.as_ref(),
        );
        let live = [enter.data().register];
        let leave = Flow::new(place.data(Register::Result), place.span).template(
            Register::Selected,
            "ResultSelector",
            parallel.result_selector.as_ref(),
        );
        let (leave, assign) = left(
            leave,
            parallel.result_path.as_ref(),
            parallel.output_path.as_ref(),
            parallel.assign.as_ref(),
        );
        Parallel {
            enter: enter.finish(&live),
            branches: parallel.branches.iter().map(|scope| self.numbering.scope(scope)).collect(),
            leave,
            assign,
            retry: retriers(&parallel.retry),
            catch: self.catchers(&parallel.catch, place),
            transition: self.transition(&parallel.transition),
        }
    }
}

/// The rest of a flow that leaves a state with a result, and what it assigns.
pub(super) fn left(
    selected: Flow<'_>,
    result_path: Option<&Spanned<ast::Nullable<ReferencePath>>>,
    output_path: Option<&Spanned<ast::Nullable<Path>>>,
    assign: Option<&ast::Assign>,
) -> (Vec<Let>, Vec<Assignment>) {
    let assign = expression::assign(assign, selected.data());
    let leave = selected.result_path(result_path).output_path(output_path);
    (leave.finish(&live_after(&assign)), assign)
}

/// The registers read after the last step of a flow that leaves a state.
pub(super) fn live_after(assign: &[Assignment]) -> Vec<Register> {
    let assigned = assign.iter().flat_map(|assignment| uses(&assignment.value));
    assigned.chain([Register::Output]).collect()
}

fn until(until: &ast::WaitUntil, data: Data<'_>) -> WaitUntil {
    match until {
        ast::WaitUntil::Seconds(field) => match field.value.literal() {
            Some(seconds) => WaitUntil::Seconds(*seconds),
            None => {
                let constant = |seconds: &u32| Literal::Integer((*seconds).into());
                let missing = Missing::Wait("SecondsPath");
                WaitUntil::SecondsPath(expression::dynamic(field, data, missing, constant))
            }
        },
        ast::WaitUntil::Timestamp(field) => match field.value.literal() {
            Some(timestamp) => WaitUntil::Timestamp(timestamp.clone()),
            None => {
                let constant = |timestamp: &String| Literal::String(timestamp.clone());
                let missing = Missing::Wait("TimestampPath");
                WaitUntil::TimestampPath(expression::dynamic(field, data, missing, constant))
            }
        },
    }
}

/// The registers that these expressions and steps read.
fn read<'a>(expressions: impl IntoIterator<Item = &'a Expr>, steps: &'a [Let]) -> Vec<Register> {
    let values = steps.iter().map(|step| &step.value);
    expressions.into_iter().chain(values).flat_map(uses).collect()
}

fn succeed(succeed: &ast::Succeed, place: Place<'_>) -> Succeed {
    let steps = input(place)
        .input_path(succeed.input_path.as_ref())
        .output_path(succeed.output_path.as_ref())
        .finish(&[Register::Output]);
    Succeed { steps }
}

fn fail(fail: &ast::Fail, place: Place<'_>) -> Fail {
    let text = |field: &Option<Spanned<ast::Dynamic<String>>>, name: &str| {
        let field = field.as_ref()?;
        let (data, missing) = (place.data(Register::Input), Missing::Field(name.to_owned()));
        let constant = |text: &String| Literal::String(text.clone());
        Some(expression::dynamic(field, data, missing, constant))
    };
    Fail { error: text(&fail.error, "ErrorPath"), cause: text(&fail.cause, "CausePath") }
}

/// A flow that starts from the state's raw input.
pub(super) fn input(place: Place<'_>) -> Flow<'_> {
    Flow::new(place.data(Register::Input), place.span)
}

/// What leaves a state that makes no result.
fn output(
    data: Data<'_>,
    output_path: Option<&Spanned<ast::Nullable<Path>>>,
    place: Place<'_>,
) -> Vec<Let> {
    Flow::new(data, place.span).output_path(output_path).finish(&[Register::Output])
}
