//! Signatures of functions that an expression defines.

use std::borrow::Cow;

use asl_lang::jsonata::signature::{self as written, Count, Type, Types};
use asl_runtime::jsonata::{Parameter, Signature};

/// What a function takes, as calls check it.
pub(super) fn resolve(signature: &written::Signature) -> Signature {
    Signature(Cow::Owned(signature.parameters.iter().map(parameter).collect()))
}

fn parameter(written: &written::SignatureParameter) -> Parameter {
    let mut parameter = match &written.types {
        Types::One(kind) => Parameter::of_types(&String::from_iter([letter(*kind), 'm'])),
        Types::Array => Parameter::ARRAY,
        Types::Function => Parameter::FUNCTION,
        Types::Json => Parameter::JSON,
        Types::Any => Parameter::ANY,
        Types::Choice(kinds) => {
            let letters: String = kinds.iter().map(|kind| letter(*kind)).chain(['m']).collect();
            Parameter::of_types(&letters)
        }
    };
    if parameter.is_array {
        parameter.of = written.subtype.as_deref().and_then(|subtype| subtype.chars().next());
    }
    if written.context {
        parameter = parameter.or_context();
    }
    match written.count {
        Count::One => parameter,
        Count::Optional | Count::LazyOptional => parameter.optional(),
        Count::Many | Count::LazyMany => parameter.repeated(),
    }
}

fn letter(kind: Type) -> char {
    match kind {
        Type::String => 's',
        Type::Number => 'n',
        Type::Boolean => 'b',
        Type::Null => 'l',
        Type::Array => 'a',
        Type::Object => 'o',
        Type::Function => 'f',
    }
}
