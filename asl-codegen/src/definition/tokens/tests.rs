//! Tokens and the text that they become; places in the text and the tokens that stand there.

use std::str::FromStr;

use asl_lang::diagnostic::{Diagnostic, Diagnostics};
use asl_lang::ir::Literal;
use asl_lang::json::{self, Substitutions};
use asl_lang::source::Source;
use asl_lang::{Options, compile};
use proptest::prelude::*;

use super::*;

fn tokens(source: &str) -> Tokens {
    Tokens::new(&syn::parse_str(source).unwrap())
}

/// Each finding with the tokens that it points to, as they are written.
fn findings(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let found = compile(&Source::new("a", tokens.text()), &Options::default()).diagnostics;
    let show = |span| {
        let (first, last) = tokens.at(span).unwrap().spans;
        let from = first.source_text().unwrap();
        if first.byte_range() == last.byte_range() {
            from
        } else {
            format!("{from} … {}", last.source_text().unwrap())
        }
    };
    let line = |finding: &Diagnostic| {
        let others =
            finding.labels.iter().map(|label| format!(", {}: {}", label.message, show(label.span)));
        format!("{} <{}>{}", finding.message, show(finding.span), others.collect::<String>())
    };
    let refused = tokens.refused().clone().into_error().into_iter().flatten();
    let refused = refused.map(|error| format!("{error} <{}>", error.span().source_text().unwrap()));
    refused.chain(found.iter().map(line)).collect()
}

#[test]
fn the_text_stands_where_the_tokens_stand() {
    for source in [
        "{}",
        r#"{ "a": [1, -2.5e-3, true, false, null, {"b": []}] }"#,
        "{\n    \"StartAt\": \"Done\", // a comment is not there\n    \"ä\":1}",
        r#"{ "a": "${Name}", "${Key}": ${AWS::Region}, "b":${Count} }"#,
    ] {
        let (with_comment, _) = source.split_once("// ").unwrap_or((source, ""));
        let text = tokens(source).text().to_owned();
        assert!(text.starts_with(with_comment.trim_end()), "{text}");
        assert_eq!(text.lines().count(), source.lines().count());
    }
}

#[test]
fn strings_are_what_they_stand_for() {
    for (token, text) in [
        (r#""\"\\\n\r\t\'\x41\u{1F600}\0""#, r#""\"\\\n\r\t'A😀\u0000""#),
        (r##"r#"a "b""#"##, r#""a \"b\"""#),
        ("\"a\nb\"", r#""a\nb""#),
        ("\"a \\\n   b\"", r#""a b""#),
    ] {
        let tokens = tokens(&format!("{{{token}}}"));
        assert_eq!(tokens.text().trim_matches(['{', '}', ' ', '\n']), text);
    }
}

#[test]
fn tokens_without_a_place_are_kept_apart() {
    let group = quote::quote! { { "a": [-1, x y, ${A::B}], "b": null } };
    let text = Tokens::new(&syn::parse2(group).unwrap()).text().to_owned();
    let words: Vec<&str> = text.split_whitespace().collect();
    assert_eq!(words.join(" "), r#"{ "a" : [ -1 , x y , ${A::B} ] , "b" : null }"#);
}

#[test]
fn findings_point_at_tokens() {
    let states = [
        r#""Type": "Pass", "Next": "B""#,
        r#""Type": "Pass", "End": 1"#,
        r#""Type": "Pass", "Edn": true, "End": true"#,
        r#""Type": "Wait", "Seconds": -1, "End": true"#,
        r#""Type": "Wait", "Seconds": ${Rest}, "End": true"#,
        r#""Type": "Wait", "Seconds": 1, "SecondsPath": "$.a", "End": true"#,
        r#""Type": "Wait", "Seconds": 0x10, "End": true"#,
        r#""Type": "Pass", "Result": 1., "End": true"#,
        r#""Type": "Pass", "Result": 1_000, "End": true"#,
        r#""Type": "Pass", "Result": 'x', "End": true"#,
        r#""Type": "Pass", "Result": b"x", "End": true"#,
        r#""Type": "Pass", "Result": r"caf\u00e9", "End": true"#,
        r#""Type": "Pass", "Result": - -1, "End": true"#,
        r#""Type": "Pass", "InputPath": "$.a[", "End": true"#,
        r#""Type": "Pass", "End": true,"#,
        r#""Type": "Pass", "End": tru"#,
        r#""Type": "Pass" "End": true"#,
        r#""Type": "Pass", "End" true"#,
        r#"Type: "Pass", "End": true"#,
        r#""Type": "Pass", "End": (true)"#,
        r#"/** doc */ "Type": "Pass", "End": true"#,
    ];
    let lines = states.map(|state| {
        let found =
            findings(&format!("{{\"StartAt\": \"A\", \"States\": {{\"A\": {{{state}}}}}}}"));
        assert!(!found.is_empty(), "{state} is accepted");
        format!("{state}\n    {}\n", found.join("\n    "))
    });
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("findings", lines.join(""));
    });
}

#[test]
fn a_place_within_a_token() {
    let tokens = tokens(r#"{"a": "$.b["}"#);
    let at = u32::try_from(tokens.text().find("[").unwrap()).unwrap();
    let place = tokens.at(source::Span::new(at, at + 1)).unwrap();
    assert_eq!(place.within, Some((r#""$.b[""#, 4..5)));
    assert_eq!(tokens.at(source::Span::new(0, 1)).unwrap().within, None);
}

#[test]
fn deep_tokens_leave_the_stack_in_peace() {
    let depth = asl_lang::json::MAX_DEPTH;
    let source = format!("{}{}", "{[".repeat(depth / 2), "]}".repeat(depth / 2));
    let stream = TokenStream::from_str(&source).unwrap();
    assert_eq!(Tokens::new(&syn::parse2(stream).unwrap()).text(), source);
}

/// JSON that is made of Rust's tokens.
fn json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|boolean| boolean.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?",
        "\\PC{0,6}".prop_map(|text| quoted(&text)),
        Just("${A::B}".to_owned()),
    ];
    leaf.prop_recursive(6, 60, 5, |inner| {
        let separator = prop::sample::select(vec![",", ", ", " ,\n  "]);
        let member = ("\\PC{0,6}", inner.clone());
        let member = member.prop_map(|(key, value)| format!("{}: {value}", quoted(&key)));
        prop_oneof![
            (prop::collection::vec(inner, 0..5), separator.clone())
                .prop_map(|(elements, separator)| format!("[{}]", elements.join(separator))),
            (prop::collection::vec(member, 0..5), separator)
                .prop_map(|(members, separator)| format!("{{ {} }}", members.join(separator))),
        ]
    })
}

proptest! {
    #[test]
    fn tokens_say_what_the_text_says(value in json()) {
        let text = format!("{{\"value\": {value}}}");
        let placed = tokens(&text);
        prop_assert_eq!(read(placed.text()), read(&text), "{}", placed.text());
    }

    #[test]
    fn every_place_has_a_token(source in "\\{[ \n\\[,:1a\"]*\\}", start in 0u32..60, length in 0u32..60) {
        if let Ok(group) = syn::parse_str::<Group>(&source) {
            let tokens = Tokens::new(&group);
            let place = tokens.at(source::Span::new(start, start + length));
            prop_assert!(place.is_some());
        }
    }

    #[test]
    fn strings_are_quoted_as_json_reads_them(text in any::<String>()) {
        prop_assert_eq!(read(&quoted(&text)), Literal::String(text.replace("${A::B}", "[1]")));
    }
}

/// What `asl-lang` reads in a text.
fn read(text: &str) -> Literal {
    let mut findings = Diagnostics::new();
    let values = Substitutions::from_iter([("A::B", "[1]")]);
    let document = json::read(&Source::new("a", text), &values, false, &mut findings);
    let findings = findings.into_vec();
    assert!(findings.iter().all(|finding| !finding.is_error()), "{text}: {findings:?}");
    document.root.map(|root| root.to_literal()).unwrap()
}
