//! Expressions.
//!
//! An expression is emitted in one of three ways, by what its place needs: an owned value, a
//! reference, or a Boolean.

use asl_lang::ir::query::Query;
use asl_lang::ir::{
    Comparison, Expr, ExprKind, Literal, Missing, Operand, Register, Root, TypeTest,
};
use asl_lang::path::Path;
use proc_macro2::{Ident, Literal as Token, TokenStream};
use quote::{format_ident, quote};

use super::constants::Constants;
use super::intrinsic::CallSite;
use super::literal;
use super::path::{self, Found};
use super::query::{Site, added_to_input};

/// The local variable of a register in a state's function.
pub(super) fn local(register: Register) -> proc_macro2::Ident {
    let name = match register {
        Register::Input => "input",
        Register::EffectiveInput => "effective_input",
        Register::Items => "items",
        Register::Arguments => "arguments",
        Register::Result => "result",
        Register::Selected => "selected",
        Register::ErrorOutput => "error_output",
        Register::Combined => "combined",
        Register::Output => "output",
    };
    format_ident!("{name}")
}

/// Where an expression stands.
///
/// The raw input and what `ResultPath` makes of it are in the frame's slot `document`; the other
/// registers are locals. Variables are in the frame, the context object is in `cx`.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    constants: &'a Constants,
    locals: Locals<'a>,
    /// A register that is not in its usual place, and where it is instead.
    moved: Option<(Register, &'a TokenStream)>,
    /// Locals that are references to what is at a path.
    found: &'a [(String, Ident)],
}

/// What the locals of registers hold.
#[derive(Clone, Copy)]
enum Locals<'a> {
    References,
    /// Values, and those of these registers may be moved: it is their last use.
    Values(&'a [Register]),
}

impl<'a> Scope<'a> {
    /// Where registers are locals that refer to their values.
    pub(super) fn of_references(constants: &'a Constants) -> Self {
        Self { constants, locals: Locals::References, moved: None, found: &[] }
    }

    /// Where registers are locals that hold their values; those of the last uses may be moved.
    pub(super) fn of_values(constants: &'a Constants, last_uses: &'a [Register]) -> Self {
        Self { constants, locals: Locals::Values(last_uses), moved: None, found: &[] }
    }

    /// The same scope where a register is elsewhere: `reference` refers to it.
    pub(super) fn with_moved(self, register: Register, reference: &'a TokenStream) -> Self {
        Self { moved: Some((register, reference)), ..self }
    }

    /// The same scope where what is at these paths has been found already.
    pub(super) fn with_found(self, found: &'a [(String, Ident)]) -> Self {
        Self { found, ..self }
    }

    /// An expression for the owned value.
    pub(super) fn value(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Literal(value) => literal::value(value),
            ExprKind::Register(register) => self.owned(*register),
            ExprKind::Object(members) => self.borrowed().template(members),
            ExprKind::Array(items) => {
                let items = items.iter().map(|item| self.borrowed().value(item));
                quote! { __rt::array([#(#items),*]) }
            }
            ExprKind::Intrinsic { function, arguments, call, offset } => {
                let site = CallSite { call, place: (expr.span.start, *offset) };
                self.intrinsic(*function, arguments, &site)
            }
            ExprKind::Path { root, path, data, missing } => {
                match self.at(*root, path, *data, missing) {
                    Found::Reference(reference) => quote! { __rt::cloned(#reference) },
                    Found::Value(value) => value,
                }
            }
            ExprKind::Query(query) => self.query_value(query, expr.span.start),
            _ => {
                let condition = self.condition(expr);
                quote! { __rt::Value::Bool(#condition) }
            }
        }
    }

    /// An expression for a reference to the value.
    pub(super) fn reference(&self, expr: &Expr) -> TokenStream {
        match &expr.kind {
            ExprKind::Register(register) => self.register(*register),
            ExprKind::Path { root, path, data, missing } => {
                match self.at(*root, path, *data, missing) {
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

    /// What is at a path.
    fn at(&self, root: Root, path: &Path, data: Register, missing: &Missing) -> Found {
        if let Some((_, found)) = self.found.iter().find(|(text, _)| *text == path.text) {
            return Found::Reference(quote! { #found });
        }
        let data = self.register(data);
        let root = match root {
            Root::Register(register) => self.register(register),
            Root::Context => quote! { cx.context_object()? },
            Root::Variable(id) => {
                let place = self.constants.variable(id);
                let missing = path::unassigned(path, &data, missing);
                quote! { __rt::data::variable::assigned(&self.variables[#place], || #missing)? }
            }
        };
        path::required(self.constants, path, &root, &data, missing)
    }

    /// Whether a path leads somewhere.
    fn is_present(&self, root: Root, path: &Path) -> TokenStream {
        match root {
            Root::Register(register) => {
                path::is_present(self.constants, path, &self.register(register))
            }
            Root::Context => {
                path::is_present(self.constants, path, &quote! { cx.context_object()? })
            }
            Root::Variable(id) => {
                let place = self.constants.variable(id);
                let is_present = path::is_present(self.constants, path, &quote! { value });
                quote! {
                    match &self.variables[#place] {
                        __rt::Some(value) => #is_present,
                        __rt::None => false,
                    }
                }
            }
        }
    }

    /// A reference to the value of a register.
    fn register(&self, register: Register) -> TokenStream {
        if let Some((moved, reference)) = self.moved
            && moved == register
        {
            return reference.clone();
        }
        let local = local(register);
        match (register, self.locals) {
            (Register::Input | Register::Combined, _) => quote! { &self.document },
            (_, Locals::References) => quote! { #local },
            (_, Locals::Values(_)) => quote! { &#local },
        }
    }

    /// The value of a register. What is in a slot of the frame stays there.
    fn owned(&self, register: Register) -> TokenStream {
        if let Locals::Values(last_uses) = self.locals
            && last_uses.contains(&register)
            && !matches!(register, Register::Input | Register::Combined)
        {
            let local = local(register);
            return quote! { #local };
        }
        let reference = self.register(register);
        quote! { __rt::cloned(#reference) }
    }

    /// The object of a payload template, member by member.
    fn template(&self, members: &[(String, Expr)]) -> TokenStream {
        let count = Token::usize_unsuffixed(members.len());
        let members = members.iter().map(|(name, value)| {
            let key = self.constants.key(name);
            if let ExprKind::Path { root: Root::Register(root), path, data, missing } = &value.kind
                && let Missing::Field(field) = missing
                && root == data
                && field.strip_suffix(".$") == Some(name)
                && let Some(path) = path::plain(self.constants, path)
            {
                let root = self.register(*root);
                return quote! { template.path(&#key, &#path, #root)?; };
            }
            let value = self.value(value);
            quote! { template.value(&#key, #value); }
        });
        quote! {{
            let mut template = __rt::Template::with_capacity(#count);
            #(#members)*
            template.build()
        }}
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
                let not = (!expected).then(|| quote! { ! });
                let is_present = self.is_present(*root, path);
                match root {
                    Root::Variable(_) => quote! { #not (#is_present) },
                    Root::Register(_) | Root::Context => quote! { #not #is_present },
                }
            }
            ExprKind::And(conditions) => self.join(conditions, &quote! { && }, true),
            ExprKind::Or(conditions) => self.join(conditions, &quote! { || }, false),
            ExprKind::Not(condition) => {
                let condition = self.condition(condition);
                quote! { !(#condition) }
            }
            ExprKind::Query(query) => self.query_condition(query, expr.span.start),
            _ => {
                let value = self.reference(expr);
                quote! { (#value).as_bool() == __rt::Some(true) }
            }
        }
    }

    /// The value of an expression of JSONata.
    fn query_value(&self, query: &Query, offset: u32) -> TokenStream {
        let (is_condition, call) = self.query(query, offset);
        if is_condition {
            quote! { __rt::Value::Bool(#call) }
        } else {
            call
        }
    }

    /// Whether an expression of JSONata is `true`.
    fn query_condition(&self, query: &Query, offset: u32) -> TokenStream {
        let (is_condition, call) = self.query(query, offset);
        if is_condition {
            call
        } else {
            quote! { #call.as_bool() == __rt::Some(true) }
        }
    }

    /// A call of an expression of JSONata, and whether it gives a `bool`.
    fn query(&self, query: &Query, offset: u32) -> (bool, TokenStream) {
        let site = self.constants.query(query, offset, None);
        (site.is_condition(), self.call(&site, query))
    }

    fn call(&self, site: &Site, query: &Query) -> TokenStream {
        let register = |register| self.register(register);
        let variable = |id| {
            let place = self.constants.variable(id);
            quote! { self.variables[#place] }
        };
        site.call(query, &register, &variable)
    }

    /// The statements of an output that adds members to the input; none if it does something else.
    pub(super) fn merge_into_input(&self, expr: &Expr, state: &str) -> Option<TokenStream> {
        let ExprKind::Query(query) = &expr.kind else { return None };
        let added = added_to_input(query)?;
        let site = self.constants.query(query, expr.span.start, Some(added));
        let (name, members) = (&site.name, self.call(&site, query));
        Some(quote! {
            let members = #members;
            #name.merge(cx, members, &mut self.document, #state)?;
        })
    }

    fn join(&self, conditions: &[Expr], operator: &TokenStream, empty: bool) -> TokenStream {
        let mut parts = conditions.iter().map(|condition| self.condition(condition));
        let Some(first) = parts.next() else { return quote! { #empty } };
        let rest = parts.map(|part| quote! { #operator (#part) });
        quote! { (#first) #(#rest)* }
    }

    /// The same scope where nothing may be moved.
    pub(super) fn borrowed(self) -> Self {
        match self.locals {
            Locals::References => self,
            Locals::Values(_) => Self { locals: Locals::Values(&[]), ..self },
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
        Literal::Integer(number) => {
            let number = literal::integer(*number);
            quote! { #number }
        }
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
