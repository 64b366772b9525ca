//! Paths in expressions: where they start, where they lead, what is said if they lead nowhere.

use std::borrow::Cow;

use asl_lang::ir::{self, Register, Root};
use asl_runtime::data::jsonpath::JsonPath;
use asl_runtime::data::path::{self, Segment};
use asl_runtime::data::variable;
use asl_runtime::value::Key;
use asl_runtime::{Failure, Value};

use crate::json_path;
use crate::scope::Scope;

/// A path, resolved.
#[derive(Debug)]
pub(crate) struct Path<'a> {
    root: Root,
    text: &'a str,
    way: Way<'a>,
}

/// The way from the root.
#[derive(Debug)]
enum Way<'a> {
    /// Names and indexes alone: it leads to a reference.
    Plain(Box<[Segment<'a>]>),
    /// All others: what they select is made.
    Selecting(JsonPath),
}

/// What to say when there is nothing there.
#[derive(Debug)]
pub(crate) struct Missing<'a> {
    kind: &'a ir::Missing,
    /// The register that messages quote.
    data: Register,
}

impl<'a> Missing<'a> {
    pub(crate) fn new(kind: &'a ir::Missing, data: Register) -> Self {
        Self { kind, data }
    }
}

impl<'a> Path<'a> {
    pub(crate) fn new(root: Root, path: &'a asl_lang::path::Path) -> Self {
        let plain = path.segments.iter().map(|segment| match segment {
            asl_lang::path::Segment::Member(name) => Some(Segment::Member(Key::new(name))),
            asl_lang::path::Segment::Index(index) => Some(Segment::Index(i64::from(*index))),
            _ => None,
        });
        let way = match plain.collect() {
            Some(segments) => Way::Plain(segments),
            None => Way::Selecting(json_path(path)),
        };
        Self { root, text: &path.text, way }
    }

    /// What is at the path.
    pub(crate) fn required<'s>(
        &'s self,
        missing: &Missing<'_>,
        scope: &Scope<'s>,
    ) -> Result<Cow<'s, Value>, Failure> {
        let root = match self.root {
            Root::Register(register) => scope.registers.get(register),
            Root::Context => scope.around.cx.context_object()?,
            Root::Variable(id) => {
                variable::assigned(self.variable(id, scope), || self.unassigned(missing, scope))?
            }
        };
        match &self.way {
            Way::Plain(segments) => {
                let path = path::Path::new(self.text, segments);
                let found = path.lookup(root).map(Cow::Borrowed);
                found.ok_or_else(|| missing.failure(&path, root, scope))
            }
            Way::Selecting(path) => missing.select(path, root, scope).map(Cow::Owned),
        }
    }

    /// Whether the path leads somewhere.
    pub(crate) fn is_present(&self, scope: &Scope<'_>) -> Result<bool, Failure> {
        let root = match self.root {
            Root::Register(register) => scope.registers.get(register),
            Root::Context => scope.around.cx.context_object()?,
            Root::Variable(id) => match self.variable(id, scope) {
                Some(value) => value,
                None => return Ok(false),
            },
        };
        match &self.way {
            Way::Plain(segments) => Ok(path::lookup(root, segments).is_some()),
            Way::Selecting(path) => path.is_present(root),
        }
    }

    fn variable<'s>(&self, id: ir::VariableId, scope: &Scope<'s>) -> &'s Option<Value> {
        scope.around.variables.get(id.0 as usize).unwrap_or(&None)
    }

    #[cold]
    fn unassigned(&self, missing: &Missing<'_>, scope: &Scope<'_>) -> Failure {
        let path = path::Path::new(self.text, &[]);
        match missing.kind {
            ir::Missing::InvalidPath => path.unassigned(),
            _ => missing.failure(&path, &Value::Null, scope),
        }
    }
}

impl Missing<'_> {
    #[cold]
    fn failure(&self, path: &path::Path<'_>, root: &Value, scope: &Scope<'_>) -> Failure {
        let input = scope.registers.get(self.data);
        match self.kind {
            ir::Missing::InvalidPath => path.invalid(root),
            ir::Missing::Field(field) => path.missing_for_field(field, input),
            ir::Missing::Argument(call) => path.missing_for_argument(call, input),
            ir::Missing::ChoiceVariable => path.missing_for_choice(),
            ir::Missing::Wait(field) => path.missing_for_wait(field),
        }
    }

    fn select(&self, path: &JsonPath, root: &Value, scope: &Scope<'_>) -> Result<Value, Failure> {
        let input = scope.registers.get(self.data);
        match self.kind {
            ir::Missing::InvalidPath => path.required(root),
            ir::Missing::Field(field) => path.required_for_field(root, field, input),
            ir::Missing::Argument(call) => path.required_for_argument(root, call, input),
            ir::Missing::ChoiceVariable => path.required_for_choice(root),
            ir::Missing::Wait(field) => path.required_for_wait(root, field),
        }
    }
}
