//! Payload templates: JSON in which some values are computed.

use super::JsonataExpression;
use crate::intrinsic::Call;
use crate::ir::Literal;
use crate::path::Path;
use crate::source::{Span, Spanned};

/// A payload template: `Parameters`, `ResultSelector`, `Arguments`, `Output` and their like.
#[derive(Debug, Clone, PartialEq)]
pub enum PayloadTemplate {
    /// `null`, a Boolean, a number or a string.
    Literal(Spanned<Literal>),
    /// An object; the fields' names are not distinct where `a` stands beside `a.$`.
    Object(Spanned<Vec<TemplateField>>),
    /// An array.
    Array(Spanned<Vec<PayloadTemplate>>),
    /// A path, under a key that ends in `.$`.
    Path(Spanned<Path>),
    /// A call of an intrinsic function, under a key that ends in `.$`.
    Intrinsic(Spanned<Call>),
    /// A `{% … %}` string of a JSONata state.
    Jsonata(Spanned<JsonataExpression>),
}

/// A member of an object of a payload template.
#[derive(Debug, Clone, PartialEq)]
pub struct TemplateField {
    /// The name of the member it makes: the key without its `.$`.
    pub name: String,
    /// The key as written.
    pub key: String,
    /// Where the key stands.
    pub name_span: Span,
    /// The value.
    pub value: PayloadTemplate,
}

/// `Assign`: values for variables.
#[derive(Debug, Clone, PartialEq)]
pub struct Assign {
    /// The whole object.
    pub span: Span,
    /// One field for each variable.
    pub variables: Vec<TemplateField>,
}

impl PayloadTemplate {
    /// Calls `see` with this template and each one inside it.
    pub fn walk<'a>(&'a self, see: &mut dyn FnMut(&'a PayloadTemplate)) {
        see(self);
        match self {
            PayloadTemplate::Object(fields) => {
                fields.value.iter().for_each(|field| field.value.walk(see));
            }
            PayloadTemplate::Array(elements) => {
                elements.value.iter().for_each(|element| element.walk(see));
            }
            _ => {}
        }
    }

    /// Where it was written.
    pub fn span(&self) -> Span {
        match self {
            PayloadTemplate::Literal(value) => value.span,
            PayloadTemplate::Object(fields) => fields.span,
            PayloadTemplate::Array(elements) => elements.span,
            PayloadTemplate::Path(path) => path.span,
            PayloadTemplate::Intrinsic(call) => call.span,
            PayloadTemplate::Jsonata(expression) => expression.span,
        }
    }
}
