//! JSONPaths.
//!
//! A path of names and indexes is a constant, which the compiler unrolls into lookups and which
//! leads to a reference. Any other is a `static`, built when it is first used, and gives a value.

use asl_lang::ir::{Literal, Missing};
use asl_lang::path::filter::{Condition, FilterPath, FilterRoot, Operand, Relation};
use asl_lang::path::{Path, Segment};
use proc_macro2::TokenStream;
use quote::quote;

use super::literal;

/// What is at a path.
pub(super) enum Found {
    /// An expression for a reference to it.
    Reference(TokenStream),
    /// An expression for the value.
    Value(TokenStream),
}

/// An expression for what is at the path, from `root`.
pub(super) fn required(path: &Path, root: &TokenStream, missing: &Missing) -> Found {
    let call = match missing {
        Missing::InvalidPath => quote! { required(#root)? },
        Missing::Field(field) => quote! { required_for_field(#root, #field, #root)? },
        Missing::Argument(call) => quote! { required_for_argument(#root, #call, #root)? },
        Missing::ChoiceVariable => quote! { required_for_choice(#root)? },
        Missing::Wait(field) => quote! { required_for_wait(#root, #field)? },
    };
    match plain(path) {
        Some(constant) => Found::Reference(quote! { #constant.#call }),
        None => {
            let definition = definition(path);
            Found::Value(quote! {{ #definition PATH.#call }})
        }
    }
}

/// A Boolean expression: whether the path leads somewhere.
pub(super) fn is_present(path: &Path, root: &TokenStream, expected: bool) -> TokenStream {
    match plain(path) {
        Some(constant) => {
            let test = if expected {
                quote! { is_some }
            } else {
                quote! { is_none }
            };
            quote! { #constant.lookup(#root).#test() }
        }
        None => {
            let definition = definition(path);
            let not = (!expected).then(|| quote! { ! });
            quote! { #not __rt::JsonPath::is_present({ #definition &PATH }, #root)? }
        }
    }
}

/// The path as a constant, if it is made of names and indexes alone.
fn plain(path: &Path) -> Option<TokenStream> {
    let text = &path.text;
    let segments = path.segments.iter().map(|segment| match segment {
        Segment::Member(name) => Some(quote! { __rt::Member(__rt::Key::new(#name)) }),
        Segment::Index(index) => {
            let index = i64::from(*index);
            Some(quote! { __rt::Index(#index) })
        }
        _ => None,
    });
    let segments = segments.collect::<Option<Vec<_>>>()?;
    Some(quote! { __rt::Path::new(#text, const { &[#(#segments),*] }) })
}

/// The path as a static of the name `PATH`.
fn definition(path: &Path) -> TokenStream {
    let text = &path.text;
    let segments = segments(&path.segments);
    quote! {
        static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
            use __rt::data::jsonpath::build::*;
            __rt::JsonPath::new(#text, #segments)
        });
    }
}

fn segments(segments: &[Segment]) -> TokenStream {
    let mut parts = Vec::new();
    let mut rest = segments.iter();
    while let Some(next) = rest.next() {
        parts.push(match next {
            Segment::Descendants => {
                let Some(inner) = rest.next() else { break };
                let inner = segment(inner);
                quote! { descendants(#inner) }
            }
            other => segment(other),
        });
    }
    quote! { [#(#parts),*] }
}

fn segment(segment: &Segment) -> TokenStream {
    match segment {
        Segment::Member(name) => quote! { member(#name) },
        Segment::Index(index) => {
            let index = i64::from(*index);
            quote! { index(#index) }
        }
        // The parser reads no `..` after another. Validation refuses functions.
        Segment::Wildcard | Segment::Descendants | Segment::Function { .. } => {
            quote! { wildcard() }
        }
        Segment::Members(names) => quote! { members([#(#names),*]) },
        Segment::Indexes(indexes) => {
            let indexes = indexes.iter().map(|index| i64::from(*index));
            quote! { indexes([#(#indexes),*]) }
        }
        Segment::Slice { start, end } => {
            let (start, end) = (bound(*start), bound(*end));
            quote! { slice(#start, #end) }
        }
        Segment::Filter(filter) => {
            let condition = condition(&filter.condition);
            quote! { filter(#condition) }
        }
    }
}

fn bound(bound: Option<i32>) -> TokenStream {
    match bound.map(i64::from) {
        Some(bound) => quote! { __rt::Some(#bound) },
        None => quote! { __rt::None },
    }
}

fn condition(condition: &Condition) -> TokenStream {
    let list = |conditions: &[Condition]| {
        let conditions = conditions.iter().map(self::condition);
        quote! { [#(#conditions),*] }
    };
    match condition {
        Condition::All(conditions) => {
            let conditions = list(conditions);
            quote! { all(#conditions) }
        }
        Condition::Any(conditions) => {
            let conditions = list(conditions);
            quote! { any(#conditions) }
        }
        Condition::Not(condition) => {
            let condition = self::condition(condition);
            quote! { not(#condition) }
        }
        Condition::Exists(path) => {
            let path = filter_path(path);
            quote! { exists(#path) }
        }
        Condition::Compare { relation, left, right } => {
            let relation = match relation {
                Relation::Equals => quote! { Equals },
                Relation::NotEquals => quote! { NotEquals },
                Relation::LessThan => quote! { LessThan },
                Relation::LessThanEquals => quote! { LessThanEquals },
                Relation::GreaterThan => quote! { GreaterThan },
                Relation::GreaterThanEquals => quote! { GreaterThanEquals },
                Relation::In => quote! { In },
                Relation::NotIn => quote! { NotIn },
            };
            let (left, right) = (operand(left), operand(right));
            quote! { compare(Relation::#relation, #left, #right) }
        }
        Condition::Matches { value, pattern } => {
            let (value, regex) = (operand(value), &pattern.regex);
            quote! { matches(#value, #regex) }
        }
    }
}

fn operand(operand: &Operand) -> TokenStream {
    match operand {
        Operand::Path(path) => filter_path(path),
        Operand::Literal(Literal::String(text)) => quote! { literal(#text) },
        Operand::Literal(Literal::Bool(value)) => quote! { literal(#value) },
        Operand::Literal(Literal::Integer(number)) => quote! { literal(#number) },
        Operand::Literal(Literal::Unsigned(number)) => quote! { literal(#number) },
        Operand::Literal(other) => {
            let value = literal::build(other);
            quote! { literal(#value) }
        }
    }
}

fn filter_path(path: &FilterPath) -> TokenStream {
    let segments = segments(&path.segments);
    match path.root {
        FilterRoot::Current => quote! { current(#segments) },
        FilterRoot::Document => quote! { document(#segments) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn emitted(text: &str) -> String {
        let path = asl_lang::path::parse(text).unwrap();
        let missing = Missing::Field("k.$".to_owned());
        let found = match required(&path, &quote! { &input }, &missing) {
            Found::Reference(reference) => reference,
            Found::Value(value) => value,
        };
        let present = is_present(&path, &quote! { &input }, false);
        let code = quote! { fn f() { let found = #found; let missing = #present; } };
        crate::rust::format(code).unwrap()
    }

    #[test]
    fn a_plain_path_is_a_constant() {
        insta::assert_snapshot!(emitted("$.a['b'][-1]"), @r#"
        fn f() {
            let found = __rt::Path::new(
                    "$.a['b'][-1]",
                    const {
                        &[
                            __rt::Member(__rt::Key::new("a")),
                            __rt::Member(__rt::Key::new("b")),
                            __rt::Index(-1i64),
                        ]
                    },
                )
                .required_for_field(&input, "k.$", &input)?;
            let missing = __rt::Path::new(
                    "$.a['b'][-1]",
                    const {
                        &[
                            __rt::Member(__rt::Key::new("a")),
                            __rt::Member(__rt::Key::new("b")),
                            __rt::Index(-1i64),
                        ]
                    },
                )
                .lookup(&input)
                .is_none();
        }
        "#);
    }

    #[test]
    fn a_path_that_selects_is_a_static() {
        insta::assert_snapshot!(emitted("$..a[?(@.b > $.c && !@['d'] || @.e =~ /x/i)]['f','g']"), @r#"
        fn f() {
            let found = {
                static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
                    use __rt::data::jsonpath::build::*;
                    __rt::JsonPath::new(
                        "$..a[?(@.b > $.c && !@['d'] || @.e =~ /x/i)]['f','g']",
                        [
                            descendants(member("a")),
                            filter(
                                any([
                                    all([
                                        compare(
                                            Relation::GreaterThan,
                                            current([member("b")]),
                                            document([member("c")]),
                                        ),
                                        not(exists(current([member("d")]))),
                                    ]),
                                    matches(current([member("e")]), "\\A(?i:x)\\z"),
                                ]),
                            ),
                            members(["f", "g"]),
                        ],
                    )
                });
                PATH.required_for_field(&input, "k.$", &input)?
            };
            let missing = !__rt::JsonPath::is_present(
                {
                    static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
                        use __rt::data::jsonpath::build::*;
                        __rt::JsonPath::new(
                            "$..a[?(@.b > $.c && !@['d'] || @.e =~ /x/i)]['f','g']",
                            [
                                descendants(member("a")),
                                filter(
                                    any([
                                        all([
                                            compare(
                                                Relation::GreaterThan,
                                                current([member("b")]),
                                                document([member("c")]),
                                            ),
                                            not(exists(current([member("d")]))),
                                        ]),
                                        matches(current([member("e")]), "\\A(?i:x)\\z"),
                                    ]),
                                ),
                                members(["f", "g"]),
                            ],
                        )
                    });
                    &PATH
                },
                &input,
            )?;
        }
        "#);
        insta::assert_snapshot!(emitted("$[*][0,-2][1:][?(@.a in ['x', null] || 1.5 == @.b)]"), @r#"
        fn f() {
            let found = {
                static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
                    use __rt::data::jsonpath::build::*;
                    __rt::JsonPath::new(
                        "$[*][0,-2][1:][?(@.a in ['x', null] || 1.5 == @.b)]",
                        [
                            wildcard(),
                            indexes([0i64, -2i64]),
                            slice(__rt::Some(1i64), __rt::None),
                            filter(
                                any([
                                    compare(
                                        Relation::In,
                                        current([member("a")]),
                                        literal(
                                            __rt::array([
                                                __rt::Value::String(__rt::Str::from_static("x")),
                                                __rt::Value::Null,
                                            ]),
                                        ),
                                    ),
                                    compare(
                                        Relation::Equals,
                                        literal(__rt::float(1.5f64)),
                                        current([member("b")]),
                                    ),
                                ]),
                            ),
                        ],
                    )
                });
                PATH.required_for_field(&input, "k.$", &input)?
            };
            let missing = !__rt::JsonPath::is_present(
                {
                    static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
                        use __rt::data::jsonpath::build::*;
                        __rt::JsonPath::new(
                            "$[*][0,-2][1:][?(@.a in ['x', null] || 1.5 == @.b)]",
                            [
                                wildcard(),
                                indexes([0i64, -2i64]),
                                slice(__rt::Some(1i64), __rt::None),
                                filter(
                                    any([
                                        compare(
                                            Relation::In,
                                            current([member("a")]),
                                            literal(
                                                __rt::array([
                                                    __rt::Value::String(__rt::Str::from_static("x")),
                                                    __rt::Value::Null,
                                                ]),
                                            ),
                                        ),
                                        compare(
                                            Relation::Equals,
                                            literal(__rt::float(1.5f64)),
                                            current([member("b")]),
                                        ),
                                    ]),
                                ),
                            ],
                        )
                    });
                    &PATH
                },
                &input,
            )?;
        }
        "#);
    }
}
