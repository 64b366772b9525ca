//! Expressions of Rust as expressions of JSONata, where there is one that means the same.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::{BinOp, Expr, ExprLit, Lit, Member, Token, UnOp};

use super::json::quote;

/// What names stand for: the paths of JSONata that lead to their values.
#[derive(Debug, Clone, Default)]
pub(super) struct Names(HashMap<String, String>);

impl Names {
    pub(super) fn set(&mut self, name: impl ToString, path: impl Into<String>) {
        self.0.insert(bare_text(&name.to_string()).to_owned(), path.into());
    }

    pub(super) fn remove(&mut self, name: &impl ToString) {
        self.0.remove(&name.to_string());
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(bare_text(name)).map(String::as_str)
    }
}

/// The expression in JSONata; none if it is a host expression.
pub(super) fn translate(expression: &Expr, names: &Names) -> Option<String> {
    match expression {
        Expr::Group(inner) => translate(&inner.expr, names),
        Expr::Paren(inner) => Some(format!("({})", translate(&inner.expr, names)?)),
        Expr::Reference(inner) if inner.mutability.is_none() => translate(&inner.expr, names),
        Expr::Path(path) => names.get(&path.path.get_ident()?.to_string()).map(str::to_owned),
        Expr::Lit(ExprLit { lit, .. }) => literal(lit),
        Expr::Field(field) => {
            let Member::Named(name) = &field.member else { return None };
            // What a caught error is called in ASL.
            let of_error = bare(&field.base, names) == Some("$states.errorOutput");
            let name = match name.to_string().as_str() {
                "error" if of_error => "Error".to_owned(),
                "cause" if of_error => "Cause".to_owned(),
                name => name_of(name),
            };
            Some(format!("{}.{name}", translate(&field.base, names)?))
        }
        Expr::Unary(unary) => {
            let inner = translate(&unary.expr, names)?;
            match unary.op {
                UnOp::Not(_) => Some(format!("$not({inner})")),
                UnOp::Neg(_) => Some(format!("-{inner}")),
                UnOp::Deref(_) => Some(inner),
                _ => None,
            }
        }
        Expr::Binary(binary) => {
            let operator = operator(&binary.op)?;
            let (left, right) = (&binary.left, &binary.right);
            Some(format!("{} {operator} {}", operand(left, names)?, operand(right, names)?))
        }
        Expr::MethodCall(call) if call.args.is_empty() => match call.method.to_string().as_str() {
            "clone" | "to_owned" | "into" | "as_str" => translate(&call.receiver, names),
            _ => None,
        },
        Expr::Struct(made) if made.rest.is_none() && made.qself.is_none() => {
            let members = made.fields.iter().map(|field| {
                let Member::Named(name) = &field.member else { return None };
                let mut member = String::new();
                let name = name.to_string();
                quote(bare_text(&name), &mut member);
                Some(format!("{member}: {}", translate(&field.expr, names)?))
            });
            let members: Option<Vec<String>> = members.collect();
            Some(format!("{{{}}}", members?.join(", ")))
        }
        Expr::If(branch) => {
            let (_, otherwise) = branch.else_branch.as_ref()?;
            let condition = translate(&branch.cond, names)?;
            let (then, otherwise) =
                (block(&branch.then_branch, names)?, translate(otherwise, names)?);
            Some(format!("({condition} ? {then} : {otherwise})"))
        }
        Expr::Block(inner) if inner.label.is_none() => block(&inner.block, names),
        Expr::Macro(call) if call.mac.path.is_ident("format") => {
            joined(call.mac.tokens.clone(), names)
        }
        _ => None,
    }
}

/// The path that a name stands for.
fn bare<'a>(expression: &Expr, names: &'a Names) -> Option<&'a str> {
    let Expr::Path(path) = expression else { return None };
    names.get(&path.path.get_ident()?.to_string())
}

/// An operand in parentheses, if it has operators of its own.
fn operand(expression: &Expr, names: &Names) -> Option<String> {
    let text = translate(expression, names)?;
    Some(match expression {
        Expr::Binary(_) => format!("({text})"),
        _ => text,
    })
}

fn block(block: &syn::Block, names: &Names) -> Option<String> {
    let [syn::Stmt::Expr(value, None)] = block.stmts.as_slice() else { return None };
    translate(value, names)
}

fn literal(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => {
            let mut quoted = String::new();
            quote(&text.value(), &mut quoted);
            Some(quoted)
        }
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        _ => None,
    }
}

/// The operators that mean the same, whatever the types are. Integers are divided otherwise.
fn operator(operator: &BinOp) -> Option<&'static str> {
    Some(match operator {
        BinOp::Add(_) => "+",
        BinOp::Sub(_) => "-",
        BinOp::Mul(_) => "*",
        BinOp::And(_) => "and",
        BinOp::Or(_) => "or",
        BinOp::Eq(_) => "=",
        BinOp::Ne(_) => "!=",
        BinOp::Lt(_) => "<",
        BinOp::Le(_) => "<=",
        BinOp::Gt(_) => ">",
        BinOp::Ge(_) => ">=",
        _ => return None,
    })
}

/// A name without `r#`.
fn bare_text(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// A name as a step of a path.
pub(super) fn name_of(name: &str) -> String {
    let name = bare_text(name);
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_word = matches!(name, "and" | "or" | "in" | "true" | "false" | "null" | "function");
    if is_plain && !is_word { name.to_owned() } else { format!("`{name}`") }
}

/// `format!("{}-{reference}", order.id)`, without widths and the like.
fn joined(tokens: TokenStream, names: &Names) -> Option<String> {
    let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
    let args = syn::parse::Parser::parse2(parser, tokens).ok()?;
    let mut args = args.into_iter();
    let Some(Expr::Lit(ExprLit { lit: Lit::Str(template), .. })) = args.next() else { return None };
    let template = template.value();
    let (mut parts, mut text, mut rest) = (Vec::new(), String::new(), template.as_str());
    while let Some(place) = rest.find(['{', '}']) {
        let (before, after) = rest.split_at(place);
        text.push_str(before);
        if let Some(escaped) = after.strip_prefix("{{").or(after.strip_prefix("}}")) {
            text.push_str(after.get(..1)?);
            rest = escaped;
            continue;
        }
        let (name, after) = after.strip_prefix('{')?.split_once('}')?;
        let value = match name {
            "" => translate(&args.next()?, names)?,
            name => names.get(name)?.to_owned(),
        };
        let mut literal = String::new();
        quote(&std::mem::take(&mut text), &mut literal);
        parts.extend([literal, format!("({value})")]);
        rest = after;
    }
    text.push_str(rest);
    let mut literal = String::new();
    quote(&text, &mut literal);
    parts.push(literal);
    args.next().is_none().then(|| parts.join(" & "))
}

/// The text of a host expression, on one line.
pub(super) fn source(expression: &Expr) -> String {
    let mut text = String::new();
    write_tokens(expression.to_token_stream(), &mut text);
    text.trim().to_owned()
}

/// Tokens with blanks where a person puts them, roughly.
fn write_tokens(tokens: TokenStream, text: &mut String) {
    for token in tokens {
        let is_word = !matches!(token, TokenTree::Punct(_) | TokenTree::Group(_));
        let after_word = text.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"');
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    proc_macro2::Delimiter::Parenthesis => ("(", ")"),
                    proc_macro2::Delimiter::Bracket => ("[", "]"),
                    proc_macro2::Delimiter::Brace => (" { ", " }"),
                    proc_macro2::Delimiter::None => ("", ""),
                };
                text.push_str(open);
                write_tokens(group.stream(), text);
                text.push_str(close);
            }
            TokenTree::Punct(punct) => {
                let sign = punct.as_char();
                let is_alone = punct.spacing() == proc_macro2::Spacing::Alone;
                // `a && b`, but `&a`.
                let is_and = sign == '&' && (!is_alone || text.ends_with('&'));
                let is_tight = matches!(sign, '.' | ':' | '&' | '!' | '?' | '\'' | ',' | '#');
                if (!is_tight || is_and) && (after_word || text.ends_with([')', ']'])) {
                    text.push(' ');
                }
                text.push(sign);
                if is_alone && (sign == ',' || !is_tight || is_and) {
                    text.push(' ');
                }
            }
            other => {
                if is_word && after_word {
                    text.push(' ');
                }
                text.push_str(&other.to_string());
            }
        }
    }
}
