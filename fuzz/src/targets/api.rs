//! What the API says of definitions. Its reader of JSON is Jackson's; what it takes, serde_json does
//! too.

use asl_lang::api::{Outcome, Request, Validation, refusal, validate, variable_references};
use asl_lang::source::Source;
use asl_lang::{MachineType, Options, check};

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "api",
    words: &[
        "\"States\": {",
        "\"Type\": \"Pass\"",
        "\"End\": true",
        "{% $x %}",
        "tru",
        "\\q",
        "1.",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [definition] = parts(input);
    let request =
        Request { definition: &definition, severity: Some("WARNING"), ..Request::default() };
    let found = match validate(&request) {
        Ok(found) => found,
        Err(error) => return error.to_string(),
    };
    let refused = refusal(&definition, MachineType::Standard);
    assert_eq!(refused.is_some(), found.result == Outcome::Fail, "{found:?}");
    syntax(&definition, &found);
    let (machine, _) = check(&Source::new("a.asl.json", &definition), &Options::default());
    let read = machine.map(|machine| variable_references(machine.machine()));
    format!("{read:?} {:?}", found.findings)
}

/// Jackson and serde_json find the same first value, or none.
fn syntax(text: &str, found: &Validation) {
    if !text.trim_start_matches([' ', '\t', '\r', '\n']).starts_with(['{', '[']) {
        return;
    }
    let first = serde_json::Deserializer::from_str(text).into_iter::<serde_json::Value>().next();
    let place = |location: &String| location.starts_with("[Source: ");
    let is_syntax = found.findings.iter().any(|it| it.location.as_ref().is_some_and(place));
    match first {
        Some(Ok(_)) => assert!(!is_syntax, "{found:?}"),
        // Numbers without bounds, halves of surrogates and any depth are fine with Jackson.
        Some(Err(error)) => {
            let told = error.to_string();
            let lenient = ["out of range", "surrogate", "hex escape", "recursion"];
            assert!(is_syntax || lenient.iter().any(|word| told.contains(word)), "{told}");
        }
        None => {}
    }
}
