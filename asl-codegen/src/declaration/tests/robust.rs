//! What nobody would write.

use std::str::FromStr;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use proptest::prelude::*;

use super::super::parse;
use super::read;

/// A word, sign or literal of the grammar, or near it.
fn token() -> impl Strategy<Value = TokenTree> {
    let words = prop::sample::select(vec![
        "machine",
        "from",
        "types",
        "with",
        "substitute",
        "tasks",
        "lambda",
        "state",
        "resource",
        "activity",
        "pub",
        "crate",
        "async",
        "fn",
        "self",
        "mut",
        "where",
        "in",
        "impl",
        "dyn",
        "Result",
        "A",
        "b",
        "_",
        "doc",
        "express",
        "for",
        "as",
        "r",
        "true",
        "unsafe",
        "const",
    ]);
    let signs = prop::sample::select(":;,.=>-<&#!'*+|?$@~^/%(".chars().collect::<Vec<_>>());
    prop_oneof![
        words.prop_map(|word| Ident::new(word, Span::call_site()).into()),
        (signs, any::<bool>()).prop_filter_map("no sign", |(sign, joint)| {
            let spacing = if joint { Spacing::Joint } else { Spacing::Alone };
            (sign != '(' && sign != '\'').then(|| Punct::new(sign, spacing).into())
        }),
        "\\PC{0,3}".prop_map(|text| Literal::string(&text).into()),
        any::<u16>().prop_map(|number| Literal::u16_unsuffixed(number).into()),
        Just(Literal::byte_string(b"x").into()),
        Just(Literal::f64_unsuffixed(1.5).into()),
    ]
}

fn tokens() -> impl Strategy<Value = TokenStream> {
    let leaf = prop::collection::vec(token(), 0..6).prop_map(TokenStream::from_iter);
    leaf.prop_recursive(4, 60, 6, |inner| {
        let delimiter = prop::sample::select(vec![
            Delimiter::Brace,
            Delimiter::Parenthesis,
            Delimiter::Bracket,
            Delimiter::None,
        ]);
        let group = (delimiter, inner)
            .prop_map(|(delimiter, stream)| TokenTree::from(Group::new(delimiter, stream)));
        prop::collection::vec(prop_oneof![3 => token(), 1 => group], 0..12)
            .prop_map(TokenStream::from_iter)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn any_tokens_are_read_or_refused(tokens in tokens()) {
        let nothing = tokens.is_empty();
        let (machines, findings) = parse(tokens);
        prop_assert!(!machines.is_empty() || !findings.is_empty() || nothing);
    }

    #[test]
    fn a_mutilated_machine_is_read_or_refused(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), tokens()), 1..4),
        depth in 0usize..4,
    ) {
        let whole = TokenStream::from_str(WHOLE).unwrap();
        let _ = parse(mutilate(whole, &cuts, depth));
    }
}

const WHOLE: &str = r#"
    /// Fulfils one order.
    #[express]
    pub machine OrderFlow(order: Order) -> Receipt from "workflows/order.asl.json" {
        substitute { Table = "orders", Count = -3 }
        tasks {
            /// Takes the money.
            lambda "charge" => async fn charge(ChargeRequest) -> Result<Charge, ChargeError>;
            state "Notify Customer" => async fn notify(request: &Value) -> Value;
        }
    }
    machine B from "b";
    machine C = { "StartAt": "D", "States": { "D": { "Type": "Wait", "Seconds": 3 } } } with {
        tasks { lambda "e" => async fn f(); }
    }
"#;

/// Puts other tokens in the place of some, `depth` groups down.
fn mutilate(
    tokens: TokenStream,
    cuts: &[(prop::sample::Index, TokenStream)],
    depth: usize,
) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if depth > 0 {
        for tree in &mut trees {
            if let TokenTree::Group(group) = tree {
                let stream = mutilate(group.stream(), cuts, depth - 1);
                *group = Group::new(group.delimiter(), stream);
            }
        }
        return trees.into_iter().collect();
    }
    for (index, other) in cuts {
        if !trees.is_empty() {
            let at = index.index(trees.len());
            trees.splice(at..=at, other.clone());
        }
    }
    trees.into_iter().collect()
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
        let inside = format!("{}{}", open.repeat(3_000), close.repeat(3_000));
        for source in [
            inside.clone(),
            format!("machine A = {inside}"),
            format!("machine A(a: {inside}) from \"a\";"),
        ] {
            let (machines, findings) = read(&source);
            assert!(machines.is_empty());
            assert_eq!(findings.len(), 1);
            assert_eq!(findings[0].1, "this is nested too deeply");
        }
    }
}

#[test]
fn definitions_are_nested_as_deep_as_json_may_be() {
    let depth = asl_lang::json::MAX_DEPTH;
    let source = format!("machine A = {}{};", "{".repeat(depth), "}".repeat(depth));
    let (machines, findings) = read(&source);
    assert_eq!((machines.len(), findings), (1, Vec::new()));
}

#[test]
fn endless_types_are_refused() {
    let head = "machine A -> ";
    let long = [
        "&".repeat(10_000),
        "*const ".repeat(10_000),
        "A<".repeat(10_000),
        "fn() -> ".repeat(10_000),
        "dyn Fn() -> ".repeat(10_000),
        format!("A<{{ {} 1 }}>", "-".repeat(10_000)),
        format!("[u8; {} 1]", "!".repeat(10_000)),
        format!("({})", "&".repeat(10_000)),
    ];
    for ty in long {
        let (_, findings) = read(&format!("{head}{ty} from \"a\";"));
        assert!(findings[0].1.starts_with("this type is too long"), "{:?}", findings[0]);
    }
}

#[test]
fn types_below_the_limit_leave_the_stack_in_peace() {
    let shapes = [
        ("&", "u8", "", 32),
        ("*const ", "u8", "", 32),
        ("A<", "u8", ">", 32),
        ("(", "u8", ")", 32),
        ("[", "u8", "]", 32),
        ("fn() -> ", "u8", "", 16),
        ("impl Fn() -> ", "u8", "", 16),
        ("dyn Fn(", "u8", ")", 32),
        ("for<'a> fn(", "u8", ")", 16),
        ("[u8; ", "1", "]", 16),
        ("<", "A", " as B>::C", 20),
        ("A<{ A::<", "u8", ">() }>", 8),
        ("[u8; { ", "1", "}]", 10),
        ("A<{ || ", "1", "}>", 8),
        ("A<{ if ", "1", " {} }>", 10),
    ];
    for (open, inside, close, count) in shapes {
        let ty = format!("{}{inside}{}", open.repeat(count), close.repeat(count));
        let (machines, findings) = read(&format!("machine X -> {ty} from \"a\";"));
        let too_long = findings.iter().any(|(_, message)| message.starts_with("this type is"));
        assert!(machines.len() == 1 && !too_long, "{ty}: {findings:?}");
    }
    let returns = format!("machine X -> A<{{ {}1 }}> from \"a\";", "return ".repeat(140));
    assert_eq!(read(&returns).1, []);
}

#[test]
fn endless_attributes_are_refused() {
    let (_, findings) = read(&format!("#[doc = {}1] machine X from \"a\";", "-".repeat(10_000)));
    assert_eq!(findings[0].1, "this attribute is too long");
}

#[test]
fn many_machines_and_tasks_are_read_at_once() {
    let machines: String = (0..1_000).map(|i| format!("machine M{i} from \"a\";")).collect();
    assert_eq!(read(&machines).0.len(), 1_000);
    let tasks: String =
        (0..1_000).map(|i| format!("lambda \"l{i}\" => async fn m{i}();")).collect();
    let (machines, findings) = read(&format!("machine A from \"a\" {{ tasks {{ {tasks} }} }}"));
    assert_eq!((machines[0].bindings.len(), findings.len()), (1_000, 0));
}
