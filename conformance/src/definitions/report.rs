//! What came of all definitions, for people and for programs.

use std::collections::{BTreeMap, BTreeSet};

use asl_lang::diagnostic::Code;
use serde::Serialize;

use super::corpus::Folder;
use crate::known::KnownDifferences;

/// The share of definitions, in percent, that are to be disputed at most.
const MOST_DISPUTED: f64 = 1.0;

/// What came of all definitions.
#[derive(Debug, Default)]
pub(super) struct Report {
    verdicts: BTreeMap<(Folder, String), Option<String>>,
    /// The ids of those whose stated reasons are not known here.
    unmapped: BTreeSet<String>,
    /// How many definitions of other engines there are.
    engines: usize,
    /// How many of them are taken.
    machines: usize,
    /// How many of them have an error, by its code.
    codes: BTreeMap<Code, usize>,
}

/// The verdicts on a folder, counted.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    passed: usize,
    failed: usize,
    /// Of those that failed.
    disputed: usize,
}

/// The verdicts as a file has them.
#[derive(Debug, Serialize)]
pub(super) struct Written<'a> {
    passed: usize,
    failed: BTreeMap<&'a str, &'a str>,
    unmapped: &'a BTreeSet<String>,
    machines_of_engines: usize,
    codes_of_engines: BTreeMap<&'static str, usize>,
}

impl Report {
    pub(super) fn pass(&mut self, folder: Folder, id: &str) {
        self.verdicts.insert((folder, id.to_owned()), None);
    }

    pub(super) fn fail(&mut self, folder: Folder, id: &str, how: String) {
        self.verdicts.insert((folder, id.to_owned()), Some(how));
    }

    pub(super) fn unmapped(&mut self, unmapped: bool, id: &str) {
        if unmapped {
            self.unmapped.insert(id.to_owned());
        }
    }

    pub(super) fn tell(&mut self, codes: BTreeSet<Code>) {
        self.engines += 1;
        self.machines += usize::from(codes.is_empty());
        for code in codes {
            *self.codes.entry(code).or_default() += 1;
        }
    }

    /// Prints what failed, and how many passed. Gives the number of verdicts that are not expected.
    pub(super) fn print(&self, known: &KnownDifferences) -> usize {
        let unexpected = self.print_failures(known);
        self.print_engines();
        let total = self.print_counts(known);
        if !self.unmapped.is_empty() {
            println!("{} refused for reasons that reasons.toml does not have", self.unmapped.len());
        }
        let Count { passed, failed, disputed } = total;
        let share = 100.0 * disputed as f64 / (passed + failed).max(1) as f64;
        println!(
            "{passed} passed, {failed} failed \
             ({disputed} of them disputed: {share:.1} %, aim {MOST_DISPUTED} %)"
        );
        unexpected
    }

    /// Prints a table of the folders. Gives their sum.
    fn print_counts(&self, known: &KnownDifferences) -> Count {
        println!("{:<9} {:>7} {:>7} {:>9}", "", "passed", "failed", "disputed");
        let mut total = Count::default();
        for (folder, count) in self.counts(known) {
            let Count { passed, failed, disputed } = count;
            println!("{:<9} {passed:>7} {failed:>7} {disputed:>9}", folder.name());
            total.passed += passed;
            total.failed += failed;
            total.disputed += disputed;
        }
        println!();
        total
    }

    fn print_failures(&self, known: &KnownDifferences) -> usize {
        let mut unexpected = 0;
        for ((_, id), verdict) in &self.verdicts {
            match (verdict, known.reason(id)) {
                (None, None) => {}
                (None, Some(reason)) => {
                    unexpected += 1;
                    println!("PASS {id}\n  it is listed as disputed: {reason}\n");
                }
                (Some(_), Some(reason)) => println!("disputed {id}\n  {reason}\n"),
                (Some(how), None) => {
                    unexpected += 1;
                    println!("FAIL {id}\n  {}\n", how.trim_end().replace('\n', "\n  "));
                }
            }
        }
        unexpected
    }

    /// What came of the definitions of other engines.
    fn print_engines(&self) {
        if self.engines == 0 {
            return;
        }
        println!(
            "of other engines: {} taken, {} refused",
            self.machines,
            self.engines - self.machines
        );
        for (code, count) in &self.codes {
            println!("{count:>5}  {}  {}", code.id(), code.title());
        }
        println!();
    }

    fn counts(&self, known: &KnownDifferences) -> BTreeMap<Folder, Count> {
        let mut counts: BTreeMap<Folder, Count> = BTreeMap::new();
        for ((folder, id), verdict) in &self.verdicts {
            let count = counts.entry(*folder).or_default();
            count.passed += usize::from(verdict.is_none());
            count.failed += usize::from(verdict.is_some());
            count.disputed += usize::from(verdict.is_some() && known.reason(id).is_some());
        }
        counts
    }

    pub(super) fn written(&self) -> Written<'_> {
        let failed = self.verdicts.iter();
        let failed = failed.filter_map(|((_, id), verdict)| Some((&**id, verdict.as_deref()?)));
        let failed: BTreeMap<&str, &str> = failed.collect();
        Written {
            passed: self.verdicts.len() - failed.len(),
            failed,
            unmapped: &self.unmapped,
            machines_of_engines: self.machines,
            codes_of_engines: self.codes.iter().map(|(code, n)| (code.id(), *n)).collect(),
        }
    }
}
