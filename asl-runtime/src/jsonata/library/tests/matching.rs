//! Tests of the functions that search with patterns.

use std::sync::Arc;

use super::super::higher_order::MAP;
use super::super::matching::{CONTAINS, MATCH, REPLACE, SPLIT};
use super::super::{find, kind};
use super::{call, code, evaluation, message, shown, text};
use crate::jsonata::regex::Regex;
use crate::jsonata::{Function, Item, Tail, View};
use crate::{Value, json};

fn regex(pattern: &str) -> Item {
    Item::from(Function::Regex(Arc::new(Regex::new(pattern, "").unwrap())))
}

/// A function that gives the same whatever it is called with.
fn constant(value: impl Into<Item>) -> Item {
    let item = value.into();
    Item::from(Function::closure(1, None, move |_, _| Ok(Tail::Done(item.clone()))))
}

/// `function($s){{"match": …, "start": …, …, "next": function(){…}}}`
fn matcher(members: &[(&'static str, Value)]) -> Item {
    let mut all: Vec<_> =
        members.iter().map(|(name, value)| ((*name).into(), value.clone().into())).collect();
    all.push(("next".into(), constant(Item::Undefined)));
    constant(Item::object(all))
}

fn with(text: &str, others: impl IntoIterator<Item = Item>) -> Vec<Item> {
    [Item::string(text)].into_iter().chain(others).collect()
}

#[test]
fn regular_expressions_are_functions() {
    let cx = evaluation();
    let Item::Function(function) = regex("(a)|(b)") else { unreachable!() };
    let found =
        function.call(&cx, "", vec![json!("\u{1f600}xa b").into()], View::Undefined).unwrap();
    assert_eq!(
        shown(&found),
        "{\"match\":\"a\",\"start\":3,\"end\":4,\"groups\":[\"a\",null],\"next\":\"\"}"
    );
    let next = found.view().members().last().unwrap().1.to_item();
    assert_eq!(kind(next.view()).view().as_str(), Some("function"));
    let Item::Function(next) = next else { unreachable!() };
    let found = next.call(&cx, "", vec![], View::Undefined).unwrap();
    assert!(shown(&found).starts_with("{\"match\":\"b\",\"start\":5,"));
    // The place to search from is the index here.
    let found = call(&MAP, [json!(["ab", "ab", "ab"]).into(), regex("b")]).unwrap();
    assert_eq!(found.view().len(), 2);
    assert_eq!(text(&MAP, [json!([5]).into(), regex("a")]), "undefined");
}

#[test]
fn matches_are_listed() {
    assert_eq!(
        text(&MATCH, with("abab", [regex("a")])),
        r#"[{"match":"a","index":0,"groups":[]},{"match":"a","index":2,"groups":[]}]"#
    );
    let one = r#"{"match":"a","index":0,"groups":[]}"#;
    assert_eq!(text(&MATCH, with("abab", [regex("a"), json!(1).into()])), one);
    assert_eq!(text(&MATCH, with("abab", [regex("a"), json!(0.5).into()])), one);
    assert_eq!(text(&MATCH, with("abab", [regex("a"), json!(0).into()])), "undefined");
    assert_eq!(text(&MATCH, with("abab", [regex("c")])), "undefined");
    assert_eq!(text(&MATCH, [Item::Undefined, regex("c")]), "undefined");
    assert_eq!(code(&MATCH, with("abab", [regex("a"), json!(-1).into()])), "D3040");
    assert_eq!(code(&MATCH, with("abab", [regex(".*?")])), "D1004");
    assert_eq!(code(&MATCH, with("abab", [json!("a").into()])), "T0410");
}

#[test]
fn functions_match() {
    let all =
        [("match", json!("x")), ("start", json!(1)), ("end", json!(2)), ("groups", json!(["q"]))];
    let matcher = |count| matcher(&all[..count]);
    assert_eq!(
        text(&MATCH, with("axb", [matcher(4)])),
        r#"{"match":"x","index":1,"groups":["q"]}"#
    );
    assert_eq!(text(&SPLIT, with("axb", [matcher(4)])), r#"["a","b"]"#);
    assert_eq!(text(&SPLIT, with("axb", [matcher(4), json!(1).into()])), r#"["a"]"#);
    assert_eq!(text(&REPLACE, with("axb", [matcher(4), json!("[$1$0]").into()])), r#""a[qx]b""#);
    assert_eq!(text(&REPLACE, with("axb", [matcher(4), constant(json!("-"))])), r#""a-b""#);
    assert_eq!(text(&CONTAINS, with("axb", [matcher(4)])), "true");
    assert_eq!(text(&CONTAINS, with("axb", [constant(Item::Undefined)])), "false");
    assert_eq!(text(&CONTAINS, with("axb", [constant(json!(0))])), "true");
    assert_eq!(text(&CONTAINS, with("axb", [constant(json!({"start": 1}))])), "true");
}

#[test]
fn what_is_no_match_is_refused() {
    assert_eq!(
        message(&CONTAINS, with("abc", [Function::Builtin(find("uppercase").unwrap()).into()])),
        "T1010: The matcher function argument passed to function \"contains\" does not return the correct object structure"
    );
    for builtin in [&MATCH, &SPLIT] {
        assert_eq!(code(builtin, with("abc", [constant(json!(null))])), "T1010");
        // There is no next.
        assert_eq!(code(builtin, with("abc", [constant(json!({"start": 1}))])), "T1010");
    }
    assert_eq!(code(&REPLACE, with("abc", [constant(json!(1)), json!("x").into()])), "T1010");
    assert_eq!(code(&CONTAINS, with("abc", [Item::Undefined])), "T0410");
}

#[test]
fn texts_are_found() {
    assert_eq!(text(&CONTAINS, with("abc", [json!("bc").into()])), "true");
    assert_eq!(text(&CONTAINS, with("abc", [json!("").into()])), "true");
    assert_eq!(text(&CONTAINS, with("abc", [regex("^b")])), "false");
    assert_eq!(text(&CONTAINS, [Item::Undefined, json!("a").into()]), "undefined");
}

#[test]
fn texts_are_split() {
    assert_eq!(text(&SPLIT, with("a1b2c", [regex(r"\d")])), r#"["a","b","c"]"#);
    assert_eq!(text(&SPLIT, with("a1b2c", [regex(r"\d"), json!(2).into()])), r#"["a","b"]"#);
    assert_eq!(text(&SPLIT, with("abc", [json!("").into(), json!(2).into()])), r#"["a","b"]"#);
    assert_eq!(text(&SPLIT, with("abc", [json!("b").into(), json!(1.5).into()])), r#"["a"]"#);
    assert_eq!(text(&SPLIT, with("abc", [json!("b").into(), json!(0).into()])), "[]");
    assert_eq!(text(&SPLIT, with("abc", [json!("x").into()])), r#"["abc"]"#);
    assert_eq!(code(&SPLIT, with("abc", [json!("").into(), json!(-1).into()])), "D3020");
}

#[test]
fn texts_are_replaced() {
    let exclaimed = Function::closure(1, None, |_, arguments| {
        let found = arguments[0].view().members().next().unwrap().1.as_str().unwrap().to_owned();
        Ok(Tail::Done(Item::string(found + "!")))
    });
    let exclaimed = Item::from(exclaimed);
    assert_eq!(
        text(&REPLACE, with("abab", [json!("b").into(), json!("$0").into()])),
        r#""a$0a$0""#
    );
    assert_eq!(text(&REPLACE, with("abab", [regex("b"), json!("<$0>").into()])), r#""a<b>a<b>""#);
    assert_eq!(
        text(&REPLACE, with("abab", [regex("b"), exclaimed.clone(), json!(1).into()])),
        r#""ab!ab""#
    );
    assert_eq!(
        text(&REPLACE, with("abc", [json!("b").into(), Item::Undefined])),
        r#""aundefinedc""#
    );
    assert_eq!(code(&REPLACE, with("abc", [json!("").into(), json!("x").into()])), "D3010");
    assert_eq!(
        code(&REPLACE, with("abc", [regex("b"), json!("x").into(), json!(-1).into()])),
        "D3011"
    );
    assert_eq!(code(&REPLACE, with("abc", [regex("b"), constant(json!(5))])), "D3012");
    assert_eq!(code(&REPLACE, with("abc", [json!("b").into(), exclaimed])), "D3012");
    assert_eq!(code(&REPLACE, with("abc", [regex("b"), Item::Undefined])), "T0410");
}

#[test]
fn parts_and_matches_are_bounded() {
    let long = "a".repeat(1_100_000);
    for message in [
        message(&SPLIT, with(&long, [json!("").into()])),
        message(&SPLIT, with(&long, [regex("a"), json!(2e6).into()])),
        message(&MATCH, with(&long, [regex("a")])),
    ] {
        assert!(message.contains("memory limit exceeded"), "{message}");
    }
    assert_eq!(text(&SPLIT, with("ab", [json!("").into(), json!(1e300).into()])), "[]");
}
