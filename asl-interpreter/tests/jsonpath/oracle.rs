//! Paths and documents made at random: evaluation finds what the simple way finds.

use asl_interpreter::json_path;
use asl_lang::path::parse;
use proptest::prelude::*;

use super::json;
use super::naive::evaluate;

fn document() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|truth| truth.to_string()),
        (-2_i64..3).prop_map(|number| number.to_string()),
        Just("1.0".to_owned()),
        prop::sample::select(vec![r#""x""#, r#""y""#]).prop_map(str::to_owned),
    ];
    leaf.prop_recursive(5, 48, 4, |inner| {
        let member = (name(), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::btree_map(name(), member, 0..4).prop_map(|members| {
                let members =
                    members.into_iter().map(|(name, (_, value))| format!("{name:?}:{value}"));
                format!("{{{}}}", members.collect::<Vec<_>>().join(","))
            }),
        ]
    })
}

fn name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned)
}

fn plain_segment() -> impl Strategy<Value = String> {
    let index = || -3_i32..4;
    prop_oneof![
        4 => name().prop_map(|name| format!(".{name}")),
        2 => index().prop_map(|index| format!("[{index}]")),
        2 => Just("[*]".to_owned()),
        1 => (name(), name()).prop_map(|(a, b)| format!("['{a}','{b}']")),
        1 => (index(), index()).prop_map(|(a, b)| format!("[{a},{b}]")),
        1 => (prop::option::of(index()), prop::option::of(index())).prop_map(|(a, b)| {
            let text = |n: Option<i32>| n.map(|n| n.to_string()).unwrap_or_default();
            format!("[{}:{}]", text(a), text(b))
        }),
    ]
}

fn deep(segment: String, deep: bool) -> String {
    match segment.strip_prefix('.') {
        Some(name) if deep => format!("..{name}"),
        None if deep => format!("..{segment}"),
        _ => segment,
    }
}

fn condition() -> impl Strategy<Value = String> {
    let inner = || prop::collection::vec((plain_segment(), prop::bool::weighted(0.1)), 0..3);
    let path = || {
        (prop::sample::select(vec!["@", "@", "@", "$"]), inner()).prop_map(|(root, segments)| {
            let segments = segments.into_iter().map(|(segment, scan)| deep(segment, scan));
            format!("{root}{}", segments.collect::<String>())
        })
    };
    let literal = prop::sample::select(vec!["1", "-1", "'x'", "null", "true", "['x', 1]", "[]"]);
    let side = prop_oneof![path(), literal.prop_map(str::to_owned)];
    let operator = prop::sample::select(vec!["==", "!=", "<", "<=", ">", ">=", "in", "nin"]);
    let term = prop_oneof![
        2 => (path(), operator, side).prop_map(|(left, operator, right)| format!("{left} {operator} {right}")),
        1 => path(),
    ];
    term.prop_recursive(2, 6, 2, |inner| {
        prop_oneof![
            inner.clone().prop_map(|condition| format!("!({condition})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) && ({b})")),
            (inner.clone(), inner).prop_map(|(a, b)| format!("({a} || {b})")),
        ]
    })
}

fn path() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        3 => plain_segment(),
        1 => condition().prop_map(|condition| format!("[?({condition})]")),
    ];
    prop::collection::vec((segment, prop::bool::weighted(0.2)), 0..4).prop_map(|segments| {
        let segments = segments.into_iter().map(|(segment, scan)| deep(segment, scan));
        format!("${}", segments.collect::<String>())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn finds_what_the_simple_way_finds(path in path(), document in document()) {
        let (parsed, document) = (parse(&path).unwrap(), json(&document));
        let ours = json_path(&parsed).required(&document).ok();
        let simple = evaluate(&parsed, &document);
        prop_assert_eq!(ours.map(|v| v.to_string()), simple.map(|v| v.to_string()), "{}", path);
    }
}
