//! Each type of state.

use super::Lowering;
use super::expression::{self, Data};
use super::flow::Flow;
use super::liveness::uses;
use crate::ast;
use crate::ir::{
    Choice, ChoiceRule, Expr, Fail, Let, Literal, Missing, Pass, Register, StateKind, Succeed,
    Task, Wait, WaitUntil,
};
use crate::path::Path;
use crate::source::{Span, Spanned};

impl Lowering<'_> {
    pub(super) fn kind(&mut self, state: &ast::State) -> StateKind {
        let span = state.span;
        match &state.kind {
            ast::StateKind::Pass(pass) => StateKind::Pass(self.pass(pass, span)),
            ast::StateKind::Task(task) => StateKind::Task(self.task(task, state)),
            ast::StateKind::Choice(choice) => StateKind::Choice(self.choice(choice, span)),
            ast::StateKind::Wait(wait) => StateKind::Wait(self.wait(wait, span)),
            ast::StateKind::Succeed(succeed) => StateKind::Succeed(self::succeed(succeed, span)),
            ast::StateKind::Fail(fail) => StateKind::Fail(self::fail(fail)),
            ast::StateKind::Parallel(_) | ast::StateKind::Map(_) => StateKind::Fail(refused(span)),
        }
    }

    fn pass(&self, pass: &ast::Pass, span: Span) -> Pass {
        let mut flow = input(span).input_path(pass.input_path.as_ref());
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
        let steps = flow
            .result_path(pass.result_path.as_ref())
            .output_path(pass.output_path.as_ref())
            .finish(&[Register::Output]);
        Pass { steps, transition: self.transition(&pass.transition) }
    }

    fn task(&mut self, task: &ast::Task, state: &ast::State) -> Task {
        let flow = input(state.span).input_path(task.input_path.as_ref());
        let effective = flow.data();
        let seconds = |field: &Option<Spanned<ast::Dynamic<u32>>>| {
            let field = field.as_ref()?;
            let constant = |seconds: &u32| Literal::Integer((*seconds).into());
            Some(expression::dynamic(field, effective, Missing::InvalidPath, constant))
        };
        let timeout = seconds(&task.timeout_seconds);
        let heartbeat = seconds(&task.heartbeat_seconds);
        let flow = flow.template(Register::Arguments, "Parameters", task.parameters.as_ref());
        let mut live = vec![flow.data().register];
        live.extend([&timeout, &heartbeat].into_iter().flatten().flat_map(uses));
        let leave = Flow::new(Data::new(Register::Result), state.span)
            .template(Register::Selected, "ResultSelector", task.result_selector.as_ref())
            .result_path(task.result_path.as_ref())
            .output_path(task.output_path.as_ref());
        Task {
            task: self.tasks.add(task, &state.name.value, self.target(&state.name.value)),
            resource: task.resource.value.clone(),
            enter: flow.finish(&live),
            timeout,
            heartbeat,
            leave: leave.finish(&[Register::Output]),
            retry: task.retry.iter().map(super::error_handling::retrier).collect(),
            catch: task.catch.iter().map(|catcher| self.catcher(catcher)).collect(),
            transition: self.transition(&task.transition),
        }
    }

    fn choice(&self, choice: &ast::Choice, span: Span) -> Choice {
        let enter = input(span).input_path(choice.input_path.as_ref());
        let data = enter.data();
        let rules = choice.choices.iter().map(|rule| ChoiceRule {
            condition: super::condition::condition(&rule.condition, data),
            next: self.target(&rule.next.value),
        });
        let rules: Vec<ChoiceRule> = rules.collect();
        let leave = output(data, choice.output_path.as_ref(), span);
        let conditions = rules.iter().map(|rule| &rule.condition);
        Choice {
            enter: enter.finish(&read(conditions, &leave)),
            rules,
            default: choice.default.as_ref().map(|name| self.target(&name.value)),
            leave,
        }
    }

    fn wait(&self, wait: &ast::Wait, span: Span) -> Wait {
        let enter = input(span).input_path(wait.input_path.as_ref());
        let until = until(&wait.until, enter.data());
        let leave = output(enter.data(), wait.output_path.as_ref(), span);
        let computed = match &until {
            WaitUntil::SecondsPath(value) | WaitUntil::TimestampPath(value) => Some(value),
            WaitUntil::Seconds(_) | WaitUntil::Timestamp(_) => None,
        };
        Wait {
            enter: enter.finish(&read(computed, &leave)),
            until,
            leave,
            transition: self.transition(&wait.transition),
        }
    }
}

fn until(until: &ast::WaitUntil, data: Data) -> WaitUntil {
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

fn succeed(succeed: &ast::Succeed, span: Span) -> Succeed {
    let steps = input(span)
        .input_path(succeed.input_path.as_ref())
        .output_path(succeed.output_path.as_ref())
        .finish(&[Register::Output]);
    Succeed { steps }
}

fn fail(fail: &ast::Fail) -> Fail {
    let text = |field: &Option<Spanned<ast::Dynamic<String>>>, name: &str| {
        let field = field.as_ref()?;
        let (data, missing) = (Data::new(Register::Input), Missing::Field(name.to_owned()));
        let constant = |text: &String| Literal::String(text.clone());
        Some(expression::dynamic(field, data, missing, constant))
    };
    Fail { error: text(&fail.error, "ErrorPath"), cause: text(&fail.cause, "CausePath") }
}

/// Stands for a type of state that validation refuses, Parallel and Map as yet.
fn refused(span: Span) -> Fail {
    let error = expression::literal(Literal::String("States.Runtime".to_owned()), span);
    Fail { error: Some(error), cause: None }
}

/// A flow that starts from the state's raw input.
fn input(span: Span) -> Flow {
    Flow::new(Data::new(Register::Input), span)
}

/// What leaves a state that makes no result.
fn output(data: Data, output_path: Option<&Spanned<ast::Nullable<Path>>>, span: Span) -> Vec<Let> {
    Flow::new(data, span).output_path(output_path).finish(&[Register::Output])
}
