//! Constants, which are built once.

use asl_lang::ir::Literal;
use asl_runtime::Value;
use asl_runtime::value::{Array, Object};

/// The value of a constant.
pub(crate) fn value(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(value) => Value::Bool(*value),
        Literal::Integer(number) => Value::from(*number),
        Literal::Unsigned(number) => Value::from(*number),
        Literal::Number(number) => Value::from(*number),
        Literal::String(text) => Value::from(text),
        Literal::Array(items) => Value::Array(items.iter().map(value).collect::<Array>()),
        Literal::Object(members) => {
            let members = members.iter().map(|(name, member)| (name, value(member)));
            Value::Object(members.collect::<Object>())
        }
    }
}
