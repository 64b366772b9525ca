//! Each type of state.

use super::error_handling::retriers;
use super::expression::{self, Computed, Data};
use super::flow::Flow;
use super::liveness::uses;
use super::{Lowering, Place};
use crate::ast;
use crate::ir::query::Expected;
use crate::ir::{
    Assignment, Choice, ChoiceRule, Expr, Fail, Let, Literal, Missing, Parallel, Pass, Register,
    StateKind, Succeed, Task, Wait, WaitUntil,
};
use crate::parse::location::Location;
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
            ast::StateKind::Map(map) => {
                StateKind::Map(Box::new(self.map(map, state.query_language, place)))
            }
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
        let assign = expression::assign(pass.assign.as_ref(), flow.data(), &Location::Root);
        let steps = flow
            .result_path(pass.result_path.as_ref())
            .output(pass.output_path.as_ref(), pass.output.as_ref(), &Location::Root)
            .finish(&live_after(&assign));
        Pass { steps, assign, transition: self.transition(&pass.transition) }
    }

    fn task(&mut self, task: &ast::Task, name: &str, place: Place<'_>) -> Task {
        let flow = input(place).input_path(task.input_path.as_ref());
        let effective = flow.data();
        let seconds = |field: &Option<Spanned<ast::Dynamic<u32>>>, name| {
            let place = Location::Root.field(name);
            field.as_ref().map(|field| expression::number(field, effective, &place))
        };
        let timeout = seconds(&task.timeout_seconds, "TimeoutSeconds");
        let heartbeat = seconds(&task.heartbeat_seconds, "HeartbeatSeconds");
        let credentials = (task.credentials.as_ref())
            .map(|template| super::task::credentials(template, effective));
        let flow = flow
            .template(Register::Arguments, "Parameters", task.parameters.as_ref())
            .template(Register::Arguments, "Arguments", task.arguments.as_ref());
        let mut live = vec![flow.data().register];
        live.extend([&timeout, &heartbeat, &credentials].into_iter().flatten().flat_map(uses));
        let leave = place.flow(Register::Result).template(
            Register::Selected,
            "ResultSelector",
            task.result_selector.as_ref(),
        );
        let (leave, assign) = left(
            leave,
            task.result_path.as_ref(),
            Output { path: task.output_path.as_ref(), template: task.output.as_ref() },
            task.assign.as_ref(),
        );
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
        let choices = Location::Root.field("Choices");
        let rules = choice.choices.iter().enumerate().map(|(index, rule)| {
            let at = choices.index(index);
            let output =
                Output { path: choice.output_path.as_ref(), template: rule.output.as_ref() };
            ChoiceRule {
                condition: super::condition::condition(&rule.condition, data, &at),
                leave: leave(data, output, place, &at),
                assign: expression::assign(rule.assign.as_ref(), data, &at),
                next: self.target(&rule.next.value),
            }
        });
        let rules: Vec<ChoiceRule> = rules.collect();
        let assign = expression::assign(choice.assign.as_ref(), data, &Location::Root);
        let output = Output { path: choice.output_path.as_ref(), template: choice.output.as_ref() };
        let leave = leave(data, output, place, &Location::Root);
        let conditions = rules.iter().map(|rule| &rule.condition);
        let assigned = rules.iter().flat_map(|rule| &rule.assign).chain(&assign);
        let steps = rules.iter().flat_map(|rule| &rule.leave).chain(&leave);
        let read = read(conditions.chain(assigned.map(|assignment| &assignment.value)), steps);
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
        let assign = expression::assign(wait.assign.as_ref(), enter.data(), &Location::Root);
        let output = Output { path: wait.output_path.as_ref(), template: wait.output.as_ref() };
        let leave = leave(enter.data(), output, place, &Location::Root);
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
        let enter = input(place)
            .input_path(parallel.input_path.as_ref())
            .template(Register::Arguments, "Parameters", parallel.parameters.as_ref())
            .template(Register::Arguments, "Arguments", parallel.arguments.as_ref());
        let live = [enter.data().register];
        let leave = place.flow(Register::Result).template(
            Register::Selected,
            "ResultSelector",
            parallel.result_selector.as_ref(),
        );
        let (leave, assign) = left(
            leave,
            parallel.result_path.as_ref(),
            Output { path: parallel.output_path.as_ref(), template: parallel.output.as_ref() },
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

/// `OutputPath` and `Output`, of which a state has at most one.
#[derive(Clone, Copy)]
pub(super) struct Output<'a> {
    pub(super) path: Option<&'a Spanned<ast::Nullable<Path>>>,
    pub(super) template: Option<&'a ast::PayloadTemplate>,
}

/// The rest of a flow that leaves a state with a result, and what it assigns.
pub(super) fn left(
    selected: Flow<'_>,
    result_path: Option<&Spanned<ast::Nullable<ReferencePath>>>,
    output: Output<'_>,
    assign: Option<&ast::Assign>,
) -> (Vec<Let>, Vec<Assignment>) {
    let assign = expression::assign(assign, selected.data(), &Location::Root);
    let leave =
        selected.result_path(result_path).output(output.path, output.template, &Location::Root);
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
                let computed = Computed {
                    missing: Missing::Wait("SecondsPath"),
                    place: &Location::Root.field("Seconds"),
                    expected: Expected::Number,
                };
                WaitUntil::SecondsPath(expression::dynamic(field, data, computed, constant))
            }
        },
        ast::WaitUntil::Timestamp(field) => match field.value.literal() {
            Some(timestamp) => WaitUntil::Timestamp(timestamp.clone()),
            None => {
                let constant = |timestamp: &String| Literal::String(timestamp.clone());
                let computed = Computed {
                    missing: Missing::Wait("TimestampPath"),
                    place: &Location::Root.field("Timestamp"),
                    expected: Expected::String,
                };
                WaitUntil::TimestampPath(expression::dynamic(field, data, computed, constant))
            }
        },
    }
}

/// The registers that these expressions and steps read.
fn read<'a>(
    expressions: impl IntoIterator<Item = &'a Expr>,
    steps: impl IntoIterator<Item = &'a Let>,
) -> Vec<Register> {
    let values = steps.into_iter().map(|step| &step.value);
    expressions.into_iter().chain(values).flat_map(uses).collect()
}

fn succeed(succeed: &ast::Succeed, place: Place<'_>) -> Succeed {
    let steps = input(place)
        .input_path(succeed.input_path.as_ref())
        .output(succeed.output_path.as_ref(), succeed.output.as_ref(), &Location::Root)
        .finish(&[Register::Output]);
    Succeed { steps }
}

fn fail(fail: &ast::Fail, place: Place<'_>) -> Fail {
    let text = |field: &Option<Spanned<ast::Dynamic<String>>>, name: &str| {
        let field = field.as_ref()?;
        let computed = Computed {
            missing: Missing::Field(format!("{name}Path")),
            place: &Location::Root.field(name),
            expected: Expected::String,
        };
        let constant = |text: &String| Literal::String(text.clone());
        Some(expression::dynamic(field, place.data(Register::Input), computed, constant))
    };
    Fail { error: text(&fail.error, "Error"), cause: text(&fail.cause, "Cause") }
}

/// A flow that starts from the state's raw input.
pub(super) fn input(place: Place<'_>) -> Flow<'_> {
    place.flow(Register::Input)
}

/// What leaves a state that makes no result, or a choice rule, which stands at this place.
fn leave(data: Data<'_>, output: Output<'_>, place: Place<'_>, of: &Location<'_>) -> Vec<Let> {
    let flow =
        Flow::new(data, place.span, place.unread_steps).output(output.path, output.template, of);
    flow.finish(&[Register::Output])
}
