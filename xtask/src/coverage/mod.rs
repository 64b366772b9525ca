//! `cargo xtask coverage`: what of the language the cases in `testdata` contain.
//!
//! What there is to contain comes from `asl-lang`: [`fields`] has the fields of objects and the
//! operators of choice rules, [`nodes`] the intermediate representation, [`queries`] the nodes and
//! functions of JSONata, [`names`] what is known by name, [`events`] the types of events.
//!
//! A case contains all that its machine does. One that expects a history is a history of what is in
//! the states that are entered in there.

/// Lists the variants of enums, and makes for each a function that names the variant of a value.
/// What comes after `except` is never in a machine.
macro_rules! variants {
    ($($function:ident: $type:ident = $($variant:ident)|+ $(except $never:ident)?;)*) => {
        /// The enums with their variants.
        const VARIANTS: &[(&str, &[&str])] =
            &[$((stringify!($type), &[$(stringify!($variant)),+])),*];

        $(fn $function(value: &$type) -> Element {
            let name = match value {
                $($type::$variant { .. } => stringify!($variant),)+
                $($type::$never { .. } => stringify!($never),)?
            };
            Element::new(stringify!($type), name)
        })*
    };
}

mod events;
mod fields;
mod names;
mod nodes;
mod queries;

use std::collections::{BTreeMap, BTreeSet, HashMap};
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
#[command(after_help = "Fails if there is no case for something, or none with a history.")]
pub(crate) struct Arguments {
    /// The folder with the machines and their cases
    #[arg(default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata"), hide_default_value = true)]
    folder: PathBuf,
    /// Show only what has no case, or no history
    #[arg(long)]
    missing: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut counts = HashMap::new();
    for path in definitions(&arguments.folder)? {
        count(&path, &mut counts).with_context(|| path.display().to_string())?;
    }
    let mut table = Table::new([
        ("group", Align::Left),
        ("element", Align::Left),
        ("cases", Align::Right),
        ("histories", Align::Right),
    ]);
    let mut missing = 0;
    let elements = elements();
    for element in &elements {
        let count = counts.get(element).copied().unwrap_or_default();
        let is_missing = count.cases == 0 || count.histories == 0;
        missing += usize::from(is_missing);
        if is_missing || !arguments.missing {
            let Element { group, name } = element.clone();
            table.row([group, name, count.cases.to_string(), count.histories.to_string()]);
        }
    }
    print!("{table}");
    if missing > 0 {
        let all = elements.len();
        bail!("{missing} of {all} elements of the language have no case or no history");
    }
    Ok(())
}

/// Something that a case may contain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Element {
    /// What it belongs to: `a Task state`, `ExprKind`.
    group: String,
    /// Its name there.
    name: String,
}

impl Element {
    fn new(group: impl Into<String>, name: impl Into<String>) -> Self {
        Self { group: group.into(), name: name.into() }
    }
}

/// How often there is something.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    /// The cases that contain it.
    cases: usize,
    /// Those of them that expect a history of it.
    histories: usize,
}

/// What a machine contains.
#[derive(Debug, Default)]
struct Contained {
    machine: BTreeSet<Element>,
    states: BTreeMap<String, BTreeSet<Element>>,
}

impl Contained {
    /// What a state contains; the machine itself, if there is none.
    fn of(&mut self, state: Option<&str>) -> &mut BTreeSet<Element> {
        match state {
            None => &mut self.machine,
            Some(name) => self.states.entry(name.to_owned()).or_default(),
        }
    }

    fn all(&self) -> BTreeSet<Element> {
        self.states.values().fold(self.machine.clone(), |all, state| &all | state)
    }

    /// What the machine itself contains and those of its states.
    fn only(&self, states: &BTreeSet<String>) -> BTreeSet<Element> {
        let states = states.iter().filter_map(|name| self.states.get(name));
        states.fold(self.machine.clone(), |all, state| &all | state)
    }
}

/// All there is.
fn elements() -> Vec<Element> {
    fields::elements()
        .chain(names::elements())
        .chain(nodes::elements())
        .chain(queries::elements())
        .chain(events::elements())
        .collect()
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
fn count(path: &Path, counts: &mut HashMap<Element, Count>) -> Result<()> {
    let text = fs::read_to_string(path)?;
    let definition: Value = serde_json::from_str(&text)?;
    let cases = path.to_string_lossy().replace(".asl.json", ".cases.json");
    let cases: Vec<Value> = serde_json::from_str(&fs::read_to_string(cases)?)?;

    // Nothing is refused in a Standard machine that an Express one may have.
    let compilation = asl_lang::compile(&Source::new("", text), &Options::default());
    let machine = compilation.machine.context("the definition has errors")?;

    let mut contained = Contained::default();
    fields::collect(&definition, &mut contained);
    nodes::collect(&machine, &mut contained);
    for case in &cases {
        let mut named = BTreeSet::new();
        names::collect(case, fields::Language::of_machine(&definition), &mut named);
        let expected = events::expected(case);
        if let Some(events::Expected { events, states }) = &expected {
            named.extend(events.iter().cloned());
            for element in &contained.only(states) | &named {
                counts.entry(element).or_default().histories += 1;
            }
        }
        for element in &contained.all() | &named {
            counts.entry(element).or_default().cases += 1;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_suite_contains_all() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../testdata").into();
        run(&Arguments { folder, missing: true }).unwrap();
    }

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
        let mut contained = Contained::default();
        fields::collect(&serde_json::from_str(text).unwrap(), &mut contained);
        nodes::collect(&machine.unwrap(), &mut contained);
        let found = contained.all();
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
