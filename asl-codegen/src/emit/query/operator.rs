//! Operators.

use asl_lang::ir::query::{Node, Operator, Operators};
use quote::{format_ident, quote};

use super::Writer;
use super::emitted::{Emitted, Kind, enclosed};
use super::scope::Scope;

impl Writer<'_> {
    pub(super) fn operators(&self, scope: &Scope<'_>, operators: &Operators) -> Emitted {
        let first = self.node(scope, &operators.first);
        operators.rest.iter().zip(operators.texts()).fold(
            first,
            |left, ((operator, right), is_text)| {
                operation(left, *operator, self.node(scope, right), is_text)
            },
        )
    }

    /// One buffer for all parts.
    pub(super) fn concatenate(&self, scope: &Scope<'_>, parts: &[Node]) -> Emitted {
        let parts = parts.iter().map(|part| {
            let part = self.node(scope, part).operand();
            quote! { text.push(#part)?; }
        });
        Emitted::item_of(enclosed(quote! {{
            let mut text = __query::Text::new(cx);
            #(#parts)*
            text.build()
        }}))
    }
}

fn operation(left: Emitted, operator: Operator, right: Emitted, is_text: bool) -> Emitted {
    let (module, function, kind) = match operator {
        Operator::Add => ("number", "add", Kind::Number),
        Operator::Subtract => ("number", "subtract", Kind::Number),
        Operator::Multiply => ("number", "multiply", Kind::Number),
        Operator::Divide => ("number", "divide", Kind::Number),
        Operator::Modulo => ("number", "remainder", Kind::Number),
        Operator::Less => ("compare", "less", Kind::MaybeTruth),
        Operator::LessOrEqual => ("compare", "less_or_equal", Kind::MaybeTruth),
        Operator::Greater => ("compare", "greater", Kind::MaybeTruth),
        Operator::GreaterOrEqual => ("compare", "greater_or_equal", Kind::MaybeTruth),
        Operator::Equal => ("compare", "is_equal", Kind::Truth),
        Operator::NotEqual => ("compare", "is_not_equal", Kind::Truth),
        Operator::In => ("compare", "is_in", Kind::Truth),
        Operator::And => {
            let (left, right) = (left.truth(), right.truth());
            return Emitted::new(Kind::Truth, enclosed(quote! { #left && #right }));
        }
        Operator::Or => {
            let (left, right) = (left.truth(), right.truth());
            return Emitted::new(Kind::Truth, enclosed(quote! { #left || #right }));
        }
        Operator::Concatenate => {
            let (left, right) = (left.operand(), right.operand());
            return Emitted::item_of(quote! { __query::join(cx, #left, #right)? });
        }
    };
    let (module, function) = (format_ident!("{module}"), format_ident!("{function}"));
    let (left, right) = (left.operand(), right.operand());
    let fails = kind != Kind::Truth;
    let fails = fails.then(|| quote! { ? });
    let says =
        (is_text && kind == Kind::Number).then(|| quote! { .map_err(__query::Error::of_text) });
    Emitted::new(kind, quote! { __query::#module::#function(#left, #right) #says #fails })
}
