//! Our outcomes beside those of `jsonata-core`, by what is known of it.

use std::path::Path;
use std::{fs, panic};

use anyhow::{Context, Result};
use regex::Regex;
use serde::{Deserialize, Deserializer};
use sfn_conformance::{ExpressionCase, ExpressionOutcome, agrees, ask_oracle};

use super::cut;
use crate::golden::bar;

/// The classes, in the folder of known differences.
pub(super) const FILE: &str = "jsonata_core.toml";

#[derive(Deserialize)]
struct Classes {
    class: Vec<Class>,
}

/// Why `jsonata-core` gives something else for some expressions: those which its patterns match.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Class {
    reason: String,
    #[serde(default, deserialize_with = "pattern")]
    expression: Option<Regex>,
    /// Our outcome as text.
    #[serde(default, deserialize_with = "pattern")]
    ours: Option<Regex>,
    /// That of `jsonata-core`.
    #[serde(default, deserialize_with = "pattern")]
    theirs: Option<Regex>,
}

fn pattern<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Regex>, D::Error> {
    let text = String::deserialize(deserializer)?;
    Regex::new(&text).map(Some).map_err(serde::de::Error::custom)
}

/// An expression for which the oracle gives something else.
struct Difference<'a> {
    case: &'a ExpressionCase,
    ours: &'a ExpressionOutcome,
    theirs: ExpressionOutcome,
}

/// Prints how often the oracle gives the same, and the classes of the differences. Gives the cases
/// that are in none.
pub(super) fn compare(
    cases: &[ExpressionCase],
    outcomes: &[ExpressionOutcome],
    known: &Path,
) -> Result<Vec<ExpressionCase>> {
    let file = known.join(FILE);
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {FILE}"))?;
    let classes: Classes = toml::from_str(&text).with_context(|| format!("{FILE} is wrong"))?;
    let found = differences(cases, outcomes);
    println!("jsonata-core: {} of {} the same\n", cases.len() - found.len(), cases.len());
    let mut members: Vec<Vec<&Difference<'_>>> = classes.class.iter().map(|_| vec![]).collect();
    let mut unexplained = Vec::new();
    for difference in &found {
        match classes.class.iter().zip(&mut members).find(|(class, _)| class.has(difference)) {
            Some((_, members)) => members.push(difference),
            None => unexplained.push(difference),
        }
    }
    for (class, members) in classes.class.iter().zip(&members) {
        if let Some(smallest) = members.iter().min_by_key(|member| member.case.expr.len()) {
            println!("{:5}  {}\n{smallest}", members.len(), class.reason);
        }
    }
    for difference in &unexplained {
        println!("UNEXPLAINED {}\n{difference}", difference.case.id);
    }
    println!("{} differ, {} of them for no known reason", found.len(), unexplained.len());
    Ok(unexplained.iter().map(|difference| difference.case.clone()).collect())
}

fn differences<'a>(
    cases: &'a [ExpressionCase],
    outcomes: &'a [ExpressionOutcome],
) -> Vec<Difference<'a>> {
    let bar = bar(cases.len(), "jsonata-core");
    // A panic is an outcome of it, and no news.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let found = cases.iter().zip(outcomes).filter_map(|(case, ours)| {
        bar.inc(1);
        let theirs = ask_oracle(case);
        (!agrees(case, ours, &theirs)).then_some(Difference { case, ours, theirs })
    });
    let found = found.collect();
    panic::set_hook(hook);
    bar.finish_and_clear();
    found
}

impl Class {
    fn has(&self, difference: &Difference<'_>) -> bool {
        let matches = |pattern: &Option<Regex>, text: &str| {
            pattern.as_ref().is_none_or(|pattern| pattern.is_match(text))
        };
        matches(&self.expression, &difference.case.expr)
            && matches(&self.ours, &difference.ours.to_string())
            && matches(&self.theirs, &difference.theirs.to_string())
    }
}

impl std::fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "         {}", cut(&self.case.expr).replace('\n', "\n         "))?;
        writeln!(f, "         ours   {}", cut(&self.ours.to_string()))?;
        writeln!(f, "         theirs {}", cut(&self.theirs.to_string()))
    }
}
