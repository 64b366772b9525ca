//! The functions that every expression can call.

use super::error::Code;
use super::signature::Signature;

macro_rules! functions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal $signature:literal,)*) => {
        /// A function that is bound to a variable in every expression: those of JSONata 2.0.6
        /// without `$eval`, and those that Step Functions adds.
        ///
        /// See JSONata's [function library](https://docs.jsonata.org/string-functions) and
        /// [functions provided by Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-sfn).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Function {
            $(#[doc = concat!("`$", $name, "`, `", $signature, "`.")] $(#[$doc])* $variant,)*
        }

        impl Function {
            /// All functions.
            pub const ALL: &'static [Function] = &[$(Function::$variant,)*];

            /// Its variable, without the `$`.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Function::$variant => $name,)*
                }
            }

            /// What it takes and gives, as text.
            pub const fn signature_text(self) -> &'static str {
                match self {
                    $(Function::$variant => $signature,)*
                }
            }
        }
    };
}

functions! {
    Abs = "abs" "<n-:n>",
    Append = "append" "<xx:a>",
    Assert = "assert" "<bs?:x>",
    Average = "average" "<a<n>:n>",
    Base64Decode = "base64decode" "<s-:s>",
    Base64Encode = "base64encode" "<s-:s>",
    Boolean = "boolean" "<x-:b>",
    Ceil = "ceil" "<n-:n>",
    Clone = "clone" "<(oa)-:o>",
    Contains = "contains" "<s-(sf):b>",
    Count = "count" "<a:n>",
    DecodeUrl = "decodeUrl" "<s-:s>",
    DecodeUrlComponent = "decodeUrlComponent" "<s-:s>",
    Distinct = "distinct" "<x:x>",
    Each = "each" "<o-f:a>",
    EncodeUrl = "encodeUrl" "<s-:s>",
    EncodeUrlComponent = "encodeUrlComponent" "<s-:s>",
    Error = "error" "<s?:x>",
    Exists = "exists" "<x:b>",
    Filter = "filter" "<af>",
    Floor = "floor" "<n-:n>",
    FormatBase = "formatBase" "<n-n?:s>",
    FormatInteger = "formatInteger" "<n-s:s>",
    FormatNumber = "formatNumber" "<n-so?:s>",
    FromMillis = "fromMillis" "<n-s?s?:s>",
    /// By Step Functions.
    Hash = "hash" "<s-s:s>",
    Join = "join" "<a<s>s?:s>",
    Keys = "keys" "<x-:a<s>>",
    Length = "length" "<s-:n>",
    Lookup = "lookup" "<x-s:x>",
    Lowercase = "lowercase" "<s-:s>",
    Map = "map" "<af>",
    Match = "match" "<s-f<s:o>n?:a<o>>",
    Max = "max" "<a<n>:n>",
    Merge = "merge" "<a<o>:o>",
    /// The time is the same in all of an evaluation.
    Millis = "millis" "<:n>",
    Min = "min" "<a<n>:n>",
    Not = "not" "<x-:b>",
    /// The time is the same in all of an evaluation.
    Now = "now" "<s?s?:s>",
    Number = "number" "<(nsb)-:n>",
    Pad = "pad" "<s-ns?:s>",
    /// By Step Functions.
    Parse = "parse" "<s-:x>",
    ParseInteger = "parseInteger" "<s-s:n>",
    /// By Step Functions.
    Partition = "partition" "<an:a<a>>",
    Power = "power" "<n-n:n>",
    /// Step Functions adds the seed.
    Random = "random" "<n?:n>",
    /// By Step Functions.
    Range = "range" "<nnn:a<n>>",
    Reduce = "reduce" "<afj?:j>",
    Replace = "replace" "<s-(sf)(sf)n?:s>",
    Reverse = "reverse" "<a:a>",
    Round = "round" "<n-n?:n>",
    Shuffle = "shuffle" "<a:a>",
    Sift = "sift" "<o-f?:o>",
    Single = "single" "<af?>",
    Sort = "sort" "<af?:a>",
    Split = "split" "<s-(sf)n?:a<s>>",
    Spread = "spread" "<x-:a<o>>",
    Sqrt = "sqrt" "<n-:n>",
    String = "string" "<x-b?:s>",
    Substring = "substring" "<s-nn?:s>",
    SubstringAfter = "substringAfter" "<s-s:s>",
    SubstringBefore = "substringBefore" "<s-s:s>",
    Sum = "sum" "<a<n>:n>",
    ToMillis = "toMillis" "<s-s?:n>",
    Trim = "trim" "<s-:s>",
    Type = "type" "<x:s>",
    Uppercase = "uppercase" "<s-:s>",
    /// By Step Functions.
    Uuid = "uuid" "<:s>",
    Zip = "zip" "<a+>",
}

impl Function {
    /// The function of a variable, named without the `$`.
    pub fn from_name(name: &str) -> Option<Function> {
        Function::ALL.iter().copied().find(|function| function.name() == name)
    }

    /// What it takes.
    pub fn signature(self) -> Signature {
        let parsed: Result<Signature, Code> = Signature::parse(self.signature_text());
        // All of them parse, as the tests know.
        parsed.unwrap_or_default()
    }

    /// The least and the most arguments that it takes; as many as one likes if there is no most.
    pub fn arity(self) -> (usize, Option<usize>) {
        self.signature().arity()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_signatures() {
        for function in Function::ALL {
            assert!(Signature::parse(function.signature_text()).is_ok(), "{function:?}");
            assert_eq!(Function::from_name(function.name()), Some(*function));
        }
        assert!(Function::ALL.is_sorted_by_key(|function| function.name()));
        assert_eq!(Function::from_name("eval"), None);
    }

    #[test]
    fn arity_follows_from_signatures() {
        assert_eq!(Function::Substring.arity(), (1, Some(3)));
        assert_eq!(Function::Zip.arity(), (1, None));
        assert_eq!(Function::Uuid.arity(), (0, Some(0)));
        assert_eq!(Function::Map.arity(), (2, Some(2)));
    }
}
