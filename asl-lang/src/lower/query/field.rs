//! Expressions as fields of a state.

use std::sync::Arc;

use super::super::expression::Data;
use super::{Lowered, Surroundings, lower};
use crate::ast::JsonataExpression;
use crate::ir::query::{Expected, Query, Source};
use crate::ir::{Expr, ExprKind, Register, Type};
use crate::parse::location::Location;
use crate::source::Spanned;

/// An expression in a field, whose place in the state messages say.
pub(in crate::lower) fn field(
    expression: Spanned<&JsonataExpression>,
    data: Data<'_>,
    place: &Location<'_>,
    expected: Expected,
) -> Expr {
    let Lowered { body, slots, sources, functions } = lower(&expression.value.tree, &data);
    let query = Query {
        text: Arc::from(expression.value.text.as_str()),
        location: place.relative(),
        expected,
        body,
        slots,
        sources,
        functions,
    };
    Expr { kind: ExprKind::Query(Box::new(query)), ty: type_of(expected), span: expression.span }
}

fn type_of(expected: Expected) -> Type {
    match expected {
        Expected::Any => Type::Any,
        Expected::Boolean => Type::Boolean,
        Expected::Number => Type::Number,
        Expected::String => Type::String,
        Expected::Array => Type::Array,
        Expected::Object => Type::Object,
    }
}

impl Surroundings for Data<'_> {
    fn variable(&self, name: &str) -> Option<Source> {
        self.names.assigned(name).map(Source::Variable)
    }

    fn states(&self) -> Option<Vec<(&'static str, Source)>> {
        let mut members = vec![("input", Source::Register(Register::Input))];
        match self.register {
            Register::Result => members.push(("result", Source::Register(Register::Result))),
            Register::ErrorOutput => {
                members.push(("errorOutput", Source::Register(Register::ErrorOutput)));
            }
            _ => {}
        }
        members.push(("context", Source::Context));
        Some(members)
    }
}
