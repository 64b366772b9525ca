//! JSONPaths.
//!
//! A path of names and indexes is a constant, which the compiler unrolls into lookups and which
//! leads to a reference. Any other is a `static`, built when it is first used, and gives a value.

use asl_lang::ir::{Literal, Missing};
use asl_lang::path::filter::{Condition, FilterPath, FilterRoot, Operand, Relation};
use asl_lang::path::{Path, ReferencePath, ReferenceSegment, Root, Segment};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::constants::Constants;
use super::literal;

/// What is at a path.
pub(super) enum Found {
    /// An expression for a reference to it.
    Reference(TokenStream),
    /// An expression for the value.
    Value(TokenStream),
}

/// An expression for what is at the path, from `root`.
///
/// `data` is the input that messages quote.
pub(super) fn required(
    constants: &Constants,
    path: &Path,
    root: &TokenStream,
    data: &TokenStream,
    missing: &Missing,
) -> Found {
    let call = match missing {
        Missing::InvalidPath => quote! { required(#root)? },
        Missing::Field(field) => quote! { required_for_field(#root, #field, #data)? },
        Missing::Argument(call) => quote! { required_for_argument(#root, #call, #data)? },
        Missing::ChoiceVariable => quote! { required_for_choice(#root)? },
        Missing::Wait(field) => quote! { required_for_wait(#root, #field)? },
    };
    match plain(constants, path) {
        Some(constant) => Found::Reference(quote! { #constant.#call }),
        None => {
            let constant = selecting(constants, path);
            Found::Value(quote! { #constant.#call })
        }
    }
}

/// A Boolean expression: whether the path leads somewhere.
pub(super) fn is_present(constants: &Constants, path: &Path, root: &TokenStream) -> TokenStream {
    match plain(constants, path) {
        Some(constant) => quote! { #constant.is_present(#root) },
        None => {
            let constant = selecting(constants, path);
            quote! { #constant.is_present(#root)? }
        }
    }
}

/// The failure of a path from a variable that has no value.
pub(super) fn unassigned(path: &Path, data: &TokenStream, missing: &Missing) -> TokenStream {
    let text = &path.text;
    let failure = match missing {
        Missing::InvalidPath => quote! { unassigned() },
        Missing::Field(field) => quote! { missing_for_field(#field, #data) },
        Missing::Argument(call) => quote! { missing_for_argument(#call, #data) },
        Missing::ChoiceVariable => quote! { missing_for_choice() },
        Missing::Wait(field) => quote! { missing_for_wait(#field) },
    };
    quote! { __rt::Path::new(#text, &[]).#failure }
}

/// The constant of a path that is made of names and indexes alone.
pub(super) fn plain(constants: &Constants, path: &Path) -> Option<Ident> {
    let steps = path.segments.iter().map(|segment| match segment {
        Segment::Member(name) => Some(Step::Member(name)),
        Segment::Index(index) => Some(Step::Index((*index).into())),
        _ => None,
    });
    Some(definite(constants, &path.text, variable(path), &steps.collect::<Option<Vec<_>>>()?))
}

/// The constant of a reference path.
pub(super) fn reference(constants: &Constants, path: &ReferencePath) -> Ident {
    let steps = path.segments.iter().map(|segment| match segment {
        ReferenceSegment::Member(name) => Step::Member(name),
        ReferenceSegment::Index(index) => Step::Index((*index).into()),
    });
    definite(constants, &path.text, None, &steps.collect::<Vec<_>>())
}

/// The variable that a path starts from.
fn variable(path: &Path) -> Option<&str> {
    match &path.root {
        Root::Variable(name) => Some(name),
        Root::Input | Root::Context => None,
    }
}

/// The members on the way, as words to call the path after.
pub(super) fn words(path: &Path) -> String {
    let members = path.segments.iter().filter_map(|segment| match segment {
        Segment::Member(name) => Some(name.as_str()),
        _ => None,
    });
    variable(path).into_iter().chain(members).collect::<Vec<_>>().join(" ")
}

/// A step of a path that leads to one value.
enum Step<'a> {
    Member(&'a str),
    Index(i64),
}

fn definite(
    constants: &Constants,
    text: &str,
    variable: Option<&str>,
    steps: &[Step<'_>],
) -> Ident {
    let words = steps.iter().map(|step| match step {
        Step::Member(name) => (*name).to_owned(),
        Step::Index(index) => index.to_string(),
    });
    let words = variable.map(str::to_owned).into_iter().chain(words);
    constants.path(text, &words.collect::<Vec<_>>().join(" "), |name| {
        let segments = steps.iter().map(|step| match step {
            Step::Member(name) => quote! { __rt::Member(__rt::Key::new(#name)) },
            Step::Index(index) => {
                let index = proc_macro2::Literal::i64_unsuffixed(*index);
                quote! { __rt::Index(#index) }
            }
        });
        quote! {
            static #name: __rt::Path<'_> = __rt::Path::new(#text, &[#(#segments),*]);
        }
    })
}

/// The constant of a path that selects.
fn selecting(constants: &Constants, path: &Path) -> Ident {
    let text = &path.text;
    constants.path(text, &words(path), |name| {
        let segments = segments(&path.segments);
        quote! {
            static #name: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
                use __rt::data::jsonpath::build::*;
                __rt::JsonPath::new(#text, #segments)
            });
        }
    })
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
            let index = literal::integer((*index).into());
            quote! { index(#index) }
        }
        // The parser reads no `..` after another. Validation refuses functions.
        Segment::Wildcard | Segment::Descendants | Segment::Function { .. } => {
            quote! { wildcard() }
        }
        Segment::Members(names) => quote! { members([#(#names),*]) },
        Segment::Indexes(indexes) => {
            let indexes = indexes.iter().map(|index| literal::integer((*index).into()));
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
    match bound {
        Some(bound) => {
            let bound = literal::integer(bound.into());
            quote! { __rt::Some(#bound) }
        }
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
        Operand::Literal(Literal::Integer(number)) => {
            let number = literal::integer(*number);
            quote! { literal(#number) }
        }
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
    use crate::declaration::names::Names;

    fn emitted(text: &str) -> String {
        let constants = Constants::new(Names::constants(), &[]);
        let path = asl_lang::path::parse(text).unwrap();
        let missing = Missing::Field("k.$".to_owned());
        let input = quote! { &input };
        let found = match required(&constants, &path, &input, &input, &missing) {
            Found::Reference(reference) => reference,
            Found::Value(value) => value,
        };
        let present = is_present(&constants, &path, &input);
        let constants = constants.items();
        let code = quote! { #constants fn f() { let found = #found; let missing = !#present; } };
        crate::rust::format(code).unwrap()
    }

    #[test]
    fn a_plain_path_is_a_constant() {
        insta::assert_snapshot!(emitted("$.a['b'][-1]"), @r#"
        static A_B_1: __rt::Path<'_> = __rt::Path::new(
            "$.a['b'][-1]",
            &[
                __rt::Member(__rt::Key::new("a")),
                __rt::Member(__rt::Key::new("b")),
                __rt::Index(-1),
            ],
        );
        fn f() {
            let found = A_B_1.required_for_field(&input, "k.$", &input)?;
            let missing = !A_B_1.is_present(&input);
        }
        "#);
    }

    #[test]
    fn a_path_that_selects_is_a_static() {
        insta::assert_snapshot!(emitted("$..a[?(@.b > $.c && !@['d'] || @.e =~ /x/i)]['f','g']"), @r#"
        static A: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
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
        fn f() {
            let found = A.required_for_field(&input, "k.$", &input)?;
            let missing = !A.is_present(&input)?;
        }
        "#);
        insta::assert_snapshot!(emitted("$[*][0,-2][1:][?(@.a in ['x', null] || 1.5 == @.b)]"), @r#"
        static PATH: __rt::LazyLock<__rt::JsonPath> = __rt::LazyLock::new(|| {
            use __rt::data::jsonpath::build::*;
            __rt::JsonPath::new(
                "$[*][0,-2][1:][?(@.a in ['x', null] || 1.5 == @.b)]",
                [
                    wildcard(),
                    indexes([0, -2]),
                    slice(__rt::Some(1), __rt::None),
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
        fn f() {
            let found = PATH.required_for_field(&input, "k.$", &input)?;
            let missing = !PATH.is_present(&input)?;
        }
        "#);
    }
}
