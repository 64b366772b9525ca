//! What can be seen of an expression's type.
//!
//! The macro sees types where they are written: of parameters, results and literals. What a field is
//! of a struct it does not see.

use syn::{GenericArgument, PathArguments, Type};

/// What is known of a value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Known {
    /// Nothing.
    Anything,
    /// A number without a fraction.
    Integer,
    /// An `f64`.
    Float,
    /// A string or a character: a string of JSON.
    Text,
    Boolean,
    /// An array of JSON, of such items.
    List(Box<Known>),
    /// The value or `null`.
    Optional(Box<Known>),
    /// It is nothing of these.
    Other,
}

impl Known {
    /// What a type says.
    pub(super) fn of(ty: &Type) -> Self {
        match ty {
            Type::Group(inner) => Self::of(&inner.elem),
            Type::Paren(inner) => Self::of(&inner.elem),
            Type::Reference(inner) => Self::of(&inner.elem),
            Type::Slice(slice) => Self::List(Box::new(Self::of(&slice.elem))),
            Type::Path(path) if path.qself.is_none() => {
                let Some(last) = path.path.segments.last() else { return Self::Anything };
                let name = last.ident.to_string();
                match &last.arguments {
                    PathArguments::None => Self::of_name(&name),
                    PathArguments::AngleBracketed(arguments) => {
                        match (name.as_str(), arguments.args.first()) {
                            ("Vec", Some(GenericArgument::Type(item))) => {
                                Self::List(Box::new(Self::of(item)))
                            }
                            ("Option", Some(GenericArgument::Type(some))) => {
                                Self::Optional(Box::new(Self::of(some)))
                            }
                            ("Box", Some(GenericArgument::Type(inner))) => Self::of(inner),
                            _ => Self::Anything,
                        }
                    }
                    PathArguments::Parenthesized(_) => Self::Other,
                }
            }
            Type::Path(_) | Type::Infer(_) => Self::Anything,
            _ => Self::Other,
        }
    }

    fn of_name(name: &str) -> Self {
        match name {
            "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" | "isize" => {
                Self::Integer
            }
            "f64" => Self::Float,
            "bool" => Self::Boolean,
            "String" | "str" | "char" | "ErrorName" => Self::Text,
            // A number in JSON, but not computed with as one.
            "f32" | "u128" | "i128" | "Duration" => Self::Other,
            // Any type of the caller's, also a name for one of these.
            _ => Self::Anything,
        }
    }

    /// What an iteration over it gives.
    pub(super) fn item(self) -> Self {
        match self {
            Self::List(item) => *item,
            _ => Self::Anything,
        }
    }

    pub(super) fn is_number(&self) -> bool {
        matches!(self, Self::Integer | Self::Float)
    }

    /// Whether it is one value of JSON that is no array, object or null.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self, Self::Integer | Self::Float | Self::Text | Self::Boolean)
    }
}
