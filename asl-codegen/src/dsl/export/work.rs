//! What states do: tasks, branches and bodies.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Expr, ExprPath};

use super::json::Json;
use super::known::Known;
use super::names::Names;
use super::state::{Members, member, retry};
use super::{Exporter, Site, comment, step, translate};
use crate::declaration::TaskPattern;
use crate::dsl::ast::{Attributes, Call, Child, Inner, Map, State, Work};
use crate::dsl::emit::{is_used, resource};
use crate::dsl::names::plain;

impl<'a> Exporter<'_, 'a> {
    pub(super) fn call(
        &mut self,
        call: &Call,
        attributes: &Attributes,
        names: &Names,
        site: &Site,
    ) -> Members {
        let Some(task) = self.plan.task(call) else { return Members::new() };
        let place = site.field("Arguments");
        // Only the handler knows whom it gives the token, and which machine the job is.
        let word = match call.pattern {
            TaskPattern::Callback => Some("callback"),
            TaskPattern::Job if task.resource.is_none() => Some("job"),
            _ => None,
        };
        if let Some(word) = word {
            self.note_host(&place, format!("task {word} {}", call.method));
        }
        let arguments = task.params.iter().zip(&call.args).map(|(param, arg)| {
            let name = plain(&param.name);
            let value = self.expression(arg, names, &place.field(&name));
            (name, value)
        });
        let arguments = arguments.collect();
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

    /// A branch or a body, which is one state.
    pub(super) fn scope(&mut self, child: &'a Child, names: &Names) -> Json {
        let site = Site::state(&child.name);
        let mut members = vec![member("Type", Json::text("Task"))];
        members.extend(comment(&child.docs));
        match &child.work {
            Work::Task(call) => {
                members.extend(self.call(call, &child.attributes, names, &site));
            }
            Work::Machine(inner) => members.extend(self.execution(inner, names, &site)),
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
    fn execution(&mut self, inner: &Inner, names: &Names, site: &Site) -> Members {
        let name = inner.path.segments.last().map(|segment| plain(&segment.ident));
        let name = name.unwrap_or_default();
        self.note_host(&site.field("Resource"), format!("machine {name}"));
        let arn = format!("arn:aws:states:us-east-1:123456789012:stateMachine:{name}");
        let place = site.field("Arguments/Input");
        let input = inner.args.first();
        let input = input.map(|arg| member("Input", self.expression(arg, names, &place)));
        let arguments = [member("StateMachineArn", Json::Text(arn))].into_iter().chain(input);
        vec![
            member("Resource", Json::text("arn:aws:states:::states:startExecution.sync:2")),
            member("Arguments", Json::Object(arguments.collect())),
            member("Output", Json::text("{% $states.result.Output %}")),
        ]
    }

    pub(super) fn map(&mut self, map: &'a Map, state: &State, names: &Names) -> Members {
        let site = Site::state(&state.name);
        let items = self.expression(&map.items, names, &site.field("Items"));
        let mut members = vec![member("Items", items)];
        let args = match &map.body.work {
            Work::Task(call) => &call.args,
            Work::Machine(inner) => &inner.args,
        };
        let args: Vec<_> = args.iter().map(ToTokens::to_token_stream).collect();
        let read: Vec<_> = (state.params.iter())
            .filter(|param| param.name != map.item && is_used(&param.name, &args))
            .collect();
        let mut inner = self.lets.clone();
        let mut item_at = |path: String| match &map.owned {
            Some(ty) => inner.typed(&map.item, path, ty),
            None => {
                let items = translate(&map.items, names);
                let known = items.map_or(Known::Anything, |(items, _)| items.known.item());
                inner.known(&map.item, path, known);
            }
        };
        if read.is_empty() {
            item_at("$states.input".to_owned());
        } else {
            let item = plain(&map.item);
            item_at(format!("$states.input.{}", step(&item)));
            let mut selector = vec![(item, Json::text("{% $states.context.Map.Item.Value %}"))];
            for param in read {
                let (name, path) = (plain(&param.name), param.name.clone().into());
                let place = Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path });
                let value = self.expression(&place, names, &site.field("ItemSelector"));
                inner.typed(&param.name, format!("$states.input.{}", step(&name)), &param.ty);
                selector.push((name, value));
            }
            members.push(member("ItemSelector", Json::Object(selector)));
        }
        if let Some((most, _)) = state.attributes.concurrency {
            members.push(member("MaxConcurrency", Json::number(most)));
        }
        members.push(member("ItemProcessor", self.scope(&map.body, &inner)));
        members
    }
}

/// What becomes of a task that is tried: the value `{"Ok": …}`, or by another state `{"Err": …}`.
fn tried(caught: &Ident, members: &mut Members) -> (String, Json) {
    let object = |name: &str, value| Json::Object(vec![member(name, value)]);
    let name = plain(caught);
    let catch = vec![
        member("ErrorEquals", Json::Array(vec![Json::text("States.ALL")])),
        member("Next", Json::text(name.clone())),
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
    (name, Json::Object(pass))
}
