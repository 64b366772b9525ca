//! JSONata expressions, evaluated on a document within small limits: twice the same comes of it.

use asl_interpreter::Expression;
use asl_lang::compile_expression;
use asl_runtime::Value;
use asl_runtime::jsonata::{Evaluation, Item, Limits};

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "evaluate",
    words: &[
        "$",
        "$$",
        "$x",
        "$x := ",
        " ~> ",
        "[]",
        "[0]",
        "[-1]",
        "[1..1000000]",
        "{a: b}",
        "^(>a)",
        "@$v",
        "#$i",
        "%",
        "*",
        "**",
        "function($x){",
        "$f := function($x){ $f($x) }",
        "|a|{\"b\": c},[\"d\"]|",
        "/(a*)*b/",
        "/(?=a)\\1/",
        " ? 1 : 2",
        " and ",
        " in ",
        " & ",
        "$map(",
        "$filter(",
        "$reduce(",
        "$sort(",
        "$each(",
        "$sift(",
        "$merge(",
        "$spread(",
        "$append(",
        "$zip(",
        "$distinct(",
        "$join(",
        "$split(",
        "$replace(",
        "$match(",
        "$pad(",
        "$string(",
        "$number(",
        "$formatNumber(",
        "$formatInteger(",
        "$parseInteger(",
        "$fromMillis(",
        "$toMillis(",
        "$partition(",
        "$range(",
        "$hash(",
        "$parse(",
        "$lookup(",
        "$random()",
        "(?, ",
        "\\ud83d",
        "1e308",
        "-0",
    ],
    run,
    planted: false,
};

/// As much as can be had of an input while some thousand are tried in a second.
const LIMITS: Limits =
    Limits { depth: 200, steps: 100_000, items: 10_000, stack: 1280 << 10, text: 100_000 };

fn run(input: &[u8]) -> String {
    let [text, document] = parts(input);
    let query = match compile_expression(&text, &["x"]) {
        Ok(query) => query,
        Err(error) => return format!("{} {}", error.code.as_str(), error.message),
    };
    let document = Value::from_json(document.as_bytes()).map_or(Item::Undefined, Item::from);
    let expression = Expression::new(&query);
    let told = evaluate(&expression, &document);
    assert_eq!(evaluate(&expression, &document), told, "{text}");
    told
}

/// What comes of an expression, as text.
fn evaluate(expression: &Expression, document: &Item) -> String {
    let cx = Evaluation::new(LIMITS, 1_700_000_000_000, 7);
    let bindings = [document.clone()];
    match expression.evaluate(&cx, document.clone(), &bindings) {
        Ok(Item::Undefined) => "nothing".to_owned(),
        Ok(item) => match item.into_value() {
            Some(value) => value.to_string(),
            None => "a function, or what holds one".to_owned(),
        },
        Err(error) => error.to_string(),
    }
}
