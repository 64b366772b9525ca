//! A machine in the DSL as a definition in ASL, with JSONata.
//!
//! It has the same states and the same transitions. A state's payload is an object of its
//! parameters by name; a transition's arguments are the `Output` that makes it. An expression that
//! [`translate`] finds no JSONata for is a host expression: it stands as `$host("…")` in the
//! definition, which nobody else can run then.

mod check;
mod json;
mod known;
mod lets;
mod matches;
mod names;
mod pattern;
mod source;
mod state;
mod translate;
mod work;

use json::Json;
use names::Names;
use proc_macro2::Ident;
use source::source;
use syn::{Attribute, Expr, ExprLit, ExprStruct, Lit, Member};
use translate::{Taken, is_variant, step, translate};

use super::ast::Body;
use super::names::plain;
use super::plan::Plan;
use crate::declaration::Declaration;

pub(crate) use check::check;

/// A definition, with what of it is Rust.
#[derive(Default)]
pub(crate) struct Exported {
    pub(crate) definition: String,
    pub(crate) host_expressions: Vec<HostExpression>,
    /// What was taken to be so.
    pub(crate) notes: Vec<Note>,
}

/// What of a machine has no equivalent in ASL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostExpression {
    /// The state, the branch or the body.
    pub state: String,
    /// The field of the definition, as `Choices[0]/Condition`.
    pub field: String,
    /// What is written there.
    pub rust: String,
}

/// What was taken to be so, and where.
pub(crate) struct Note {
    site: Site,
    taken: Taken,
    names: Names,
}

/// A field of a state.
#[derive(Clone)]
struct Site {
    state: String,
    field: String,
}

impl Site {
    fn state(name: &Ident) -> Self {
        Self { state: plain(name), field: String::new() }
    }

    fn field(&self, name: impl std::fmt::Display) -> Self {
        let field = match self.field.as_str() {
            "" => name.to_string(),
            outer => format!("{outer}/{name}"),
        };
        Self { state: self.state.clone(), field }
    }
}

/// The definition of a machine that has no mistakes.
pub(super) fn export(plan: &Plan<'_>) -> Exported {
    export_with(plan, false)
}

/// The same with every expression as a host expression: for people, who know it by how it is written.
pub(super) fn export_in_rust(plan: &Plan<'_>) -> String {
    export_with(plan, true).definition
}

fn export_with(plan: &Plan<'_>, in_rust: bool) -> Exported {
    let (lets, host_expressions, notes) = (Names::default(), Vec::new(), Vec::new());
    let mut exporter = Exporter { plan, in_rust, lets, host_expressions, notes };
    exporter.read_lets();
    let machine = exporter.machine(plan.declaration, plan.body);
    let mut definition = String::new();
    machine.write(0, &mut definition);
    definition.push('\n');
    let Exporter { host_expressions, notes, .. } = exporter;
    Exported { definition, host_expressions, notes }
}

struct Exporter<'p, 'a> {
    plan: &'p Plan<'a>,
    /// Nothing is translated.
    in_rust: bool,
    /// What the `let`s of the machine name, as expressions over its input.
    lets: Names,
    host_expressions: Vec<HostExpression>,
    notes: Vec<Note>,
}

impl<'a> Exporter<'_, 'a> {
    fn machine(&mut self, declaration: &Declaration, body: &'a Body) -> Json {
        let mut members: Vec<_> = comment(&declaration.docs).into_iter().collect();
        members.push(("QueryLanguage".to_owned(), Json::text("JSONata")));
        if let Some(start) = &body.start {
            members.push(("StartAt".to_owned(), Json::text(plain(&start.target))));
        }
        if let Some(seconds) = declaration.timeout_seconds {
            members.push(("TimeoutSeconds".to_owned(), Json::number(seconds)));
        }
        let mut states = Vec::new();
        for state in &body.states {
            if let Some(plan) = self.plan.state_named(&state.name) {
                let exported = self.state(plan, state);
                states.push((plain(&state.name), exported));
            }
        }
        members.push(("States".to_owned(), Json::Object(states)));
        Json::Object(members)
    }

    /// The field of an expression: a structure of JSON as far as it is one of Rust.
    fn expression(&mut self, expression: &Expr, names: &Names, site: &Site) -> Json {
        if let Some(constant) = constant(expression) {
            return constant;
        }
        match expression {
            Expr::Group(inner) => self.expression(&inner.expr, names, site),
            Expr::Paren(inner) => self.expression(&inner.expr, names, site),
            Expr::Struct(made) if made.rest.is_none() && !is_variant(&made.path) => {
                self.made(expression, made, names, site)
            }
            _ => self.query(expression, names, site),
        }
    }

    /// An object of a struct's fields.
    fn made(&mut self, whole: &Expr, made: &ExprStruct, names: &Names, site: &Site) -> Json {
        let (mut members, mut fields) = (Vec::new(), Vec::new());
        for field in &made.fields {
            let Member::Named(name) = &field.member else {
                return self.host(site, source(whole));
            };
            let name = name.to_string();
            let name = name.strip_prefix("r#").unwrap_or(&name).to_owned();
            let value = self.expression(&field.expr, names, &site.field(&name));
            members.push((name.clone(), value));
            fields.push(name);
        }
        let taken = Taken::Made { made: whole.clone(), names: fields };
        self.notes.push(Note { site: site.clone(), taken, names: names.clone() });
        Json::Object(members)
    }

    /// The field of an expression that is one of JSONata.
    fn query(&mut self, expression: &Expr, names: &Names, site: &Site) -> Json {
        if let (true, Expr::Reference(place)) = (self.in_rust, expression) {
            return self.query(&place.expr, names, site);
        }
        let translated = (!self.in_rust).then(|| translate(expression, names)).flatten();
        let Some((translated, taken)) = translated else {
            return self.host(site, source(expression));
        };
        let note = |taken| Note { site: site.clone(), taken, names: names.clone() };
        self.notes.extend(taken.into_iter().map(note));
        Json::Text(format!("{{% {} %}}", translated.text))
    }

    /// What stands for an expression that is Rust alone.
    fn host(&mut self, site: &Site, rust: String) -> Json {
        let mut quoted = String::new();
        json::quote(&rust, &mut quoted);
        self.note_host(site, rust);
        Json::Text(format!("{{% $host({quoted}) %}}"))
    }

    fn note_host(&mut self, site: &Site, rust: String) {
        let Site { state, field } = site.clone();
        self.host_expressions.push(HostExpression { state, field, rust });
    }
}

/// A literal is itself.
fn constant(expression: &Expr) -> Option<Json> {
    let lit = match expression {
        Expr::Lit(ExprLit { lit, .. }) => lit,
        Expr::Path(path) if path.path.is_ident("None") => {
            return Some(Json::Raw("null".to_owned()));
        }
        _ => return None,
    };
    match lit {
        Lit::Str(text) if !text.value().starts_with("{%") => Some(Json::Text(text.value())),
        Lit::Bool(value) => Some(Json::Raw(value.value.to_string())),
        Lit::Int(number) if !number.suffix().starts_with('f') => {
            number.base10_parse::<u64>().ok().map(Json::number)
        }
        _ => None,
    }
}

/// `Comment`, of doc comments.
fn comment(docs: &[Attribute]) -> Option<(String, Json)> {
    let lines = docs.iter().filter_map(|doc| match &doc.meta.require_name_value().ok()?.value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value().trim().to_owned()),
        _ => None,
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    let text = text.trim();
    (!text.is_empty()).then(|| ("Comment".to_owned(), Json::text(text)))
}
