//! What nobody would write.

use std::str::FromStr;

use proc_macro2::{Group, TokenStream, TokenTree};
use proptest::prelude::*;

use super::{WHOLE, expand, expand_tokens};

/// Tokens of the grammar, or near it.
fn tokens() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "state",
        "start",
        "tasks",
        "task",
        "map",
        "in",
        "parallel",
        "choice",
        "wait",
        "until",
        "for",
        "pass",
        "succeed",
        "fail",
        "catch",
        "as",
        "callback",
        "machine",
        "A",
        "order",
        "_",
        "=>",
        "=",
        ",",
        ";",
        "(",
        ")",
        "{",
        "}",
        "#[retry(",
        "#[timeout(3s)]",
        "15m",
        "\"x\"",
        "&",
        "->",
        "async",
        "fn",
        "..",
        "|",
        "!",
        "r#type",
        "é",
        "{ }",
        "( )",
        "'a",
        "1.5s",
        "0x1d",
    ]);
    prop::collection::vec(word, 0..8).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_tokens_are_read_or_refused(tokens in prop::collection::vec(tokens(), 0..5)) {
        let source = format!("machine M(order: Order) {{ {} }}", tokens.join(" "));
        if TokenStream::from_str(&source).is_ok() {
            let (rust, _) = expand(&source);
            prop_assert!(syn::parse2::<syn::File>(rust).is_ok());
        }
    }

    #[test]
    fn a_mutilated_machine_is_read_or_refused(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), tokens()), 1..4),
        depth in 1usize..5,
    ) {
        let whole = TokenStream::from_str(WHOLE).unwrap();
        let (rust, _) = expand_tokens(mutilate(whole, &cuts, depth));
        prop_assert!(syn::parse2::<syn::File>(rust).is_ok());
    }
}

/// Puts other tokens in the place of some, `depth` groups down.
fn mutilate(
    tokens: TokenStream,
    cuts: &[(prop::sample::Index, String)],
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
        if let (false, Ok(other)) = (trees.is_empty(), TokenStream::from_str(other)) {
            let at = index.index(trees.len());
            trees.splice(at..=at, other);
        }
    }
    trees.into_iter().collect()
}

/// What stands in the place of a condition, opened and closed so often.
fn nested(open: &str, inside: &str, close: &str, count: usize) -> String {
    let condition = format!("{}{inside}{}", open.repeat(count), close.repeat(count));
    format!(
        "machine M {{ start => A; state A = choice {{ {condition} => B, _ => B }} \
         state B = succeed; }}"
    )
}

const SHAPES: [(&str, &str, &str); 14] = [
    ("(", "1", ")"),
    ("[", "1", "]"),
    ("{", "1", "}"),
    ("!", "a", ""),
    ("-", "a", ""),
    ("&", "a", ""),
    ("a = ", "a", ""),
    ("a(", "1", ")"),
    ("if a { 1 } else ", "{ 1 }", ""),
    ("|| ", "1", ""),
    ("return ", "1", ""),
    (".. ", "1", ""),
    ("a::<", "A", ">()"),
    ("match a { _ => ", "1", "}"),
];

#[test]
fn endless_expressions_are_refused() {
    for (open, inside, close) in SHAPES {
        let (_, findings) = expand(&nested(open, inside, close, 3_000));
        let message = findings.into_error().unwrap().to_string();
        assert!(message.contains("nested too deeply"), "{open}: {message}");
    }
}

#[test]
fn expressions_below_the_limit_leave_the_stack_in_peace() {
    // Half of what rustc gives a macro.
    let stack = std::thread::Builder::new().stack_size(4 << 20);
    let work = || {
        for (open, inside, close) in SHAPES {
            for count in 1..40 {
                let _ = expand(&nested(open, inside, close, count));
            }
        }
    };
    stack.spawn(work).unwrap().join().unwrap();
}

#[test]
fn keywords_are_names() {
    let source = "machine r#enum(r#type: O) -> R { \
        tasks { async fn r#fn(r#in: &O, r#as: u8) -> Result<R, E>; } \
        start => r#loop(r#type); \
        #[retry(_)] state r#loop(r#ref: O) = task r#fn(&r#ref, 1) { \
            r#mut => r#for(r#ref, r#mut), catch _ as r#else => r#match(r#else.cause) } \
        state r#for(r#ref: O, r#mut: R) = map r#dyn in &r#ref.r#use { \
            r#impl = task r#fn(r#dyn, 2) } { r#mut => r#while(r#ref, r#mut) } \
        state r#while(r#ref: O, r#mut: Vec<R>) = parallel { \
            r#mod = task r#fn(&r#ref, 3), r#pub = machine r#trait(r#ref.clone()) } { \
            (r#mod, _) => r#if(r#mod) } \
        state r#if(r#mut: R) = succeed r#mut; \
        state r#match(r#ref: String) = fail(r#ref); }";
    let (rust, findings) = expand(source);
    assert!(findings.is_empty(), "{:?}", findings.into_error());
    let rust = rust.to_string();
    syn::parse_file(&rust).unwrap();
    assert!(rust.contains("enumFrame") && !rust.contains("r#enumFrame"), "{rust}");
    // Where they are text they are plain.
    assert!(!rust.contains("input.r#"), "{rust}");
}

/// A machine with so many states, of each kind a fourth.
fn large(count: usize) -> String {
    let state = |i: usize| {
        let next = i + 1;
        match i % 4 {
            0 => {
                format!("#[retry(\"E{i}\")] state S{i}(a: A) = task t{i}(&a) {{ _ => S{next}(a) }}")
            }
            1 => format!("state S{i}(a: A) = choice {{ a.b > {i} => End, _ => S{next}(a) }}"),
            2 => format!(
                "state S{i}(a: A) = map i in &a.l {{ M{i} = task u(i) }} {{ r => S{next}(a) }}"
            ),
            _ => format!(
                "state S{i}(a: A) = parallel {{ P{i} = task u(&a), Q{i} = task u(&a) }} \
                 {{ (p, q) => S{next}(a) }}"
            ),
        }
    };
    let states: String = (0..count).map(state).collect();
    let tasks = (0..count).step_by(4).map(|i| format!("async fn t{i}(a: &A) -> Result<B, E>;"));
    let tasks: String = tasks.collect();
    format!(
        "machine M(a: A) {{ tasks {{ {tasks} async fn u(i: &A) -> B; }} start => S0(a); {states} \
         state S{count}(a: A) = pass => End; state End = succeed; }}"
    )
}

#[test]
fn what_is_emitted_grows_with_the_states() {
    let size = |count| {
        let (rust, findings) = expand(&large(count));
        assert!(findings.is_empty(), "{:?}", findings.into_error());
        rust.to_string().len()
    };
    let (half, whole) = (size(250), size(500));
    assert!(whole < half * 21 / 10, "{half}, {whole}");
}
