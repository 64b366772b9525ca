//! States, branches and bodies.

use proc_macro2::Ident;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Pat};

use super::json::Json;
use super::translate::{Names, name_of};
use super::{Exporter, source};
use crate::dsl::ast::{
    After, Attributes, Call, Catch, Child, Inner, Kind, Length, Map, Retry, State, Transition, Work,
};
use crate::dsl::emit::resource;
use crate::dsl::names::plain;
use crate::dsl::plan::{StatePlan, bare_pattern};

pub(super) type Members = Vec<(String, Json)>;

pub(super) fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

impl<'a> Exporter<'_, 'a> {
    pub(super) fn state(&mut self, plan: &StatePlan<'a>, state: &'a State) -> Json {
        let names = self.names(plan, state);
        let mut members = vec![member("Type", Json::text(crate::dsl::emit::type_name(plan)))];
        members.extend(comment(&state.docs));
        match &state.kind {
            Kind::Task { call, after } => {
                members.extend(self.call(call, &state.attributes, &names));
                members.extend(self.after(after, &state.attributes, &names));
            }
            Kind::Pass(next) => members.extend(self.leave(next, &names)),
            Kind::Choice { rules, otherwise } => {
                let rules = rules.iter().map(|(condition, next)| {
                    let mut rule = vec![member("Condition", self.expression(condition, &names))];
                    rule.extend(self.leave(next, &names));
                    Json::Object(rule)
                });
                members.push(member("Choices", Json::Array(rules.collect())));
                let otherwise = otherwise.iter().flat_map(|next| self.leave(next, &names));
                members.extend(otherwise.map(|(name, value)| {
                    (if name == "Next" { "Default".to_owned() } else { name }, value)
                }));
            }
            Kind::Match { on, arms } => members.extend(self.matching(on, arms, &names)),
            Kind::Wait { length, next } => {
                members.push(self.length(length, &names));
                members.extend(self.leave(next, &names));
            }
            Kind::Succeed(output) => {
                let output = match output {
                    Some(output) => self.expression(output, &names),
                    None => Json::Raw("null".to_owned()),
                };
                members.push(member("Output", output));
            }
            Kind::Fail { error, cause } => {
                for (field, value) in [("Error", error), ("Cause", cause)] {
                    if let Some(value) = value {
                        members.push(member(field, self.expression(value, &names)));
                    }
                }
            }
            Kind::Parallel { branches, after } => {
                let branches = branches.iter().map(|branch| self.scope(branch, &names));
                members.push(member("Branches", Json::Array(branches.collect())));
                members.extend(self.after(after, &state.attributes, &names));
            }
            Kind::Map(map) => {
                members.extend(self.map(map, &state.attributes, &names));
                members.extend(self.after(&map.after, &state.attributes, &names));
            }
            Kind::Broken => {}
        }
        Json::Object(members)
    }

    /// Where the parameters of a state are.
    fn names(&self, plan: &StatePlan<'a>, state: &State) -> Names {
        let is_first = self.plan.starts_plainly().is_some_and(|first| first.name == plan.name);
        let mut names = self.lets.clone();
        for param in &state.params {
            let path = match is_first {
                true => "$states.input".to_owned(),
                false => format!("$states.input.{}", name_of(&plain(&param.name))),
            };
            names.set(&param.name, path);
        }
        names
    }

    /// `Next`, and the `Output` that is the next state's payload.
    pub(super) fn leave(&mut self, next: &Transition, names: &Names) -> Members {
        let target = self.plan.state_named(&next.target).and_then(StatePlan::written);
        let params = target.map(|state| state.params.as_slice()).unwrap_or_default();
        let output = params
            .iter()
            .zip(&next.args)
            .map(|(param, arg)| (plain(&param.name), self.expression(arg, names)));
        let output = Json::Object(output.collect());
        vec![member("Output", output), member("Next", Json::text(plain(&next.target)))]
    }

    fn call(&mut self, call: &Call, attributes: &Attributes, names: &Names) -> Members {
        let Some(task) = self.plan.task(call) else { return Members::new() };
        let arguments = task.params.iter().zip(&call.args);
        let arguments = arguments
            .map(|(param, arg)| (plain(&param.name), self.expression(arg, names)))
            .collect();
        let mut members = vec![
            member("Resource", Json::Text(resource(call, task))),
            member("Arguments", Json::Object(arguments)),
        ];
        let limits =
            [("TimeoutSeconds", attributes.timeout), ("HeartbeatSeconds", attributes.heartbeat)];
        for (field, limit) in limits {
            if let Some((seconds, _)) = limit {
                members.push(member(field, Json::number(seconds)));
            }
        }
        members
    }

    /// `Retry`, `Catch`, and what follows a success.
    fn after(&mut self, after: &After, attributes: &Attributes, names: &Names) -> Members {
        let mut members = Members::new();
        members.extend(retry(attributes));
        if !after.catches.is_empty() {
            let catches = after.catches.iter().map(|catch| self.catch(catch, names));
            members.push(member("Catch", Json::Array(catches.collect())));
        }
        if let Some((pattern, next)) = &after.success {
            let mut names = names.clone();
            bind(pattern, "$states.result", &mut names);
            members.extend(self.leave(next, &names));
        }
        members
    }

    fn catch(&mut self, catch: &Catch, names: &Names) -> Json {
        let mut names = names.clone();
        if let Some(name) = &catch.binding {
            names.set(name, "$states.errorOutput");
        }
        let errors = catch.errors.values().into_iter().map(Json::Text).collect();
        let mut members = vec![member("ErrorEquals", Json::Array(errors))];
        members.extend(self.leave(&catch.next, &names));
        Json::Object(members)
    }

    fn length(&mut self, length: &Length, names: &Names) -> (String, Json) {
        match length {
            Length::Fixed(milliseconds) if milliseconds % 1000 == 0 => {
                member("Seconds", Json::number(milliseconds / 1000))
            }
            Length::Fixed(milliseconds) => {
                let text = format!("{milliseconds}ms");
                self.host_expressions.push(text.clone());
                member("Seconds", Json::Text(format!("{{% $host(\"{text}\") %}}")))
            }
            // A `Duration` has no number in JSON.
            Length::For(length) => {
                let host = self.host(length);
                member("Seconds", Json::Text(format!("{{% {host} %}}")))
            }
            Length::Until(time) => member("Timestamp", self.expression(time, names)),
        }
    }

    /// A branch or a body, which is one state.
    fn scope(&mut self, child: &'a Child, names: &Names) -> Json {
        let mut members = vec![member("Type", Json::text("Task"))];
        members.extend(comment(&child.docs));
        match &child.work {
            Work::Task(call) => members.extend(self.call(call, &child.attributes, names)),
            Work::Machine(inner) => members.extend(self.execution(inner, names)),
        }
        members.extend(retry(&child.attributes));
        let caught = child.caught.as_ref().map(|caught| tried(caught, &mut members));
        members.push(member("End", Json::Raw("true".to_owned())));
        let name = plain(&child.name);
        let states = std::iter::once((name.clone(), Json::Object(members))).chain(caught);
        let states = Json::Object(states.collect());
        Json::Object(vec![member("StartAt", Json::Text(name)), member("States", states)])
    }

    /// A machine in the machine, as an execution of its own.
    fn execution(&mut self, inner: &Inner, names: &Names) -> Members {
        let name = inner.path.segments.last().map(|segment| plain(&segment.ident));
        let name = name.unwrap_or_default();
        let text = format!("machine {name}");
        if !self.host_expressions.contains(&text) {
            self.host_expressions.push(text);
        }
        let arn = format!("arn:aws:states:us-east-1:123456789012:stateMachine:{name}");
        let input = inner.args.first().map(|arg| member("Input", self.expression(arg, names)));
        let arguments = [member("StateMachineArn", Json::Text(arn))].into_iter().chain(input);
        vec![
            member("Resource", Json::text("arn:aws:states:::states:startExecution.sync:2")),
            member("Arguments", Json::Object(arguments.collect())),
            member("Output", Json::text("{% $states.result.Output %}")),
        ]
    }

    fn map(&mut self, map: &'a Map, attributes: &Attributes, names: &Names) -> Members {
        let items: &Expr = &map.items;
        let mut members = vec![member("Items", self.expression(items, names))];
        let args = match &map.body.work {
            Work::Task(call) => call.args.iter().map(source).collect::<Vec<_>>().join(" "),
            Work::Machine(inner) => inner.args.iter().map(source).collect::<Vec<_>>().join(" "),
        };
        let args: Vec<_> = args.parse().into_iter().collect();
        let parent = self.plan.states.iter().filter_map(StatePlan::written);
        let parent = parent.filter(|state| match &state.kind {
            Kind::Map(other) => std::ptr::eq(&**other, map),
            _ => false,
        });
        let params = parent.flat_map(|state| &state.params).map(|param| &param.name);
        let read: Vec<_> = params
            .filter(|name| **name != map.item && crate::dsl::emit::is_used(name, &args))
            .collect();
        let mut inner = self.lets.clone();
        if read.is_empty() {
            inner.set(&map.item, "$states.input");
        } else {
            let mut selector =
                vec![(plain(&map.item), Json::text("{% $states.context.Map.Item.Value %}"))];
            inner.set(&map.item, format!("$states.input.{}", name_of(&plain(&map.item))));
            for name in read {
                let place = Expr::Path(syn::ExprPath {
                    attrs: Vec::new(),
                    qself: None,
                    path: name.clone().into(),
                });
                selector.push((plain(name), self.expression(&place, names)));
                inner.set(name, format!("$states.input.{}", name_of(&plain(name))));
            }
            members.push(member("ItemSelector", Json::Object(selector)));
        }
        if let Some((most, _)) = attributes.concurrency {
            members.push(member("MaxConcurrency", Json::number(most)));
        }
        members.push(member("ItemProcessor", self.scope(&map.body, &inner)));
        members
    }
}

/// What becomes of a task that is tried: the value `{"Ok": …}`, or by another state `{"Err": …}`.
fn tried(caught: &Ident, members: &mut Members) -> (String, Json) {
    let object = |name: &str, value| Json::Object(vec![member(name, value)]);
    let catch = vec![
        member("ErrorEquals", Json::Array(vec![Json::text("States.ALL")])),
        member("Next", Json::text(caught.to_string())),
    ];
    members.push(member("Catch", Json::Array(vec![Json::Object(catch)])));
    members.push(member("Output", object("Ok", Json::text("{% $states.result %}"))));
    let error = Json::Object(vec![
        member("error", Json::text("{% $states.input.Error %}")),
        member("cause", Json::text("{% $states.input.Cause %}")),
    ]);
    let pass = vec![
        member("Type", Json::text("Pass")),
        member("Output", object("Err", error)),
        member("End", Json::Raw("true".to_owned())),
    ];
    (caught.to_string(), Json::Object(pass))
}

/// The doc comments as `Comment`.
pub(super) fn comment(docs: &[Attribute]) -> Option<(String, Json)> {
    let lines = docs.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(doc) => match &doc.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    });
    let lines: Vec<String> = lines.map(|line| line.trim().to_owned()).collect();
    (!lines.is_empty()).then(|| member("Comment", Json::Text(lines.join(" "))))
}

/// What a pattern binds.
pub(super) fn bind(pattern: &Pat, path: &str, names: &mut Names) {
    if let Some(name) = bare_pattern(pattern) {
        names.set(name, path);
    }
    match pattern {
        Pat::Tuple(tuple) => {
            for (place, pattern) in tuple.elems.iter().enumerate() {
                bind(pattern, &format!("{path}[{place}]"), names);
            }
        }
        Pat::Struct(parts) => {
            for field in &parts.fields {
                if let syn::Member::Named(name) = &field.member {
                    bind(&field.pat, &format!("{path}.{}", name_of(&plain(name))), names);
                }
            }
        }
        _ => {}
    }
}

fn retry(attributes: &Attributes) -> Option<(String, Json)> {
    if attributes.retry.is_empty() {
        return None;
    }
    let retriers = attributes.retry.iter().map(retrier).collect();
    Some(member("Retry", Json::Array(retriers)))
}

fn retrier(retry: &Retry) -> Json {
    let errors = retry.errors.values().into_iter().map(Json::Text).collect();
    let mut members = vec![
        member("ErrorEquals", Json::Array(errors)),
        member("IntervalSeconds", Json::number(retry.interval_seconds)),
        member("MaxAttempts", Json::number(retry.max_attempts)),
        member("BackoffRate", Json::number(retry.backoff_rate)),
    ];
    if let Some(seconds) = retry.max_delay_seconds {
        members.push(member("MaxDelaySeconds", Json::number(seconds)));
    }
    if retry.full_jitter {
        members.push(member("JitterStrategy", Json::text("FULL")));
    }
    Json::Object(members)
}
