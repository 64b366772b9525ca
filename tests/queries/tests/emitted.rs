//! What expressions become, as text: `emitted.rs` beside this folder shows each construct once.
//!
//! `UPDATE_EXPECT=1 cargo test -p sfn-tests-queries --test emitted` writes it anew.

#![allow(clippy::unwrap_used)]

use std::{env, fs};

use quote::{format_ident, quote};

/// Each with the name of its function.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("fields", "$states.input.order.customer.address.city"),
    ("total", "price * qty - discount"),
    ("condition", "$count($states.input.order.items) > 3 and $states.input.y = \"z\""),
    ("text", "$states.input.a & \"-\" & $states.input.b"),
    ("sum", "$sum($states.input.order.items.(price * qty))"),
    ("items", "$states.input.order.items[price > 10].{ \"sku\": sku, \"total\": price * qty }"),
    ("merge", "$merge([$states.input, {\"status\": \"ok\"}])"),
    ("map", "$map($states.input.order.items, function($v, $i) { $v.id & $i })"),
    ("filter", "$filter(items, function($v) { $v.price > $limit })"),
    ("reduce", "$reduce([1..5], function($product, $n) { $product * $n })"),
    ("indexes", "items[0].tags[-1]"),
    ("any_predicate", "items[$number(chosen)]"),
    ("exists", "$exists(items[price > 100]) ? \"dear\" : \"cheap\""),
    ("block", "($rate := 1.2; $net := price * qty; {\"net\": $net, \"gross\": $net * $rate})"),
    ("bound_again", "($x := 1; $x := $x + 1; $x)"),
    ("recursive", "($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))"),
    (
        "tail",
        "($add := function($n, $sum) { $n = 0 ? $sum : $add($n - 1, $sum + $n) }; $add(9, 0))",
    ),
    ("signature", "function($s, $n)<s-n?:s> { $s & $n }(\"a\", 1)"),
    ("captured", "items.($rate := 2; function($p) { $p * $rate * qty })(price)"),
    ("partial", "$map(names, $substring(?, 0, 1))"),
    ("chain", "names ~> $sort ~> $join(\", \")"),
    ("sorted", "people^(>age, name).name"),
    ("grouped", "people{team: $count($), \"all\": name[]}"),
    ("numbered", "people#$i[age > 30].{\"n\": name, \"i\": $i}"),
    ("joined", "loans@$l.books@$b[$l.isbn = $b.isbn].{\"title\": $b.title, \"who\": $l.who}"),
    ("parent", "orders.items.{\"sku\": sku, \"order\": %.id}"),
    ("transform", "$ ~> |items|{\"total\": price * qty}, \"tags\"|"),
    ("pattern", "$replace(name, /(\\w)o/i, \"$1\")"),
    ("constructed", "[1, [2, 3], {\"a\": null}]"),
    ("wildcards", "*.**.name[]"),
];

#[test]
fn expressions() {
    let facade = quote! { ::sfn };
    let functions = EXPRESSIONS.iter().map(|(name, text)| {
        let query = asl_lang::compile_expression(text, &["states", "limit"]).unwrap();
        asl_codegen::jsonata::function(&format_ident!("{name}"), &query, &facade)
    });
    let emitted: Vec<String> =
        functions.map(|function| asl_codegen::rust::format(function).unwrap()).collect();
    let emitted = emitted.join("\n");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/emitted.rs");
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(file, &emitted).unwrap();
    }
    let kept = fs::read_to_string(file).unwrap();
    let line = kept.lines().zip(emitted.lines()).position(|(kept, now)| kept != now);
    assert!(
        kept == emitted,
        "emitted.rs:{}: UPDATE_EXPECT=1 writes it anew",
        line.unwrap_or(0) + 1
    );
}
