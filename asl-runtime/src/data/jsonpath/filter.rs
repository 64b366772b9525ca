//! Conditions of filters, and their answers.

use std::borrow::Cow;

use super::select::{Selection, Stop};
use super::{Pattern, Segments, compare};
use crate::value::Value;

/// What is true or false of an element.
#[derive(Debug, Clone)]
pub enum Condition {
    /// `&&`: all are true.
    All(Box<[Condition]>),
    /// `||`: one is true.
    Any(Box<[Condition]>),
    /// `!`: it is false.
    Not(Box<Condition>),
    /// `@.a`: the path leads somewhere.
    Exists(Operand),
    /// `@.a == 1`
    Compare(Relation, Operand, Operand),
    /// `@.a =~ /…/`
    Matches(Operand, Pattern),
}

/// How two operands are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// `==`
    Equals,
    /// `!=`
    NotEquals,
    /// `<`
    LessThan,
    /// `<=`
    LessThanEquals,
    /// `>`
    GreaterThan,
    /// `>=`
    GreaterThanEquals,
    /// `in`
    In,
    /// `nin`
    NotIn,
}

/// A side of a comparison.
#[derive(Debug, Clone)]
pub enum Operand {
    /// A constant.
    Literal(Value),
    /// `@…`
    Current(Segments),
    /// `$…`
    Document(Segments),
}

impl<'v, 'p> Selection<'v, 'p> {
    /// Whether the filter lets an element through. On AWS it lets through objects only.
    pub(super) fn accepts(
        &mut self,
        condition: &'p Condition,
        element: &'v Value,
    ) -> Result<bool, Stop> {
        if !matches!(element, Value::Object(_)) {
            return Ok(false);
        }
        match self.test(condition, element) {
            // What has no answer lets nothing through.
            Err(Stop::Nowhere) => Ok(false),
            answer => answer,
        }
    }

    fn test(&mut self, condition: &'p Condition, element: &'v Value) -> Result<bool, Stop> {
        self.visit()?;
        match condition {
            Condition::All(conditions) => {
                for condition in conditions {
                    if !self.test(condition, element)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Condition::Any(conditions) => {
                for condition in conditions {
                    if self.test(condition, element)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Condition::Not(condition) => Ok(!self.test(condition, element)?),
            Condition::Exists(Operand::Literal(_)) => Ok(true),
            Condition::Exists(Operand::Current(path)) => self.exists(path, element),
            Condition::Exists(Operand::Document(path)) => self.exists(path, self.root),
            Condition::Compare(relation, left, right) => {
                let (left, right) = (self.operand(left, element)?, self.operand(right, element)?);
                compare::holds(*relation, left.as_deref(), right.as_deref()).ok_or(Stop::Nowhere)
            }
            Condition::Matches(value, pattern) => {
                Ok(pattern.matches(self.operand(value, element)?.as_deref()))
            }
        }
    }

    /// The value of an operand; none where its path leads nowhere.
    fn operand(
        &mut self,
        operand: &'p Operand,
        element: &'v Value,
    ) -> Result<Option<Cow<'v, Value>>, Stop> {
        let found = match operand {
            // A clone is a reference count at most.
            Operand::Literal(value) => return Ok(Some(Cow::Owned(value.clone()))),
            Operand::Current(path) => self.value(path, element),
            Operand::Document(path) => self.value_in_document(path),
        };
        match found {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Nowhere) => Ok(None),
            Err(Stop::TooMuch) => Err(Stop::TooMuch),
        }
    }
}
