//! A machine in the DSL as a definition in ASL, with JSONata.
//!
//! It has the same states and the same transitions. A state's payload is an object of its
//! parameters by name; a transition's arguments are the `Output` that makes it. An expression that
//! [`translate`] finds no JSONata for is a host expression: it stands as `$host("…")` in the
//! definition, which nobody else can run then.

mod json;
mod matches;
mod state;
mod translate;

use json::Json;
use translate::{Names, source, translate};

use super::ast::Body;
use super::names::plain;
use super::plan::Plan;
use crate::declaration::Declaration;

/// A definition, with what of it is Rust.
#[derive(Default)]
pub(crate) struct Exported {
    pub(crate) definition: String,
    pub(crate) host_expressions: Vec<String>,
}

/// The definition of a machine that has no mistakes.
pub(super) fn export(plan: &Plan<'_>) -> Exported {
    let mut exporter = Exporter { plan, lets: Names::default(), host_expressions: Vec::new() };
    exporter.read_lets();
    let machine = exporter.machine(plan.declaration, plan.body);
    let mut definition = String::new();
    machine.write(0, &mut definition);
    definition.push('\n');
    Exported { definition, host_expressions: exporter.host_expressions }
}

struct Exporter<'p, 'a> {
    plan: &'p Plan<'a>,
    /// What the `let`s of the machine name, as expressions over its input.
    lets: Names,
    host_expressions: Vec<String>,
}

impl<'a> Exporter<'_, 'a> {
    /// A `let` is written out where it is read. One that is a host expression makes such of them.
    fn read_lets(&mut self) {
        let mut known = Names::default();
        if let Some((input, _)) = &self.plan.declaration.input {
            known.set(input, "$states.context.Execution.Input");
        }
        for one in &self.plan.body.lets {
            match translate(&one.value, &known) {
                Some(text) => {
                    let text = match &one.value {
                        syn::Expr::Binary(_) | syn::Expr::Unary(_) => format!("({text})"),
                        _ => text,
                    };
                    known.set(&one.name, text.clone());
                    self.lets.set(&one.name, text);
                }
                None => self.host_expressions.push(source(&one.value)),
            }
        }
    }

    fn machine(&mut self, declaration: &Declaration, body: &'a Body) -> Json {
        let mut members = Vec::from_iter(state::comment(&declaration.docs));
        members.push(("QueryLanguage".to_owned(), Json::text("JSONata")));
        let mut states = Vec::new();
        if let Some(start) = &body.start {
            let is_plain = self.plan.starts_plainly().is_some();
            // What the first state gets has to be made by one before it.
            let start_at = if is_plain || start.args.is_empty() {
                plain(&start.target)
            } else {
                let name = self.free_name("Start");
                let mut names = self.lets.clone();
                if let Some((input, _)) = &declaration.input {
                    names.set(input, "$states.input");
                }
                let mut pass = vec![("Type".to_owned(), Json::text("Pass"))];
                pass.extend(self.leave(start, &names));
                states.push((name.clone(), Json::Object(pass)));
                name
            };
            members.push(("StartAt".to_owned(), Json::Text(start_at)));
        }
        if let Some(seconds) = declaration.timeout_seconds {
            members.push(("TimeoutSeconds".to_owned(), Json::number(seconds)));
        }
        for state in &body.states {
            if let Some(plan) = self.plan.state_named(&state.name) {
                let exported = self.state(plan, state);
                states.push((plain(&state.name), exported));
            }
        }
        members.push(("States".to_owned(), Json::Object(states)));
        Json::Object(members)
    }

    /// The field of an expression.
    fn expression(&mut self, expression: &syn::Expr, names: &Names) -> Json {
        // A constant is itself.
        if let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = expression {
            let text = text.value();
            if !text.starts_with("{%") {
                return Json::Text(text);
            }
        }
        let text = translate(expression, names).unwrap_or_else(|| self.host(expression));
        Json::Text(format!("{{% {text} %}}"))
    }

    /// What stands for an expression that is Rust alone.
    fn host(&mut self, expression: &syn::Expr) -> String {
        let text = source(expression);
        let mut quoted = String::new();
        json::quote(&text, &mut quoted);
        if !self.host_expressions.contains(&text) {
            self.host_expressions.push(text);
        }
        format!("$host({quoted})")
    }

    fn free_name(&self, name: &str) -> String {
        let mut name = name.to_owned();
        while self.plan.states.iter().any(|state| plain(state.name) == name) {
            name.push('_');
        }
        name
    }
}
