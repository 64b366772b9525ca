//! The intrinsic functions: their names and how many arguments each takes.

use crate::ir::IntrinsicFunction;
use std::ops::RangeInclusive;

macro_rules! functions {
    ($($variant:ident = $name:literal, $arguments:expr;)*) => {
        /// The functions of the language, in the order of AWS's documentation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Function {
            $(
                #[doc = concat!("`", $name, "`")]
                $variant,
            )*
        }

        impl Function {
            /// All of them.
            pub const ALL: &[Function] = &[$(Function::$variant),*];

            /// The name as written: `States.Format`.
            pub fn name(self) -> &'static str {
                match self {
                    $(Function::$variant => $name,)*
                }
            }

            /// How many arguments it takes.
            pub fn arguments(self) -> RangeInclusive<usize> {
                match self {
                    $(Function::$variant => $arguments,)*
                }
            }
        }
    };
}

functions! {
    Array = "States.Array", 0..=usize::MAX;
    ArrayPartition = "States.ArrayPartition", 2..=2;
    ArrayContains = "States.ArrayContains", 2..=2;
    ArrayRange = "States.ArrayRange", 3..=3;
    ArrayGetItem = "States.ArrayGetItem", 2..=2;
    ArrayLength = "States.ArrayLength", 1..=1;
    ArrayUnique = "States.ArrayUnique", 1..=1;
    Base64Encode = "States.Base64Encode", 1..=1;
    Base64Decode = "States.Base64Decode", 1..=1;
    Hash = "States.Hash", 2..=2;
    JsonMerge = "States.JsonMerge", 3..=3;
    StringToJson = "States.StringToJson", 1..=1;
    JsonToString = "States.JsonToString", 1..=1;
    MathRandom = "States.MathRandom", 2..=3;
    MathAdd = "States.MathAdd", 2..=2;
    StringSplit = "States.StringSplit", 2..=2;
    Uuid = "States.UUID", 0..=0;
    Format = "States.Format", 1..=usize::MAX;
}

impl Function {
    /// The function of this name.
    pub fn from_name(name: &str) -> Option<Function> {
        Function::ALL.iter().copied().find(|function| function.name() == name)
    }

    /// The function of the intermediate representation; none where it cannot be evaluated yet.
    pub fn lowered(self) -> Option<IntrinsicFunction> {
        match self {
            Function::Format => Some(IntrinsicFunction::Format),
            Function::Array => Some(IntrinsicFunction::Array),
            Function::MathAdd => Some(IntrinsicFunction::MathAdd),
            _ => None,
        }
    }
}
