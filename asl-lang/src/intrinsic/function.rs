//! The intrinsic functions: their names, how many arguments each takes and what it gives.

use crate::ir::Type;
use std::ops::RangeInclusive;

macro_rules! functions {
    ($($variant:ident = $name:literal, $arguments:expr => $result:ident;)*) => {
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

            /// What it gives.
            pub fn result(self) -> Type {
                match self {
                    $(Function::$variant => Type::$result,)*
                }
            }
        }
    };
}

functions! {
    Array = "States.Array", 0..=usize::MAX => Array;
    ArrayPartition = "States.ArrayPartition", 2..=2 => Array;
    ArrayContains = "States.ArrayContains", 2..=2 => Boolean;
    ArrayRange = "States.ArrayRange", 3..=3 => Array;
    ArrayGetItem = "States.ArrayGetItem", 2..=2 => Any;
    ArrayLength = "States.ArrayLength", 1..=1 => Integer;
    ArrayUnique = "States.ArrayUnique", 1..=1 => Array;
    Base64Encode = "States.Base64Encode", 1..=1 => String;
    Base64Decode = "States.Base64Decode", 1..=1 => String;
    Hash = "States.Hash", 2..=2 => String;
    JsonMerge = "States.JsonMerge", 3..=3 => Object;
    StringToJson = "States.StringToJson", 1..=1 => Any;
    JsonToString = "States.JsonToString", 1..=1 => String;
    MathRandom = "States.MathRandom", 2..=3 => Integer;
    MathAdd = "States.MathAdd", 2..=2 => Integer;
    StringSplit = "States.StringSplit", 2..=2 => Array;
    Uuid = "States.UUID", 0..=0 => String;
    Format = "States.Format", 1..=usize::MAX => String;
}

impl Function {
    /// The function of this name.
    pub fn from_name(name: &str) -> Option<Function> {
        Function::ALL.iter().copied().find(|function| function.name() == name)
    }
}
