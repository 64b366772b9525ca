//! Expressions of Rust as expressions of JSONata, where there is one that means the same.
//!
//! What an operator or a method means depends on types, of which the macro sees only some. Where
//! types of the standard library would mean different things, the expression is a host expression.
//! Where only one of them fits, it is translated, and what is taken to be so is [noted](Need).

mod methods;
mod operators;
#[cfg(test)]
mod tests;
mod text;

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Member, Token, UnOp};

use super::json::quote;
use super::known::Known;
use super::names::Names;
use crate::dsl::plan::bare;

/// Integers beyond are not exact in JSONata.
const MAX_SAFE_INTEGER: u64 = (1 << 53) - 1;

/// An expression of JSONata.
pub(super) struct Translated {
    pub(super) text: String,
    pub(super) known: Known,
    level: Level,
    /// The place that it reads, where it is one whose type is not seen: no more than fields of a name.
    place: Option<Expr>,
}

/// How tightly the operator of an expression binds, in JSONata.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Prefix,
    /// There is no operator.
    Closed,
}

impl Level {
    /// The one that binds more tightly.
    fn next(self) -> Self {
        match self {
            Self::Or => Self::And,
            Self::And => Self::Comparison,
            Self::Comparison => Self::Sum,
            Self::Sum => Self::Product,
            Self::Product => Self::Prefix,
            Self::Prefix | Self::Closed => Self::Closed,
        }
    }
}

/// What a translation takes a place to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Number,
    Boolean,
    Text,
    /// An `Option`.
    Optional,
    /// What `==` compares as JSONata does: a number, a string or a Boolean.
    Comparable,
    /// What is shown as JSONata does: an integer, a string or a Boolean.
    Printable,
}

/// What has been taken to be so in a translation.
pub(super) enum Taken {
    /// A place is of this kind.
    Place { place: Expr, need: Need },
    /// serde calls a field of this place's type as Rust does.
    Field { base: Expr, name: String },
    /// serde calls the fields of the struct that is made here as Rust does.
    Made { made: Expr, names: Vec<String> },
}

/// Translates an expression; none if it is a host expression.
pub(super) fn translate(expression: &Expr, names: &Names) -> Option<(Translated, Vec<Taken>)> {
    let mut translator = Translator { names, taken: Vec::new() };
    let translated = translator.translate(expression)?;
    Some((translated, translator.taken))
}

struct Translator<'n> {
    names: &'n Names,
    taken: Vec<Taken>,
}

impl Translated {
    fn closed(text: impl Into<String>, known: Known) -> Self {
        Self::operation(text.into(), Level::Closed, known)
    }

    fn operation(text: String, level: Level, known: Known) -> Self {
        Self { text, known, level, place: None }
    }

    fn text(text: &str) -> Self {
        let mut quoted = String::new();
        quote(text, &mut quoted);
        Self::closed(quoted, Known::Text)
    }

    /// As a whole that any operator takes, and any path goes on from.
    pub(super) fn closed_text(&self) -> String {
        self.operand(Level::Closed)
    }

    /// As an operand of an operator that takes what binds at least so tightly.
    fn operand(&self, level: Level) -> String {
        match self.level < level {
            true => format!("({})", self.text),
            false => self.text.clone(),
        }
    }
}

impl Translator<'_> {
    fn translate(&mut self, expression: &Expr) -> Option<Translated> {
        match expression {
            Expr::Group(inner) => self.translate(&inner.expr),
            Expr::Paren(inner) => self.translate(&inner.expr),
            Expr::Reference(inner) if inner.mutability.is_none() => self.translate(&inner.expr),
            Expr::Path(path) => self.name(path),
            Expr::Lit(ExprLit { lit, .. }) => literal(lit),
            Expr::Field(field) => self.field(expression, field),
            Expr::Unary(unary) => self.unary(unary),
            Expr::Binary(binary) => self.binary(binary),
            Expr::Cast(cast) => {
                // To other integers, it may cut off.
                let value = self.translate(&cast.expr)?;
                let is_exact = value.known == Known::Integer && Known::of(&cast.ty) == Known::Float;
                is_exact.then(|| Translated { known: Known::Float, place: None, ..value })
            }
            Expr::Call(call) => self.call(call),
            Expr::MethodCall(call) => self.method(call),
            Expr::Array(array) => self.list(array.elems.iter()),
            Expr::Struct(made) => self.made(expression, made),
            Expr::If(branch) => {
                let (_, otherwise) = branch.else_branch.as_ref()?;
                let condition = self.translate(&branch.cond)?;
                let then = self.block(&branch.then_branch)?;
                let otherwise = self.translate(otherwise)?;
                let known =
                    if then.known == otherwise.known { then.known } else { Known::Anything };
                let text = format!("({} ? {} : {})", condition.text, then.text, otherwise.text);
                Some(Translated::closed(text, known))
            }
            Expr::Block(inner) if inner.label.is_none() => self.block(&inner.block),
            Expr::Macro(call) if call.mac.path.is_ident("format") => {
                self.joined(call.mac.tokens.clone())
            }
            Expr::Macro(call) if call.mac.path.is_ident("vec") => {
                let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
                let items = parser.parse2(call.mac.tokens.clone()).ok()?;
                self.list(items.iter())
            }
            _ => None,
        }
    }

    fn block(&mut self, block: &syn::Block) -> Option<Translated> {
        let [syn::Stmt::Expr(value, None)] = block.stmts.as_slice() else { return None };
        self.translate(value)
    }

    fn name(&mut self, path: &syn::ExprPath) -> Option<Translated> {
        let name = path.path.get_ident()?.to_string();
        let Some(named) = self.names.get(&name) else {
            return (name == "None")
                .then(|| Translated::closed("null", Known::Optional(Box::new(Known::Anything))));
        };
        // A caught error has members in JSON, but is none itself.
        let place = (!named.is_error).then(|| Expr::Path(path.clone()))?;
        let value = Translated::closed(named.path.clone(), named.known.clone());
        Some(Translated { place: Some(place), ..value })
    }

    fn field(&mut self, whole: &Expr, field: &syn::ExprField) -> Option<Translated> {
        let Member::Named(name) = &field.member else { return None };
        let name = name.to_string();
        let name = name.strip_prefix("r#").unwrap_or(&name);
        if let Some(path) = self.error(&field.base) {
            // What a caught error is called in ASL.
            let member = match name {
                "error" => "Error",
                "cause" => "Cause",
                _ => return None,
            };
            return Some(Translated::closed(format!("{path}.{member}"), Known::Text));
        }
        let base = self.translate(&field.base)?;
        let text = format!("{}.{}", base.operand(Level::Closed), step(name));
        let mut value = Translated::closed(text, Known::Anything);
        if let Some(base) = base.place {
            self.taken.push(Taken::Field { base, name: name.to_owned() });
            value.place = Some(whole.clone());
        }
        Some(value)
    }

    /// The path of a caught error.
    fn error(&self, expression: &Expr) -> Option<String> {
        let name = bare(expression)?.to_string();
        let named = self.names.get(&name).filter(|named| named.is_error)?;
        Some(named.path.clone())
    }

    fn unary(&mut self, unary: &syn::ExprUnary) -> Option<Translated> {
        let value = self.translate(&unary.expr)?;
        match unary.op {
            // Of an integer, it would be that of each bit.
            UnOp::Not(_) => {
                self.need(&value, Need::Boolean)?;
                Some(Translated::closed(format!("$not({})", value.text), Known::Boolean))
            }
            UnOp::Neg(_) => {
                self.need(&value, Need::Number)?;
                let text = format!("-{}", value.operand(Level::Closed));
                Some(Translated::operation(text, Level::Prefix, value.known))
            }
            UnOp::Deref(_) => Some(value),
            _ => None,
        }
    }

    /// `Some(x)`, and the like.
    fn call(&mut self, call: &syn::ExprCall) -> Option<Translated> {
        let Expr::Path(path) = &*call.func else { return None };
        let segments: Vec<String> =
            path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        let args: Vec<&Expr> = call.args.iter().collect();
        match (segments.as_slice(), args.as_slice()) {
            (["Some"], [value]) => {
                let value = self.translate(value)?;
                let known = Known::Optional(Box::new(value.known));
                Some(Translated { known, place: None, ..value })
            }
            (["String", "new"], []) => Some(Translated::text("")),
            (["Vec", "new"], []) => {
                Some(Translated::closed("[]", Known::List(Box::new(Known::Anything))))
            }
            (["String", "from"], [value]) => {
                let value = self.translate(value)?;
                self.need(&value, Need::Text)?;
                Some(Translated { known: Known::Text, place: None, ..value })
            }
            // From a type whose values are all in this one.
            ([to, "from"], [value]) => {
                let to = syn::parse_str(to).map_or(Known::Other, |ty| Known::of(&ty));
                let value = self.translate(value)?;
                self.need(&value, Need::Number)?;
                to.is_number().then(|| Translated { known: to, place: None, ..value })
            }
            _ => None,
        }
    }

    fn made(&mut self, whole: &Expr, made: &syn::ExprStruct) -> Option<Translated> {
        if made.rest.is_some() || made.qself.is_some() || is_variant(&made.path) {
            return None;
        }
        let (mut members, mut names) = (Vec::new(), Vec::new());
        for field in &made.fields {
            let Member::Named(name) = &field.member else { return None };
            let name = name.to_string();
            let name = name.strip_prefix("r#").unwrap_or(&name).to_owned();
            let mut quoted = String::new();
            quote(&name, &mut quoted);
            members.push(format!("{quoted}: {}", self.translate(&field.expr)?.text));
            names.push(name);
        }
        self.taken.push(Taken::Made { made: whole.clone(), names });
        Some(Translated::closed(format!("{{{}}}", members.join(", ")), Known::Other))
    }

    /// An array of items that are no arrays: those would be flattened.
    fn list<'e>(&mut self, items: impl Iterator<Item = &'e Expr>) -> Option<Translated> {
        let items = items.map(|item| self.translate(item)).collect::<Option<Vec<_>>>()?;
        let known = items.first().map_or(Known::Anything, |item| item.known.clone());
        let texts: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        let is_flat = items.iter().all(|item| match &item.known {
            Known::Optional(some) => some.is_plain(),
            known => known.is_plain(),
        });
        let text = format!("[{}]", texts.join(", "));
        is_flat.then(|| Translated::closed(text, Known::List(Box::new(known))))
    }

    /// Notes what a value has to be; none if it is something else.
    fn need(&mut self, value: &Translated, need: Need) -> Option<()> {
        let is_met = match (&value.known, need) {
            (Known::Anything, _) => {
                self.taken.push(Taken::Place { place: value.place.clone()?, need });
                true
            }
            (known, Need::Number) => known.is_number(),
            (known, Need::Boolean) => *known == Known::Boolean,
            (known, Need::Text) => *known == Known::Text,
            (known, Need::Optional) => matches!(known, Known::Optional(_)),
            (known, Need::Comparable) => known.is_plain(),
            (known, Need::Printable) => known.is_plain() && *known != Known::Float,
        };
        is_met.then_some(())
    }
}

/// Whether it is the variant of an enum, by how names are written.
pub(super) fn is_variant(path: &syn::Path) -> bool {
    let before = path.segments.iter().rev().nth(1);
    before.is_some_and(|segment| segment.ident.to_string().starts_with(char::is_uppercase))
}

fn literal(literal: &Lit) -> Option<Translated> {
    Some(match literal {
        Lit::Str(text) => Translated::text(&text.value()),
        Lit::Char(c) => Translated::text(&c.value().to_string()),
        Lit::Bool(value) => Translated::closed(value.value.to_string(), Known::Boolean),
        Lit::Int(number) if !number.suffix().starts_with('f') => {
            let value = number.base10_parse::<u64>().ok().filter(|n| *n <= MAX_SAFE_INTEGER)?;
            Translated::closed(value.to_string(), Known::Integer)
        }
        Lit::Int(number) => float(number.base10_digits(), number.suffix())?,
        Lit::Float(number) => float(number.base10_digits(), number.suffix())?,
        _ => return None,
    })
}

fn float(digits: &str, suffix: &str) -> Option<Translated> {
    let value = digits.parse::<f64>().ok().filter(|value| value.is_finite() && suffix != "f32")?;
    Some(Translated::closed(format!("{value:?}"), Known::Float))
}

/// A name as a step of a path.
pub(super) fn step(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let is_word = matches!(name, "and" | "or" | "in" | "true" | "false" | "null" | "function");
    if is_plain && !is_word { name.to_owned() } else { format!("`{name}`") }
}
