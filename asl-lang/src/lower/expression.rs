//! Paths, payload templates and intrinsic functions as expressions.

use super::variables::Names;
use super::{fold, query};
use crate::ast::{Assign, Dynamic, PayloadTemplate, TemplateField};
use crate::intrinsic::{ArgumentKind, Call, Function};
use crate::ir::query::Expected;
use crate::ir::{Assignment, Expr, ExprKind, Literal, Missing, Register, Root, Type};
use crate::parse::location::Location;
use crate::path::{self, Path};
use crate::source::{Span, Spanned};
use std::sync::Arc;

/// What names mean where an expression stands: `$` is a register, of whose value something may be
/// known, `$name` a variable.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data<'a> {
    pub(super) register: Register,
    pub(super) ty: Type,
    pub(super) names: Names<'a>,
}

impl<'a> Data<'a> {
    pub(super) fn new(register: Register, names: Names<'a>) -> Self {
        Data { register, ty: Type::Any, names }
    }

    /// The same names, but for `$`.
    pub(super) fn with(self, register: Register, ty: Type) -> Self {
        Data { register, ty, names: self.names }
    }

    /// What a path starts from.
    pub(super) fn root(self, path: &Path) -> Root {
        match &path.root {
            path::Root::Input => Root::Register(self.register),
            path::Root::Context => Root::Context,
            path::Root::Variable(name) => Root::Variable(self.names.resolve(name)),
        }
    }

    /// The whole of it.
    pub(super) fn whole(self, span: Span) -> Expr {
        Expr { kind: ExprKind::Register(self.register), ty: self.ty, span }
    }
}

pub(super) fn literal(literal: Literal, span: Span) -> Expr {
    let ty = fold::type_of(&literal);
    Expr { kind: ExprKind::Literal(literal), ty, span }
}

pub(super) fn path(path: Spanned<&Path>, data: Data<'_>, missing: Missing) -> Expr {
    if path.value.root == path::Root::Input && path.value.segments.is_empty() {
        return data.whole(path.span);
    }
    let (root, data) = (data.root(path.value), data.register);
    let kind = ExprKind::Path { root, path: path.value.clone(), data, missing };
    let ty = if path.value.is_definite() { Type::Any } else { Type::Array };
    Expr { kind, ty, span: path.span }
}

/// A payload template at a place of the state. `missing` is for a path that stands in no field.
pub(super) fn template(
    template: &PayloadTemplate,
    data: Data<'_>,
    missing: &Missing,
    place: &Location<'_>,
) -> Expr {
    match template {
        PayloadTemplate::Literal(value) => literal(value.value.clone(), value.span),
        PayloadTemplate::Path(value) => path(value.as_ref(), data, missing.clone()),
        PayloadTemplate::Intrinsic(value) => call(&value.value, value.span, data),
        PayloadTemplate::Jsonata(value) => query::field(value.as_ref(), data, place, Expected::Any),
        PayloadTemplate::Array(elements) => {
            let elements_of = elements.value.iter().enumerate().map(|(index, element)| {
                self::template(element, data, missing, &place.index(index))
            });
            fold::array(elements_of.collect(), elements.span)
        }
        PayloadTemplate::Object(fields) => {
            let members = fields.value.iter().map(|field| {
                let missing = Missing::Field(field.key.clone());
                let place = place.field(&field.key);
                (field.name.clone(), self::template(&field.value, data, &missing, &place))
            });
            fold::object(members.collect(), fields.span)
        }
    }
}

/// A payload template that has a type where it is one expression.
pub(super) fn typed_template(
    template: &PayloadTemplate,
    data: Data<'_>,
    place: &Location<'_>,
    expected: Expected,
) -> Expr {
    match template {
        PayloadTemplate::Jsonata(value) => query::field(value.as_ref(), data, place, expected),
        template => self::template(template, data, &Missing::InvalidPath, place),
    }
}

/// `Assign` of a state, a choice rule or a catcher, which stands at this place.
pub(super) fn assign(
    assign: Option<&Assign>,
    data: Data<'_>,
    of: &Location<'_>,
) -> Vec<Assignment> {
    let fields = assign.map(|assign| assign.variables.as_slice()).unwrap_or_default();
    let place = of.field("Assign");
    let assignment = |field: &TemplateField| Assignment {
        variable: data.names.resolve(&field.name),
        value: template(
            &field.value,
            data,
            &Missing::Field(field.key.clone()),
            &place.field(&field.key),
        ),
    };
    fields.iter().map(assignment).collect()
}

/// A call of an intrinsic function, which is all there is in the field.
pub(super) fn call(call: &Call, span: Span, data: Data<'_>) -> Expr {
    nested_call(call, &Arc::from(call.text.as_str()), span, data)
}

/// A call in the call that is written `whole`, or that call itself.
fn nested_call(call: &Call, whole: &Arc<str>, span: Span, data: Data<'_>) -> Expr {
    let arguments = call.arguments.iter().enumerate().map(|(index, argument)| {
        let value = match &argument.kind {
            // A template keeps its escapes until it is split at its placeholders.
            ArgumentKind::String(string) if call.function == Function::Format && index == 0 => {
                Literal::String(string.written.clone())
            }
            ArgumentKind::String(string) => Literal::String(string.value.clone()),
            ArgumentKind::Number(number) => number.clone(),
            ArgumentKind::Bool(value) => Literal::Bool(*value),
            ArgumentKind::Null => Literal::Null,
            ArgumentKind::Path(path) => {
                return self::path(span.of(path), data, Missing::Argument(whole.to_string()));
            }
            ArgumentKind::Call(call) => return nested_call(call, whole, span, data),
        };
        literal(value, span)
    });
    let arguments: Vec<Expr> = arguments.collect();
    let (function, ty) = (call.function, call.function.result());
    let kind = match fold::call(function, &arguments) {
        Some(literal) => ExprKind::Literal(literal),
        None => {
            // A definition is shorter than this.
            let offset = u32::try_from(call.offset).unwrap_or(u32::MAX);
            ExprKind::Intrinsic { function, arguments, call: Arc::clone(whole), offset }
        }
    };
    Expr { kind, ty, span }
}

/// What a field's value is, where it is computed.
pub(super) struct Computed<'a> {
    /// What a path says that leads nowhere.
    pub(super) missing: Missing,
    /// Where an expression stands.
    pub(super) place: &'a Location<'a>,
    /// What it has to give.
    pub(super) expected: Expected,
}

/// The value of a field that is a constant or computed.
pub(super) fn dynamic<T>(
    field: &Spanned<Dynamic<T>>,
    data: Data<'_>,
    computed: Computed<'_>,
    constant: impl FnOnce(&T) -> Literal,
) -> Expr {
    let Computed { missing, place, expected } = computed;
    match &field.value {
        Dynamic::Literal(value) => literal(constant(value), field.span),
        Dynamic::Path(value) => path(field.span.of(value), data, missing),
        Dynamic::Intrinsic(value) => call(value, field.span, data),
        Dynamic::Jsonata(value) => query::field(field.span.of(value), data, place, expected),
    }
}

/// A number that is a constant or computed, in a field of this place.
pub(super) fn number(field: &Spanned<Dynamic<u32>>, data: Data<'_>, place: &Location<'_>) -> Expr {
    let computed = Computed { missing: Missing::InvalidPath, place, expected: Expected::Number };
    dynamic(field, data, computed, |number| Literal::Integer((*number).into()))
}
