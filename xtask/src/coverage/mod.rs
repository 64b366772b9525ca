//! `cargo xtask coverage`: what of the language the cases in `testdata` contain.
//!
//! What there is to contain comes from `asl-lang`: [`fields`] has the fields of objects and the
//! operators of choice rules, [`nodes`] the intermediate representation, [`names`] what is known
//! by name. A case contains all that its machine does.

mod fields;
mod names;
mod nodes;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use asl_lang::Options;
use asl_lang::source::Source;
use clap::Args;
use serde_json::Value;

use crate::table::{Align, Table};

/// Count the cases for each element of the language
#[derive(Debug, Args)]
#[command(after_help = "Fails if there is no case for something.")]
pub(crate) struct Arguments {
    /// The folder with the machines and their cases
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata"), hide_default_value = true)]
    folder: PathBuf,
    /// Show only what has no case
    #[arg(long)]
    missing: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut cases = HashMap::new();
    for path in definitions(&arguments.folder)? {
        count(&path, &mut cases).with_context(|| path.display().to_string())?;
    }
    let mut table =
        Table::new([("group", Align::Left), ("element", Align::Left), ("cases", Align::Right)]);
    let mut missing = 0;
    let elements = elements();
    for element in &elements {
        let count = cases.get(element).copied().unwrap_or(0);
        missing += usize::from(count == 0);
        if count == 0 || !arguments.missing {
            table.row([element.group.to_owned(), element.name.clone(), count.to_string()]);
        }
    }
    print!("{table}");
    if missing > 0 {
        bail!("no case contains {missing} of {} elements of the language", elements.len());
    }
    Ok(())
}

/// Something that a case may contain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Element {
    /// What it belongs to: `a Task state`, `ExprKind`.
    group: &'static str,
    /// Its name there.
    name: String,
}

impl Element {
    fn new(group: &'static str, name: impl Into<String>) -> Self {
        Self { group, name: name.into() }
    }
}

/// All there is.
fn elements() -> Vec<Element> {
    fields::elements().chain(names::elements()).chain(nodes::elements()).collect()
}

/// The definitions in a folder and those below it.
fn definitions(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            found.append(&mut definitions(&path)?);
        } else if path.to_string_lossy().ends_with(".asl.json") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Counts the cases of a machine for all that they contain.
fn count(path: &Path, counts: &mut HashMap<Element, usize>) -> Result<()> {
    let text = fs::read_to_string(path)?;
    let definition: Value = serde_json::from_str(&text)?;
    let cases = path.to_string_lossy().replace(".asl.json", ".cases.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(cases)?)?;

    // Nothing is refused in a Standard machine that an Express one may have.
    let compilation = asl_lang::compile(&Source::new("", text), &Options::default());
    let machine = compilation.machine.context("the definition has errors")?;

    let mut contained = BTreeSet::new();
    fields::collect(&definition, &mut contained);
    nodes::collect(&machine, &mut contained);
    for case in &cases {
        let mut contained = contained.clone();
        names::collect(&definition, &mut contained);
        names::collect(case, &mut contained);
        for element in contained {
            *counts.entry(element).or_default() += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_element_is_listed_once() {
        let mut listed = elements();
        let count = listed.len();
        listed.sort();
        listed.dedup();
        assert_eq!(listed.len(), count);
    }

    #[test]
    fn what_a_definition_contains() {
        let text = r#"{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [
            { "And": [{ "Variable": "$$.State.Name", "IsString": true }], "Next": "B" }
        ] }, "B": { "Type": "Pass", "Result": [1], "End": true } } }"#;
        let machine = asl_lang::compile(&Source::new("", text), &Options::default()).machine;
        let mut found = BTreeSet::new();
        fields::collect(&serde_json::from_str(text).unwrap(), &mut found);
        nodes::collect(&machine.unwrap(), &mut found);
        for (group, name) in [
            ("state type", "Choice"),
            ("a Pass state", "Result"),
            ("choice operator", "And"),
            ("choice operator", "IsString"),
            ("a rule", "Next"),
            ("context object", "State.Name"),
            ("ExprKind", "IsType"),
            ("Root", "Context"),
            ("Literal", "Integer"),
            ("Transition", "End"),
        ] {
            assert!(found.contains(&Element::new(group, name)), "{group}: {name}");
        }
        let listed = elements();
        assert!(found.iter().all(|element| listed.contains(element)), "{found:?}");
    }
}
