//! Expressions.
//!
//! They are nested no deeper than the JSON text they were read from, which has at most 512
//! levels: so deep go the recursive functions here.

use std::borrow::Cow;

use asl_lang::ir::{self, ExprKind, Register};
use asl_lang::path::{ReferencePath, ReferenceSegment};
use asl_runtime::data::path::{self, Segment};
use asl_runtime::data::reference_path;
use asl_runtime::value::{Array, Key, Member, Object, Str};
use asl_runtime::{Failure, Value};

use crate::condition::Condition;
use crate::intrinsic::Call;
use crate::literal;
use crate::path::{Missing, Path};
use crate::query::Query;
use crate::scope::Scope;

/// An expression, resolved.
#[derive(Debug)]
pub(crate) enum Expr<'a> {
    Constant(Value),
    Register(Register),
    Path(Path<'a>, Missing<'a>),
    Object(Box<[(Str, Expr<'a>)]>),
    Array(Box<[Expr<'a>]>),
    Insert { document: Register, place: Place<'a>, value: Box<Expr<'a>> },
    Call(Box<Call<'a>>),
    Condition(Box<Condition<'a>>),
    Query(Box<Query>),
}

/// Where `ResultPath` puts something.
#[derive(Debug)]
pub(crate) struct Place<'a> {
    text: &'a str,
    way: Box<[Segment<'a>]>,
}

impl<'a> Expr<'a> {
    pub(crate) fn new(expr: &'a ir::Expr) -> Self {
        match &expr.kind {
            ExprKind::Literal(constant) => Self::Constant(literal::value(constant)),
            ExprKind::Register(register) => Self::Register(*register),
            ExprKind::Path { root, path, data, missing } => {
                Self::Path(Path::new(*root, path), Missing::new(missing, *data))
            }
            ExprKind::Object(members) => Self::Object(
                members.iter().map(|(name, value)| (Str::from(name), Self::new(value))).collect(),
            ),
            ExprKind::Array(items) => Self::Array(Self::all(items)),
            ExprKind::Insert { document, path, value } => Self::Insert {
                document: *document,
                place: Place::new(path),
                value: Box::new(Self::new(value)),
            },
            ExprKind::Intrinsic { function, arguments, call, offset } => {
                let place = (expr.span.start, *offset);
                Self::Call(Box::new(Call::new(*function, arguments, call, place)))
            }
            ExprKind::Query(query) => Self::Query(Box::new(Query::new(query, expr.span.start))),
            ExprKind::Compare { .. }
            | ExprKind::Matches { .. }
            | ExprKind::IsType { .. }
            | ExprKind::IsPresent { .. }
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_) => Self::Condition(Box::new(Condition::new(expr))),
        }
    }

    pub(crate) fn all(expressions: &'a [ir::Expr]) -> Box<[Self]> {
        expressions.iter().map(Self::new).collect()
    }

    /// The value, made or cloned.
    pub(crate) fn value(&self, scope: &Scope<'_>) -> Result<Value, Failure> {
        match self {
            Self::Constant(value) => Ok(value.clone()),
            Self::Register(register) => Ok(scope.registers.get(*register).clone()),
            Self::Path(path, missing) => path.required(missing, scope).map(Cow::into_owned),
            Self::Object(members) => {
                let mut made = Vec::with_capacity(members.len());
                for (name, value) in members {
                    made.push(Member::named(name.clone(), value.value(scope)?));
                }
                Ok(Value::Object(Object::from_distinct(made)))
            }
            Self::Array(items) => Self::values(items, scope).map(Value::Array),
            Self::Insert { document, place, value } => {
                place.put(scope.registers.get(*document).clone(), value.value(scope)?)
            }
            Self::Call(call) => call.value(scope),
            Self::Condition(condition) => condition.holds(scope).map(Value::Bool),
            Self::Query(query) => query.value(scope),
        }
    }

    /// The value, borrowed where it is there already.
    #[inline]
    pub(crate) fn reference<'s>(&'s self, scope: &Scope<'s>) -> Result<Cow<'s, Value>, Failure> {
        match self {
            Self::Constant(value) => Ok(Cow::Borrowed(value)),
            Self::Register(register) => Ok(Cow::Borrowed(scope.registers.get(*register))),
            Self::Path(path, missing) => path.required(missing, scope),
            _ => self.value(scope).map(Cow::Owned),
        }
    }

    pub(crate) fn values(expressions: &[Self], scope: &Scope<'_>) -> Result<Array, Failure> {
        let mut items = Vec::with_capacity(expressions.len());
        for expression in expressions {
            items.push(expression.value(scope)?);
        }
        Ok(Array::from(items))
    }
}

impl<'a> Place<'a> {
    pub(crate) fn new(path: &'a ReferencePath) -> Self {
        let way = path.segments.iter().map(|segment| match segment {
            ReferenceSegment::Member(name) => Segment::Member(Key::new(name)),
            ReferenceSegment::Index(index) => Segment::Index(i64::from(*index)),
        });
        Self { text: &path.text, way: way.collect() }
    }

    /// The document with the value in this place.
    pub(crate) fn put(&self, mut document: Value, value: Value) -> Result<Value, Failure> {
        let path = path::Path::new(self.text, &self.way);
        reference_path::insert_named(value, &path, &mut document)?;
        Ok(document)
    }
}
