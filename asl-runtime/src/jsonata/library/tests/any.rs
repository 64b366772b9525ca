//! Whatever functions are called with, they end, and do not panic.

use std::sync::Arc;
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::super::ALL;
use super::NOW;
use crate::jsonata::regex::Regex;
use crate::jsonata::{
    Evaluation, Function, Item, Limits, ListKind, Tail, Tuple, Tuples, View, text,
};
use crate::{Value, json};

/// JSON values, among them those that functions take for more than a value.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|truth| json!(truth)),
        prop_oneof![-3..20_i64, any::<i64>()].prop_map(|number| json!(number)),
        prop_oneof![-10.0..10.0_f64, any::<f64>()].prop_filter_map("finite", |number| Some(json!(
            Some(number).filter(|n| n.is_finite())?
        ))),
        "\\PC{0,6}".prop_map(|text| json!(text)),
        prop::sample::select(vec![
            "",
            "a",
            "b,a",
            "[Y]-[M]",
            "#,##0.0",
            "I",
            "w",
            "2018-01-01",
            "MD5",
            "1e3",
            "%41",
            "YQ==",
        ])
        .prop_map(|text| json!(text)),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(|items| json!(items)),
            prop::collection::btree_map("[a-d]", inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn function() -> impl Strategy<Value = Item> {
    let builtin = (0..ALL.len()).prop_map(|index| Function::Builtin(ALL[index]));
    let regex = prop::sample::select(vec!["a", "(a)|(b)", ".*?", "x*", "[^,]+"])
        .prop_map(|pattern| Function::Regex(Arc::new(Regex::new(pattern, "").unwrap())));
    let constant = (0..5_usize, value()).prop_map(|(arity, value)| {
        Function::closure(arity, None, move |_, _| Ok(Tail::Done(value.clone().into())))
    });
    let argument = (0..5_usize, 0..4_usize).prop_map(|(arity, index)| {
        Function::closure(arity, None, move |_, arguments| {
            Ok(Tail::Done(arguments.get(index).cloned().unwrap_or_default()))
        })
    });
    prop_oneof![builtin, regex, constant, argument].prop_map(Item::from)
}

fn item() -> impl Strategy<Value = Item> {
    let leaf = prop_oneof![
        1 => Just(Item::Undefined),
        6 => value().prop_map(Item::from),
        2 => function(),
    ];
    leaf.prop_recursive(2, 12, 4, |inner| {
        let kind = prop::sample::select(vec![
            ListKind::Plain,
            ListKind::Sequence,
            ListKind::Kept,
            ListKind::Constructed,
            ListKind::Input,
        ]);
        prop_oneof![
            (prop::collection::vec(inner.clone(), 0..4), kind)
                .prop_map(|(items, kind)| Item::list(items, kind)),
            prop::collection::btree_map("[a-d]|match|start|end|groups|next", inner.clone(), 0..5)
                .prop_map(|members| {
                    let members = members.into_iter().map(|(name, item)| (name.into(), item));
                    Item::object(members.collect())
                }),
            prop::collection::vec(inner, 0..3).prop_map(|items| {
                Item::from(items.into_iter().map(Tuple::new).collect::<Tuples>())
            }),
        ]
    })
}

/// Limits that are met soon, so that what they do is tested too.
fn evaluation() -> Evaluation {
    let limits =
        Limits { depth: 50, steps: 100_000, items: 10_000, text: 1 << 20, ..Limits::default() };
    Evaluation::new(limits, NOW, 7)
}

proptest! {
    #[test]
    fn functions_take_anything(
        index in 0..ALL.len(),
        arguments in prop::collection::vec(item(), 0..5),
        context in item(),
    ) {
        let cx = evaluation();
        let begin = Instant::now();
        if let Ok(result) = ALL[index].call(&cx, arguments, context.view()) {
            let result = result.settled();
            let _ = text::write(&cx, result.view(), &mut String::new());
            let _ = result.into_value();
        }
        prop_assert!(begin.elapsed() < Duration::from_secs(2), "{}", ALL[index].name);
    }

    #[test]
    fn arguments_of_the_right_types_are_taken(
        index in 0..ALL.len(),
        items in prop::collection::vec((item(), value(), function()), 4),
    ) {
        let builtin = ALL[index];
        let arguments = builtin.signature.0.iter().zip(items).map(|(parameter, (any, value, function))| {
            match parameter.to_string().trim_end_matches(['-', '?', '+']) {
                "f" | "(sf)" => function,
                _ if parameter.of == Some('n') => Item::from(json!([1, 2.5])),
                "s" => value.as_str().map_or_else(|| Item::string("a,b"), Item::string),
                "n" => value.as_f64().map_or_else(|| Item::number(2.0), Item::number),
                "o" if !any.view().is_object() => Item::from(json!({"a": 1, "b": [value]})),
                _ => any,
            }
        });
        let arguments = arguments.collect();
        let cx = evaluation();
        let begin = Instant::now();
        let _ = builtin.call(&cx, arguments, View::Undefined);
        prop_assert!(begin.elapsed() < Duration::from_secs(2), "{}", builtin.name);
    }
}
