//! Expressions.
//!
//! An expression is emitted in one of three ways, by what its place needs: an owned value, a
//! reference, or a Boolean.

use asl_lang::ir::{Comparison, Expr, ExprKind, Literal, Operand, Register, TypeTest};
use asl_lang::path::{ReferencePath, ReferenceSegment};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::intrinsic::CallSite;
use super::literal;
use super::path::{self, Found};

/// The local variable of a register in a state's function.
pub(super) fn local(register: Register) -> proc_macro2::Ident {
    let name = match register {
        Register::Input => "input",
        Register::EffectiveInput => "effective_input",
        Register::Arguments => "arguments",
        Register::Result => "result",
        Register::Selected => "selected",
        Register::ErrorOutput => "error_output",
        Register::Combined => "combined",
        Register::Output => "output",
    };
    format_ident!("{name}")
}

/// How registers are reached where an expression stands.
pub(super) struct Scope<'a> {
    /// Registers whose value may be moved by the expression, which is their last use.
    pub(super) last_uses: &'a [Register],
    /// The expression for a reference to a register.
    pub(super) reference: &'a dyn Fn(Register) -> TokenStream,
}

impl Scope<'_> {
    /// An expression for the owned value.
    pub(super) fn value(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Literal(value) => literal::value(value),
            ExprKind::Register(register) => self.owned(*register),
            ExprKind::Object(members) => {
                let members = members.iter().map(|(name, value)| {
                    let value = self.borrowed().value(value);
                    quote! { __rt::member(#name, #value) }
                });
                quote! { __rt::object([#(#members),*]) }
            }
            ExprKind::Array(items) => {
                let items = items.iter().map(|item| self.borrowed().value(item));
                quote! { __rt::array([#(#items),*]) }
            }
            ExprKind::Insert { document, path, value } => self.insert(*document, path, value),
            ExprKind::Intrinsic { function, arguments, call, offset } => {
                let site = CallSite { call, place: (expr.span.start, *offset) };
                self.intrinsic(*function, arguments, &site)
            }
            ExprKind::Path { root, path, missing } => {
                match path::required(path, &(self.reference)(*root), missing) {
                    Found::Reference(reference) => quote! { __rt::Clone::clone(#reference) },
                    Found::Value(value) => value,
                }
            }
            _ => {
                let condition = self.condition(expr);
                quote! { __rt::Value::Bool(#condition) }
            }
        }
    }

    /// An expression for a reference to the value.
    pub(super) fn reference(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Register(register) => (self.reference)(*register),
            ExprKind::Path { root, path, missing } => {
                match path::required(path, &(self.reference)(*root), missing) {
                    Found::Reference(reference) => reference,
                    Found::Value(value) => quote! { &#value },
                }
            }
            _ => {
                let value = self.borrowed().value(expr);
                quote! { &#value }
            }
        }
    }

    /// An expression of type `bool`.
    pub(super) fn condition(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Literal(Literal::Bool(value)) => quote! { #value },
            ExprKind::Compare { comparison, variable, operand } => {
                self.compare(*comparison, variable, operand)
            }
            ExprKind::Matches { variable, pattern } => {
                let variable = self.reference(variable);
                let parts = &pattern.parts;
                quote! { __rt::data::matches::string_matches(#variable, &[#(#parts),*]) }
            }
            ExprKind::IsType { test, variable, expected } => {
                let test = match test {
                    TypeTest::Null => quote! { is_null },
                    TypeTest::Boolean => quote! { is_boolean },
                    TypeTest::Numeric => quote! { is_numeric },
                    TypeTest::String => quote! { is_string },
                    TypeTest::Timestamp => quote! { is_timestamp },
                };
                let variable = self.reference(variable);
                let not = (!expected).then(|| quote! { ! });
                quote! { #not __rt::data::compare::#test(#variable) }
            }
            ExprKind::IsPresent { root, path, expected } => {
                path::is_present(path, &(self.reference)(*root), *expected)
            }
            ExprKind::And(conditions) => self.join(conditions, &quote! { && }, true),
            ExprKind::Or(conditions) => self.join(conditions, &quote! { || }, false),
            ExprKind::Not(condition) => {
                let condition = self.condition(condition);
                quote! { !(#condition) }
            }
            _ => {
                let value = self.reference(expr);
                quote! { (#value).as_bool() == __rt::Some(true) }
            }
        }
    }

    fn join(&self, conditions: &[Expr], operator: &TokenStream, empty: bool) -> TokenStream {
        let mut parts = conditions.iter().map(|condition| self.condition(condition));
        let Some(first) = parts.next() else { return quote! { #empty } };
        let rest = parts.map(|part| quote! { #operator (#part) });
        quote! { (#first) #(#rest)* }
    }

    /// The same scope where nothing may be moved.
    pub(super) fn borrowed(&self) -> Scope<'_> {
        Scope { last_uses: &[], reference: self.reference }
    }

    fn owned(&self, register: Register) -> TokenStream {
        if self.last_uses.contains(&register) {
            let local = local(register);
            return quote! { #local };
        }
        let reference = (self.reference)(register);
        quote! { __rt::Clone::clone(#reference) }
    }

    fn insert(&self, document: Register, path: &ReferencePath, value: &Expr) -> TokenStream {
        let text = &path.text;
        // The value may be the document itself, which then has to stay for it.
        let value_is_document = matches!(value.kind, ExprKind::Register(r) if r == document);
        let value =
            if value_is_document { self.borrowed().value(value) } else { self.value(value) };
        let document =
            if value_is_document { self.borrowed().owned(document) } else { self.owned(document) };
        if let [ReferenceSegment::Member(name)] = path.segments.as_slice() {
            return quote! {
                __rt::data::reference_path::insert_member(
                    #document, #text, __rt::Key::new(#name), #value,
                )?
            };
        }
        let segments = path.segments.iter().map(|segment| match segment {
            ReferenceSegment::Member(name) => {
                quote! {
                    __rt::data::reference_path::ReferenceSegment::Member(__rt::Key::new(#name))
                }
            }
            ReferenceSegment::Index(index) => {
                quote! { __rt::data::reference_path::ReferenceSegment::Index(#index) }
            }
        });
        quote! {
            __rt::data::reference_path::insert(#document, #text, &[#(#segments),*], #value)?
        }
    }

    fn compare(&self, comparison: Comparison, variable: &Expr, operand: &Operand) -> TokenStream {
        let function = match comparison {
            Comparison::BooleanEquals => quote! { boolean_equals },
            Comparison::StringEquals => quote! { string_equals },
            Comparison::StringLessThan => quote! { string_less_than },
            Comparison::StringLessThanEquals => quote! { string_less_than_equals },
            Comparison::StringGreaterThan => quote! { string_greater_than },
            Comparison::StringGreaterThanEquals => quote! { string_greater_than_equals },
            Comparison::NumericEquals => quote! { numeric_equals },
            Comparison::NumericLessThan => quote! { numeric_less_than },
            Comparison::NumericLessThanEquals => quote! { numeric_less_than_equals },
            Comparison::NumericGreaterThan => quote! { numeric_greater_than },
            Comparison::NumericGreaterThanEquals => quote! { numeric_greater_than_equals },
            Comparison::TimestampEquals => quote! { timestamp_equals },
            Comparison::TimestampLessThan => quote! { timestamp_less_than },
            Comparison::TimestampLessThanEquals => quote! { timestamp_less_than_equals },
            Comparison::TimestampGreaterThan => quote! { timestamp_greater_than },
            Comparison::TimestampGreaterThanEquals => quote! { timestamp_greater_than_equals },
        };
        let variable = self.reference(variable);
        let operand = match operand {
            Operand::Path(path) => self.reference(path),
            Operand::Literal(literal) => operand_constant(comparison, literal),
        };
        quote! { __rt::data::compare::#function(#variable, #operand) }
    }
}

/// A constant of the comparison's own type.
fn operand_constant(comparison: Comparison, literal: &Literal) -> TokenStream {
    match literal {
        Literal::Bool(value) => quote! { #value },
        Literal::Integer(number) => quote! { #number },
        Literal::Unsigned(number) => quote! { #number },
        Literal::Number(number) => quote! { #number },
        Literal::String(text) if is_timestamp(comparison) => timestamp(text),
        Literal::String(text) => quote! { #text },
        other => {
            let value = literal::value(other);
            quote! { &#value }
        }
    }
}

/// A constant instant. The text has been checked when the definition was validated.
pub(super) fn timestamp(text: &str) -> TokenStream {
    quote! { const { __rt::timestamp(#text) } }
}

fn is_timestamp(comparison: Comparison) -> bool {
    matches!(
        comparison,
        Comparison::TimestampEquals
            | Comparison::TimestampLessThan
            | Comparison::TimestampLessThanEquals
            | Comparison::TimestampGreaterThan
            | Comparison::TimestampGreaterThanEquals
    )
}
