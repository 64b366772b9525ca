//! Where expressions of the caller's may panic: what stands around them catches it there, and there
//! alone.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{BinOp, Expr, Token, UnOp};

use crate::dsl::ast::{Kind, Transition};
use crate::dsl::plan::{Plan, StatePlan};

/// A `Result` of generated code, with its panics as failures if there may be one.
pub(super) fn guarded(may_panic: bool, result: TokenStream) -> TokenStream {
    match may_panic {
        true => quote! { __rt::guarded(|| #result) },
        false => result,
    }
}

/// Whether a step of a state may panic.
pub(super) fn in_step(plan: &Plan<'_>, state: &StatePlan<'_>) -> bool {
    let Some(written) = state.written() else { return false };
    let own = match &written.kind {
        Kind::Choice { rules, .. } => rules.iter().any(|(condition, _)| may_panic(condition)),
        // Those of a Map that owns its items are made where it is entered.
        Kind::Map(map) => map.owned.is_none() && may_panic(&map.items),
        kind if kind.after().is_some() => false,
        kind => kind.expressions().into_iter().any(may_panic),
    };
    let mut transitions = written.kind.transitions().into_iter();
    own || transitions.any(|next| in_transition(plan, next))
}

/// Whether the start may panic.
pub(super) fn in_start(plan: &Plan<'_>) -> bool {
    let start = plan.body.start.as_ref();
    plan.body.lets.iter().any(|one| may_panic(&one.value))
        || start.is_some_and(|start| in_transition(plan, start))
}

fn in_transition(plan: &Plan<'_>, next: &Transition) -> bool {
    let target = plan.body.state(&next.target).map(|state| &state.kind);
    let makes_items =
        matches!(target, Some(Kind::Map(map)) if map.owned.is_some() && may_panic(&map.items));
    makes_items || next.args.iter().any(may_panic)
}

/// Whether the arguments of a task or the items of a Map may, which are computed in other places too.
pub(super) fn in_data(plan: &Plan<'_>) -> bool {
    plan.states.iter().any(|state| {
        let args = state.call().map(|call| call.args.as_slice()).unwrap_or_default();
        let items = match state.written().map(|state| &state.kind) {
            Some(Kind::Map(map)) => Some(&map.items),
            _ => None,
        };
        args.iter().chain(items).any(may_panic)
    })
}

/// An argument, whose panic is a failure. What it borrows has to live as long as it does: a value
/// that it makes is made first.
pub(super) fn guarded_value(
    arg: &Expr,
    name: &Ident,
    emit: impl Fn(&Expr) -> TokenStream,
) -> (Option<TokenStream>, TokenStream) {
    if !may_panic(arg) {
        return (None, emit(arg));
    }
    match arg {
        // A part of a value that is made on the way. The driver catches what a handler's future
        // panics with, and this stands in it.
        Expr::Reference(reference) if is_part(&reference.expr) && !is_place(&reference.expr) => {
            (None, emit(arg))
        }
        Expr::Reference(reference) if !is_place(&reference.expr) => {
            let (made, value) = (format_ident!("{}_value", name), emit(&reference.expr));
            let before = quote! { let #made = __rt::guarded(|| __rt::Ok(#value))?; };
            (Some(before), quote! { &#made })
        }
        _ => {
            let value = emit(arg);
            (None, quote! { __rt::guarded(|| __rt::Ok(#value))? })
        }
    }
}

/// Whether an expression stands for a value that is somewhere already.
fn is_place(expression: &Expr) -> bool {
    match expression {
        Expr::Path(_) => true,
        Expr::Index(index) => is_place(&index.expr),
        Expr::Group(inner) => is_place(&inner.expr),
        Expr::Paren(inner) => is_place(&inner.expr),
        Expr::Field(field) => is_place(&field.base),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Deref(_)),
        _ => false,
    }
}

fn is_part(expression: &Expr) -> bool {
    match expression {
        Expr::Field(_) | Expr::Index(_) => true,
        Expr::Group(inner) => is_part(&inner.expr),
        Expr::Paren(inner) => is_part(&inner.expr),
        _ => false,
    }
}

/// Whether an expression may panic, as far as can be told from how it is written.
pub(super) fn may_panic(expression: &Expr) -> bool {
    match expression {
        Expr::Path(_) | Expr::Lit(_) | Expr::Verbatim(_) => false,
        Expr::Group(inner) => may_panic(&inner.expr),
        Expr::Paren(inner) => may_panic(&inner.expr),
        Expr::Reference(inner) => may_panic(&inner.expr),
        Expr::Field(field) => may_panic(&field.base),
        Expr::Cast(cast) => may_panic(&cast.expr),
        Expr::Unary(unary) => matches!(unary.op, UnOp::Neg(_)) || may_panic(&unary.expr),
        Expr::Binary(binary) => {
            computes(&binary.op) || may_panic(&binary.left) || may_panic(&binary.right)
        }
        Expr::MethodCall(call) => {
            !is_harmless(&call.method.to_string())
                || may_panic(&call.receiver)
                || call.args.iter().any(may_panic)
        }
        Expr::Call(call) => !is_constructor(&call.func) || call.args.iter().any(may_panic),
        Expr::Tuple(tuple) => tuple.elems.iter().any(may_panic),
        Expr::Array(array) => array.elems.iter().any(may_panic),
        Expr::Struct(made) => {
            made.fields.iter().any(|field| may_panic(&field.expr))
                || made.rest.as_deref().is_some_and(may_panic)
        }
        Expr::If(branch) => {
            let otherwise = branch.else_branch.as_ref();
            may_panic(&branch.cond)
                || in_block(&branch.then_branch)
                || otherwise.is_some_and(|(_, otherwise)| may_panic(otherwise))
        }
        Expr::Block(inner) => in_block(&inner.block),
        Expr::Macro(call) if call.mac.path.is_ident("format") => {
            let args = Punctuated::<Expr, Token![,]>::parse_terminated;
            let args = args.parse2(call.mac.tokens.clone());
            args.map_or(true, |args| args.iter().any(may_panic))
        }
        // Indices, closures, loops and whatever else there is.
        _ => true,
    }
}

/// Whether it is what makes a tuple struct or a variant, `Some`, by its first letter.
fn is_constructor(function: &Expr) -> bool {
    let Expr::Path(path) = function else { return false };
    let name = path.path.segments.last().map(|segment| segment.ident.to_string());
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

fn in_block(block: &syn::Block) -> bool {
    match block.stmts.as_slice() {
        [] => false,
        [syn::Stmt::Expr(value, None)] => may_panic(value),
        _ => true,
    }
}

/// Whether it is arithmetic, which may overflow.
fn computes(operator: &BinOp) -> bool {
    !matches!(
        operator,
        BinOp::And(_)
            | BinOp::Or(_)
            | BinOp::Eq(_)
            | BinOp::Ne(_)
            | BinOp::Lt(_)
            | BinOp::Le(_)
            | BinOp::Gt(_)
            | BinOp::Ge(_)
    )
}

/// Methods that panic on no type on which people call them.
fn is_harmless(method: &str) -> bool {
    const HARMLESS: [&str; 14] = [
        "as_deref",
        "as_ref",
        "as_str",
        "clone",
        "copied",
        "into",
        "is_empty",
        "is_err",
        "is_none",
        "is_ok",
        "is_some",
        "len",
        "to_owned",
        "to_string",
    ];
    HARMLESS.contains(&method)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_seen_where_an_expression_may_panic() {
        let harmless = [
            "order",
            "&order.lines",
            "!order.express && (order.cents > 1_000 || order.id == \"a\")",
            "Receipt::Done { order, shipment: Some(shipment) }",
            "if order.express { 1 } else { order.cents as u32 }",
            "format!(\"{}-{id}\", order.id.clone())",
            "order.lines.len().to_string()",
        ];
        for source in harmless {
            assert!(!may_panic(&syn::parse_str(source).unwrap()), "{source}");
        }
        let harmful = [
            "order.cents - 1",
            "-order.cents",
            "order.lines[0]",
            "Some(order.first())",
            "total(&order)",
            "order.lines.iter().map(|line| line.count)",
            "vec![order.lines[0]]",
            "format!(\"{}\", order.lines[0])",
            "if order.lines[0].express { 1 } else { 2 }",
            "{ let cents = order.cents; cents }",
        ];
        for source in harmful {
            assert!(may_panic(&syn::parse_str(source).unwrap()), "{source}");
        }
    }
}
