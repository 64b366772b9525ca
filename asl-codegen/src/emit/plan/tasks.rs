//! Which handler serves which task.
//!
//! A distinct task of the definition is served by one method, unless bindings say otherwise: one
//! `state` binding takes its state's work out of it, and one `lambda` binding serves a function
//! that is called in more than one way.

use asl_lang::ast::{IntegrationPattern, ResourceKind};
use asl_lang::ir::{self, StateId};
use proc_macro2::{Ident, Span};

use super::ident;
use crate::declaration::names::Names;
use crate::declaration::{Binding, Declaration, Selector, TaskPattern};

/// States of a distinct task that one method serves.
pub(crate) struct TaskPlan<'a> {
    pub(crate) task: &'a ir::DistinctTask,
    /// The states, in order.
    pub(crate) states: Vec<StateId>,
    /// The method of the trait.
    pub(crate) method: Ident,
    /// The signature the caller gave it.
    pub(crate) binding: Option<&'a Binding>,
    /// How its result comes.
    pub(crate) pattern: TaskPattern,
    /// Whether the method may leave the result to whoever holds the task's token.
    pub(crate) may_submit: bool,
    /// Whether the handler sees the payload of a `lambda:invoke` alone.
    pub(crate) envelope: bool,
}

/// A binding that fits no task of the definition.
pub(crate) struct PlanError {
    pub(crate) span: Span,
    pub(crate) message: String,
}

/// The methods for all tasks, in the order of the tasks. `states` has the names of the states by
/// their ids.
pub(in crate::emit) fn plan_tasks<'a>(
    declaration: &'a Declaration,
    tasks: &'a [ir::DistinctTask],
    states: &[&str],
) -> (Vec<TaskPlan<'a>>, Vec<PlanError>) {
    let mut names = Names::task_methods();
    for binding in &declaration.bindings {
        names.reserve(&binding.method.to_string());
    }
    let mut plans: Vec<TaskPlan<'a>> = Vec::with_capacity(tasks.len());
    for task in tasks {
        let first = plans.len();
        for state in &task.states {
            let state_name = state_name(states, *state);
            let binding = best_binding(declaration, task, state_name);
            let same = |plan: &&mut TaskPlan<'a>| is_same(plan.binding, binding);
            if let Some(plan) = plans.iter_mut().skip(first).find(same) {
                plan.states.push(*state);
                continue;
            }
            let method = match binding {
                Some(binding) => binding.method.clone(),
                None => ident(&names.claim([task.name.as_str(), state_name])),
            };
            let is_lambda = binding.is_some_and(|b| matches!(b.selector, Selector::Lambda(_)));
            let is_invoke = matches!(task.resource.kind, ResourceKind::Integration { .. });
            let pattern = pattern(&task.resource.kind);
            plans.push(TaskPlan {
                task,
                states: vec![*state],
                method,
                binding,
                pattern,
                may_submit: pattern != TaskPattern::RequestResponse,
                envelope: is_lambda && is_invoke,
            });
        }
    }
    share_methods(&mut plans);
    let is_used = |binding| plans.iter().any(|plan| is_same(plan.binding, Some(binding)));
    let unused = declaration.bindings.iter().filter(|binding| !is_used(binding));
    let errors = unused.map(|binding| unused_binding(binding, tasks, states)).collect();
    (plans, errors)
}

/// What is called by one method may be submitted if any of it may.
fn share_methods(plans: &mut [TaskPlan<'_>]) {
    let submitted = plans.iter().filter(|plan| plan.may_submit);
    let submitted: Vec<Ident> = submitted.map(|plan| plan.method.clone()).collect();
    for plan in plans {
        plan.may_submit = submitted.contains(&plan.method);
    }
}

fn is_same(one: Option<&Binding>, other: Option<&Binding>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => std::ptr::eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// The binding for a state's task: by state, else by the name of what does the work, else by
/// `Resource`.
fn best_binding<'a>(
    declaration: &'a Declaration,
    task: &ir::DistinctTask,
    state: &str,
) -> Option<&'a Binding> {
    let service = service(&task.resource.kind);
    let rank = |binding: &&Binding| {
        let text = binding.selector.text().value();
        let (rank, fits) = match &binding.selector {
            Selector::State(_) => (0, state == text),
            Selector::Lambda(_) => (1, service == "lambda" && task.name == text),
            Selector::Activity(_) => (1, service == "activity" && task.name == text),
            Selector::StateMachine(_) => (1, service == "states" && task.name == text),
            Selector::Resource(_) => (2, task.resource.arn == text),
        };
        fits.then_some(rank)
    };
    let fitting = declaration.bindings.iter().filter(|binding| rank(binding).is_some());
    fitting.min_by_key(rank)
}

fn unused_binding(binding: &Binding, tasks: &[ir::DistinctTask], states: &[&str]) -> PlanError {
    let (text, keyword) = (binding.selector.text(), binding.selector.keyword());
    let mut message = format!("no task of the definition is `{keyword} \"{}\"`", text.value());
    let selectors: Vec<(&str, &str)> =
        tasks.iter().flat_map(|task| selectors(task, states)).collect();
    let alike = selectors.iter().filter(|(other, _)| *other == keyword).map(|(_, name)| *name);
    if selectors.contains(&(keyword, &text.value())) {
        message = format!("nothing is left for `{keyword} \"{}\"`", text.value());
        message.push_str("\nhelp: other bindings serve its tasks; leave this one out");
    } else if let Some(near) = asl_lang::diagnostic::suggestion(&text.value(), alike) {
        message.push_str(&format!("\nhelp: did you mean `{keyword} \"{near}\"`?"));
    } else if selectors.is_empty() {
        message.push_str("\nhelp: the definition has no tasks");
    } else {
        let states = selectors.iter().filter(|(other, _)| *other == "state");
        let states: Vec<String> = states.map(|(k, name)| format!("`{k} \"{name}\"`")).collect();
        message.push_str(&format!("\nhelp: there are {}", states.join(", ")));
    }
    PlanError { span: text.span(), message }
}

/// The selectors that fit a task: the name of what does the work, its states, its `Resource`.
fn selectors<'a>(
    task: &'a ir::DistinctTask,
    states: &'a [&'a str],
) -> impl Iterator<Item = (&'static str, &'a str)> {
    let keyword = match service(&task.resource.kind) {
        "lambda" => Some("lambda"),
        "activity" => Some("activity"),
        "states" => Some("machine"),
        _ => None,
    };
    let work = keyword.map(|keyword| (keyword, task.name.as_str()));
    let states = task.states.iter().map(|id| ("state", state_name(states, *id)));
    work.into_iter().chain(states).chain([("resource", task.resource.arn.as_str())])
}

fn state_name<'a>(states: &[&'a str], id: StateId) -> &'a str {
    states.get(id.0 as usize).copied().unwrap_or_default()
}

/// The service that does a task's work.
fn service(resource: &ResourceKind) -> &str {
    match resource {
        ResourceKind::LambdaFunction { .. } => "lambda",
        ResourceKind::Activity { .. } => "activity",
        ResourceKind::Integration { service, .. } => service,
        ResourceKind::Other => "",
    }
}

/// How the result of a resource's task comes.
fn pattern(resource: &ResourceKind) -> TaskPattern {
    match resource {
        ResourceKind::Activity { .. } => TaskPattern::Activity,
        ResourceKind::Integration { pattern, .. } => match pattern {
            IntegrationPattern::RequestResponse => TaskPattern::RequestResponse,
            IntegrationPattern::Sync | IntegrationPattern::Sync2 => TaskPattern::Job,
            IntegrationPattern::WaitForTaskToken => TaskPattern::Callback,
        },
        ResourceKind::LambdaFunction { .. } | ResourceKind::Other => TaskPattern::RequestResponse,
    }
}
