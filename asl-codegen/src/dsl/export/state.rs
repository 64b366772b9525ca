//! States.

use syn::Type;

use super::json::Json;
use super::names::Names;
use super::pattern::bind;
use super::{Exporter, Site, comment, step};
use crate::declaration::OutputType;
use crate::dsl::ast::{
    After, Attributes, Catch, Child, Kind, Length, Retry, State, Transition, Work,
};
use crate::dsl::names::plain;
use crate::dsl::plan::StatePlan;

pub(super) type Members = Vec<(String, Json)>;

pub(super) fn member(name: &str, value: Json) -> (String, Json) {
    (name.to_owned(), value)
}

impl<'a> Exporter<'_, 'a> {
    pub(super) fn state(&mut self, plan: &StatePlan<'a>, state: &'a State) -> Json {
        let (names, site) = (self.names(plan, state), Site::state(&state.name));
        let mut members = vec![member("Type", Json::text(crate::dsl::emit::type_name(plan)))];
        members.extend(comment(&state.docs));
        match &state.kind {
            Kind::Task { call, after } => {
                members.extend(self.call(call, &state.attributes, &names, &site));
                let result = self.result_of(call);
                members.extend(self.after(after, state, result.as_ref(), &names));
            }
            Kind::Pass(next) => members.extend(self.leave(next, &names, &site)),
            Kind::Choice { rules, otherwise } => {
                let rules = rules.iter().enumerate().map(|(index, (condition, next))| {
                    let site = site.field(format_args!("Choices[{index}]"));
                    let condition = self.query(condition, &names, &site.field("Condition"));
                    let mut rule = vec![member("Condition", condition)];
                    rule.extend(self.leave(next, &names, &site));
                    Json::Object(rule)
                });
                members.push(member("Choices", Json::Array(rules.collect())));
                let otherwise = otherwise.iter().flat_map(|next| self.leave(next, &names, &site));
                members.extend(otherwise.map(|(name, value)| {
                    (if name == "Next" { "Default".to_owned() } else { name }, value)
                }));
            }
            Kind::Match { on, arms } => members.extend(self.matching(on, arms, &names, &site)),
            Kind::Wait { length, next } => {
                members.push(self.length(length, &names, &site));
                members.extend(self.leave(next, &names, &site));
            }
            Kind::Succeed(output) => {
                let output = match output {
                    Some(output) => self.expression(output, &names, &site.field("Output")),
                    None => Json::Raw("null".to_owned()),
                };
                members.push(member("Output", output));
            }
            Kind::Fail { error, cause } => {
                for (field, value) in [("Error", error), ("Cause", cause)] {
                    if let Some(value) = value {
                        let value = self.expression(value, &names, &site.field(field));
                        members.push(member(field, value));
                    }
                }
            }
            Kind::Parallel { branches, after } => {
                let results = branches.iter().map(|branch| self.result_of_child(branch));
                let results = results.map(|ty| ty.unwrap_or(syn::parse_quote! { _ }));
                let result: Type = syn::parse_quote! { (#(#results,)*) };
                let branches = branches.iter().map(|branch| self.scope(branch, &names));
                members.push(member("Branches", Json::Array(branches.collect())));
                members.extend(self.after(after, state, Some(&result), &names));
            }
            Kind::Map(map) => {
                members.extend(self.map(map, state, &names));
                let result = self.result_of_child(&map.body);
                let result: Option<Type> = result.map(|item| syn::parse_quote! { Vec<#item> });
                members.extend(self.after(&map.after, state, result.as_ref(), &names));
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
                false => format!("$states.input.{}", step(&plain(&param.name))),
            };
            names.typed(&param.name, path, &param.ty);
        }
        names
    }

    /// `Next`, and the `Output` that is the next state's payload.
    pub(super) fn leave(&mut self, next: &Transition, names: &Names, site: &Site) -> Members {
        let target = self.plan.state_named(&next.target).and_then(StatePlan::written);
        let params = target.map(|state| state.params.as_slice()).unwrap_or_default();
        let site = site.field("Output");
        let output = params.iter().zip(&next.args).map(|(param, arg)| {
            let name = plain(&param.name);
            let value = self.expression(arg, names, &site.field(&name));
            (name, value)
        });
        let output = Json::Object(output.collect());
        vec![member("Output", output), member("Next", Json::text(plain(&next.target)))]
    }

    /// `Retry`, `Catch`, and what follows a success.
    fn after(
        &mut self,
        after: &After,
        state: &State,
        result: Option<&Type>,
        names: &Names,
    ) -> Members {
        let site = Site::state(&state.name);
        let mut members = Members::new();
        members.extend(retry(&state.attributes));
        if !after.catches.is_empty() {
            let catches = after.catches.iter().enumerate().map(|(index, catch)| {
                self.catch(catch, names, &site.field(format_args!("Catch[{index}]")))
            });
            members.push(member("Catch", Json::Array(catches.collect())));
        }
        if let Some((pattern, next)) = &after.success {
            let mut names = names.clone();
            bind(pattern, "$states.result", result, &mut names);
            members.extend(self.leave(next, &names, &site));
        }
        members
    }

    fn catch(&mut self, catch: &Catch, names: &Names, site: &Site) -> Json {
        let mut names = names.clone();
        if let Some(name) = &catch.binding {
            names.error(name);
        }
        let errors = catch.errors.values().into_iter().map(Json::Text).collect();
        let mut members = vec![member("ErrorEquals", Json::Array(errors))];
        members.extend(self.leave(&catch.next, &names, site));
        Json::Object(members)
    }

    fn length(&mut self, length: &Length, names: &Names, site: &Site) -> (String, Json) {
        let seconds = site.field("Seconds");
        match length {
            Length::Fixed(milliseconds) if milliseconds % 1000 == 0 => {
                member("Seconds", Json::number(milliseconds / 1000))
            }
            Length::Fixed(milliseconds) => {
                member("Seconds", self.host(&seconds, format!("{milliseconds}ms")))
            }
            // A `Duration` has no number in JSON.
            Length::For(length) => member("Seconds", self.host(&seconds, super::source(length))),
            Length::Until(time) => {
                member("Timestamp", self.expression(time, names, &site.field("Timestamp")))
            }
        }
    }

    /// What a branch or body gives; none for another machine.
    fn result_of_child(&self, child: &Child) -> Option<Type> {
        match &child.work {
            Work::Task(call) if child.caught.is_some() => {
                let ty = self.result_of(call)?;
                Some(syn::parse_quote! { __rt::Result<#ty, __rt::Caught> })
            }
            Work::Task(call) => self.result_of(call),
            Work::Machine(_) => None,
        }
    }

    /// What a task gives.
    fn result_of(&self, call: &crate::dsl::ast::Call) -> Option<Type> {
        Some(match &self.plan.task(call)?.output {
            OutputType::Unit => syn::parse_quote! { () },
            OutputType::Plain(ty) | OutputType::Result { ok: ty, .. } => (**ty).clone(),
        })
    }
}

pub(super) fn retry(attributes: &Attributes) -> Option<(String, Json)> {
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
