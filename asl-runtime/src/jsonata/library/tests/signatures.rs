//! The functions are those of the reference implementation, with its signatures.

use super::super::{ALL, find};

/// Each function with the parameters of its signature, how many parameters JavaScript counts, and
/// what Step Functions adds. Types of functions' parameters, which are not checked, are left out.
const TABLE: &[(&str, &str, usize)] = &[
    ("sum", "a<n>", 1),
    ("count", "a", 1),
    ("max", "a<n>", 1),
    ("min", "a<n>", 1),
    ("average", "a<n>", 1),
    ("string", "x-b?", 1),
    ("substring", "s-nn?", 3),
    ("substringBefore", "s-s", 2),
    ("substringAfter", "s-s", 2),
    ("lowercase", "s-", 1),
    ("uppercase", "s-", 1),
    ("length", "s-", 1),
    ("trim", "s-", 1),
    ("pad", "s-ns?", 3),
    ("match", "s-fn?", 3),
    ("contains", "s-(sf)", 2),
    ("replace", "s-(sf)(sf)n?", 4),
    ("split", "s-(sf)n?", 3),
    ("join", "a<s>s?", 2),
    ("formatNumber", "n-so?", 3),
    ("formatBase", "n-n?", 2),
    ("formatInteger", "n-s", 2),
    ("parseInteger", "s-s", 2),
    ("number", "(nsb)-", 1),
    ("floor", "n-", 1),
    ("ceil", "n-", 1),
    ("round", "n-n?", 2),
    ("abs", "n-", 1),
    ("sqrt", "n-", 1),
    ("power", "n-n", 2),
    ("boolean", "x-", 1),
    ("not", "x-", 1),
    ("map", "af", 2),
    ("zip", "a+", 0),
    ("filter", "af", 2),
    ("single", "af?", 2),
    ("reduce", "afj?", 3),
    ("sift", "o-f?", 2),
    ("keys", "x-", 1),
    ("lookup", "x-s", 2),
    ("append", "xx", 2),
    ("exists", "x", 1),
    ("spread", "x-", 1),
    ("merge", "a<o>", 1),
    ("reverse", "a", 1),
    ("each", "o-f", 2),
    ("error", "s?", 1),
    ("assert", "bs?", 2),
    ("type", "x", 1),
    ("sort", "af?", 2),
    ("shuffle", "a", 1),
    ("distinct", "x", 1),
    ("base64encode", "s-", 1),
    ("base64decode", "s-", 1),
    ("encodeUrlComponent", "s-", 1),
    ("encodeUrl", "s-", 1),
    ("decodeUrlComponent", "s-", 1),
    ("decodeUrl", "s-", 1),
    ("toMillis", "s-s?", 2),
    ("fromMillis", "n-s?s?", 3),
    ("clone", "(oa)-", 1),
    ("now", "s?s?", 2),
    ("millis", "", 0),
    ("random", "n?", 1),
    ("partition", "an", 2),
    ("range", "nnn", 3),
    ("hash", "ss", 2),
    ("uuid", "", 0),
    ("parse", "s", 1),
];

#[test]
fn each_function_has_its_signature() {
    for (name, signature, arity) in TABLE {
        let builtin = find(name).unwrap_or_else(|| panic!("there is no ${name}"));
        assert_eq!(builtin.signature.to_string(), *signature, "${name}");
        assert_eq!(builtin.arity, *arity, "${name}");
    }
}

#[test]
fn there_are_no_others() {
    assert_eq!(ALL.len(), TABLE.len());
    let mut names: Vec<_> = ALL.iter().map(|builtin| builtin.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), ALL.len());
    assert!(find("eval").is_none());
}
