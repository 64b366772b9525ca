//! Tests of the functions that call functions.

use super::super::higher_order::{EACH, FILTER, MAP, REDUCE, SIFT, SINGLE};
use super::super::order::SORT;
use super::super::{find, map};
use super::{code, evaluation, message, shown, text};
use crate::json;
use crate::jsonata::compare::{Order, compare};
use crate::jsonata::number::{Operator, arithmetic};
use crate::jsonata::{Error, Function, Item, Tail, View};

/// A function of so many parameters.
fn function(arity: usize, body: fn(&[Item]) -> Result<Item, Error>) -> Item {
    let body = move |_: &_, arguments: Vec<Item>| body(&arguments).map(Tail::Done);
    Item::from(Function::closure(arity, None, body))
}

/// `function($a, …){[$a, …]}` of whatever it is called with.
fn arguments(arity: usize) -> Item {
    function(arity, |arguments| Ok(Item::array(arguments.to_vec())))
}

fn builtin(name: &str) -> Item {
    Item::from(Function::Builtin(find(name).unwrap()))
}

fn items(items: impl IntoIterator<Item = crate::Value>) -> Vec<Item> {
    items.into_iter().map(Item::from).collect()
}

#[test]
fn functions_get_as_many_arguments_as_they_take() {
    let array = Item::from(json!(["a", "b"]));
    for (arity, expected) in [
        (0, r#"[["a"],["b"]]"#),
        (1, r#"[["a"],["b"]]"#),
        (2, r#"[["a",0],["b",1]]"#),
        (3, r#"[["a",0,["a","b"]],["b",1,["a","b"]]]"#),
        (4, r#"[["a",0,["a","b"]],["b",1,["a","b"]]]"#),
    ] {
        assert_eq!(text(&MAP, [array.clone(), arguments(arity)]), expected);
    }
    let object = Item::from(json!({"x": 1}));
    for (arity, expected) in [(1, "[1]"), (2, r#"[1,"x"]"#), (3, r#"[1,"x",{"x":1}]"#)] {
        let shown = text(&EACH, [object.clone(), arguments(arity)]);
        assert_eq!(shown, expected);
    }
    let initial = || vec![Item::from(json!([1])), Item::from(json!("i"))];
    for (arity, expected) in
        [(2, r#"["i",1]"#), (3, r#"["i",1,0]"#), (4, r#"["i",1,0,[1]]"#), (5, r#"["i",1,0,[1]]"#)]
    {
        let mut list = initial();
        list.insert(1, arguments(arity));
        assert_eq!(text(&REDUCE, list), expected);
    }
}

#[test]
fn map_leaves_out_nothing_and_keeps_sequences_inside() {
    let some = function(1, |arguments| {
        let item = &arguments[0];
        Ok(if item.view().as_f64() == Some(2.0) { Item::Undefined } else { item.clone() })
    });
    assert_eq!(text(&MAP, [json!([1, 2, 3]).into(), some.clone()]), "[1,3]");
    assert_eq!(text(&MAP, [json!([1, 2]).into(), some.clone()]), "1");
    assert_eq!(text(&MAP, [json!(2).into(), some.clone()]), "undefined");
    assert_eq!(text(&MAP, [json!([]).into(), some.clone()]), "undefined");
    assert_eq!(text(&MAP, [Item::Undefined, some]), "undefined");
    assert_eq!(text(&MAP, [json!([1, 2]).into(), builtin("keys")]), "[[],[]]");
    assert_eq!(text(&MAP, [json!([[1], [2, 3]]).into(), builtin("count")]), "[1,2]");
    assert_eq!(code(&MAP, items([json!([1]), json!(1)])), "T0410");
}

#[test]
fn the_direct_form_takes_single_values() {
    let cx = evaluation();
    let shows = |item: View<'_>, index: usize, array: View<'_>| {
        Ok(Item::array(vec![item.to_item(), Item::number(index as f64), array.to_item()]))
    };
    let mapped = map(&cx, View::Value(&json!("a")), shows).unwrap().settled();
    assert_eq!(shown(&mapped), r#"["a",0,["a"]]"#);
}

#[test]
fn filter_takes_what_counts_as_true() {
    let all = json!([0, 1, "", "a", [], [0], [1], {}, {"a": 0}, null, true]);
    assert_eq!(text(&FILTER, [all.into(), builtin("boolean")]), r#"[1,"a",[1],{"a":0},true]"#);
    assert_eq!(text(&FILTER, [json!([0]).into(), builtin("boolean")]), "undefined");
    assert_eq!(text(&FILTER, [json!(5).into(), builtin("boolean")]), "5");
}

#[test]
fn single_finds_exactly_one() {
    assert_eq!(text(&SINGLE, [json!([0, 7, ""]).into(), builtin("boolean")]), "7");
    assert_eq!(text(&SINGLE, [json!([0])]), "0");
    assert_eq!(text(&SINGLE, [Item::Undefined]), "undefined");
    assert_eq!(
        message(&SINGLE, [json!([1, 2])]),
        "D3138: The $single() function expected exactly 1 matching result.  Instead it matched more."
    );
    assert_eq!(
        message(&SINGLE, [json!([0, ""]).into(), builtin("boolean")]),
        "D3139: The $single() function expected exactly 1 matching result.  Instead it matched 0."
    );
}

#[test]
fn reduce_begins_with_the_first_or_what_is_given() {
    let add = function(2, |arguments| {
        Ok(arithmetic(Operator::Add, arguments[0].view(), arguments[1].view())?.into())
    });
    assert_eq!(text(&REDUCE, [json!([1, 2, 3]).into(), add.clone()]), "6");
    assert_eq!(text(&REDUCE, [json!([1, 2, 3]).into(), add.clone(), json!(10).into()]), "16");
    assert_eq!(text(&REDUCE, [json!(5).into(), add.clone()]), "5");
    assert_eq!(text(&REDUCE, [json!([]).into(), add.clone()]), "undefined");
    assert_eq!(text(&REDUCE, [json!([]).into(), add.clone(), json!(1).into()]), "1");
    assert_eq!(text(&REDUCE, [Item::Undefined, builtin("sum")]), "undefined");
    assert_eq!(code(&REDUCE, [json!([1]).into(), builtin("sum")]), "D3050");
    assert_eq!(text(&REDUCE, [json!([1, [2]]).into(), builtin("append")]), "[1,2]");
}

#[test]
fn sift_keeps_members() {
    let not_a = function(2, |arguments| Ok(Item::from(arguments[1].view().as_str() != Some("a"))));
    let object = Item::from(json!({"a": 1, "b": 2, "c": null}));
    assert_eq!(text(&SIFT, [object, not_a.clone()]), r#"{"b":2,"c":null}"#);
    assert_eq!(text(&SIFT, [json!({"a": 1}).into(), not_a.clone()]), "undefined");
    assert_eq!(text(&SIFT, [Item::Undefined, not_a]), "undefined");
}

#[test]
fn each_makes_a_sequence() {
    let values = function(1, |arguments| Ok(arguments[0].clone()));
    assert_eq!(text(&EACH, [json!({"a": [1], "b": 2}).into(), values.clone()]), "[[1],2]");
    assert_eq!(text(&EACH, [json!({"a": [1]}).into(), values.clone()]), "[1]");
    assert_eq!(text(&EACH, [json!({}).into(), values.clone()]), "undefined");
    assert_eq!(code(&EACH, [json!([1]).into(), values]), "T0410");
}

#[test]
fn sort_takes_numbers_strings_or_a_comparison() {
    assert_eq!(text(&SORT, [json!([10, 9, -1.5])]), "[-1.5,9,10]");
    assert_eq!(
        text(&SORT, [json!(["b", "a", "B", "\u{fb01}", "\u{1f600}"])]),
        "[\"B\",\"a\",\"b\",\"\u{1f600}\",\"\u{fb01}\"]"
    );
    assert_eq!(text(&SORT, [json!([{}])]), "[{}]");
    assert_eq!(text(&SORT, [json!(7)]), "[7]");
    assert_eq!(code(&SORT, [json!([1, "a"])]), "D3070");
    let descending = function(2, |arguments| {
        let is_less = compare(arguments[0].view(), arguments[1].view(), Order::Less)?;
        Ok(is_less.map_or(Item::Undefined, Item::from))
    });
    assert_eq!(text(&SORT, [json!([1, 3, 2]).into(), descending]), "[3,2,1]");
    let always = function(2, |_| Ok(Item::from(true)));
    assert_eq!(text(&SORT, [json!([1, 2, 3, 4, 5]).into(), always]), "[5,4,3,2,1]");
    let array = function(0, |_| Ok(Item::array(vec![])));
    assert_eq!(text(&SORT, [json!([1, 2, 3]).into(), array]), "[3,2,1]");
}

#[test]
fn a_slow_comparison_is_ended() {
    let forever = Item::from(Function::closure(2, None, |cx, arguments| {
        cx.count(1_000_000)?;
        Ok(Tail::Done(arguments.into_iter().next().unwrap()))
    }));
    let many: Vec<i32> = (0..100_000).collect();
    assert!(message(&SORT, [json!(many).into(), forever]).contains("timeout"));
}
