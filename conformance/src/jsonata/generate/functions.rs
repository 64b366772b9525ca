//! The functions that expressions call, and what they are given.

use super::expression::Kind::{self, *};

/// A function with the kinds of its arguments, of which the last may be left out, and of its value.
pub(super) struct Function {
    pub(super) name: &'static str,
    pub(super) arguments: &'static [Kind],
    /// How many there are at least.
    pub(super) least: usize,
    pub(super) value: Kind,
}

const fn of(name: &'static str, arguments: &'static [Kind], least: usize, value: Kind) -> Function {
    Function { name, arguments, least, value }
}

/// All that give the same whenever they are called.
pub(super) static FUNCTIONS: &[Function] = &[
    of("string", &[Any, Boolean], 0, String),
    of("length", &[String], 0, Number),
    of("substring", &[String, Number, Number], 2, String),
    of("substringBefore", &[String, String], 1, String),
    of("substringAfter", &[String, String], 1, String),
    of("uppercase", &[String], 0, String),
    of("lowercase", &[String], 0, String),
    of("trim", &[String], 0, String),
    of("pad", &[String, Number, String], 2, String),
    of("contains", &[String, Pattern], 1, Boolean),
    of("split", &[String, Pattern, Number], 1, Array),
    of("join", &[Strings, String], 1, String),
    of("match", &[String, Regex, Number], 1, Array),
    of("replace", &[String, Pattern, String, Number], 3, String),
    of("replace", &[String, Regex, Lambda(1)], 3, String),
    of("base64encode", &[String], 0, String),
    of("base64decode", &[String], 0, String),
    of("encodeUrlComponent", &[String], 0, String),
    of("encodeUrl", &[String], 0, String),
    of("decodeUrlComponent", &[String], 0, String),
    of("decodeUrl", &[String], 0, String),
    of("number", &[Scalar], 0, Number),
    of("abs", &[Number], 0, Number),
    of("floor", &[Number], 0, Number),
    of("ceil", &[Number], 0, Number),
    of("round", &[Number, Number], 1, Number),
    of("power", &[Number, Number], 2, Number),
    of("sqrt", &[Number], 0, Number),
    of("formatNumber", &[Number, Picture], 2, String),
    of("formatBase", &[Number, Number], 1, String),
    of("formatInteger", &[Number, IntegerPicture], 2, String),
    of("parseInteger", &[String, IntegerPicture], 2, Number),
    of("fromMillis", &[Number, TimePicture], 1, String),
    of("toMillis", &[String, TimePicture], 1, Number),
    of("sum", &[Numbers], 1, Number),
    of("max", &[Numbers], 1, Number),
    of("min", &[Numbers], 1, Number),
    of("average", &[Numbers], 1, Number),
    of("boolean", &[Any], 0, Boolean),
    of("not", &[Any], 0, Boolean),
    of("exists", &[Any], 1, Boolean),
    of("count", &[Array], 1, Number),
    of("append", &[Array, Any], 2, Array),
    of("sort", &[Numbers], 1, Array),
    of("sort", &[Array, Lambda(2)], 2, Array),
    of("reverse", &[Array], 1, Array),
    of("distinct", &[Array], 1, Array),
    of("zip", &[Array, Array, Array], 1, Array),
    of("keys", &[Object], 0, Array),
    of("lookup", &[Object, Name], 2, Any),
    of("spread", &[Object], 0, Array),
    of("merge", &[Array], 1, Object),
    of("sift", &[Object, Lambda(3)], 2, Object),
    of("each", &[Object, Lambda(3)], 2, Array),
    of("type", &[Any], 0, String),
    of("assert", &[Boolean, String], 1, Any),
    of("error", &[String], 0, Any),
    of("clone", &[Any], 1, Any),
    of("map", &[Array, Lambda(3)], 2, Array),
    of("filter", &[Array, Lambda(3)], 2, Array),
    of("single", &[Array, Lambda(3)], 1, Any),
    of("reduce", &[Array, Lambda(4), Any], 2, Any),
];

pub(super) const PICTURES: [&str; 16] = [
    "#,##0.00",
    "0",
    "###0.0##",
    "00.00%",
    "#0.0‰",
    "0.00e0",
    "(#0);[-#0]",
    "$#,###.00",
    "#,##,0",
    "",
    "0.0.0",
    "#0#",
    "0;;0",
    "##0.0e00",
    "0%%",
    ".00",
];

pub(super) const INTEGER_PICTURES: [&str; 15] =
    ["0", "#,##0", "000", "i", "I", "a", "A", "w", "Ww;o", "W", "0;o", "##,##,##0", "١", "", "*"];

pub(super) const TIME_PICTURES: [&str; 15] = [
    "[Y0001]-[M01]-[D01]",
    "[H01]:[m01]:[s01].[f001]",
    "[D1o] [MNn] [Y]",
    "[FNn], [D] [MNn,3-3] [Y0001] [h]:[m01] [PN]",
    "[Y]-[M]-[D]T[H]:[m]:[s][Z]",
    "[Yi] [W] [d] [F1] [x]",
    "[X0001]-W[W01]-[F1]",
    "[YWw]",
    "[Dwo] [M,2-2]",
    "[Z01:01] [z] [Z0101]",
    "[[Y]] [f001]",
    "[Y",
    "[q]",
    "[Y,2-2] [F0] [w]",
    "[YNn]",
];

pub(super) const REGEXES: [&str; 19] = [
    "/a/",
    "/[a-z]+/i",
    "/(\\w)(\\w)?/",
    "/^\\s*|\\s*$/",
    "/./",
    "/\\d+(\\.\\d)?/",
    "/,|;/",
    "/(l+)o?/",
    "/b$/m",
    "/[^a]/",
    "/(?:x|y)*z?x/",
    "/\\W/",
    "/(a)|(b)/",
    "/b(?=c)/",
    "/(?<!a)b/",
    "/(.)\\1/",
    "/x*/",
    "/a{1,2}/",
    "/\\bb/",
];
