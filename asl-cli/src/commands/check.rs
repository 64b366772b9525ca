//! `asl check`.

use std::collections::BTreeSet;
use std::time::Instant;

use asl_lang::Options;
use asl_lang::diagnostic::Code;

use crate::cli::{Check, Deny, Format};
use crate::definition::Definition;
use crate::files::{self, Candidate, Found};
use crate::parallel;
use crate::problem::{Problem, Status};
use crate::report::{self, Checked, Progress, Report};
use crate::terminal::{Output, harmless};

pub(super) fn check(args: &Check, output: &mut Output) -> Result<Status, Problem> {
    let started = Instant::now();
    let found = files::find(&args.paths);
    let names: Vec<&str> = args.definition.substitutions.iter().map(|(name, _)| &**name).collect();
    let checker = Checker {
        options: Options {
            open_placeholders: args.allow_placeholders,
            ..args.definition.options()
        },
        names: &names,
        colour: (args.format == Format::Text).then(|| output.is_coloured()),
    };
    let (report, unused) = checker.check_all(found);
    let messages = output.messages();
    for problem in &report.problems {
        messages.error(problem);
    }
    for name in unused {
        let name = harmless(name);
        messages.warning(format_args!("no definition has a placeholder `${{{name}}}` to set"));
    }
    match args.format {
        Format::Text => report::text(&report, started.elapsed(), output)?,
        Format::Json => report::json(&report, output)?,
        Format::Sarif => report::sarif(&report, output)?,
    }
    Ok(status(&report, args.deny))
}

fn status(report: &Report, deny: Option<Deny>) -> Status {
    let warnings = if deny == Some(Deny::Warnings) { report.warnings() } else { 0 };
    if !report.problems.is_empty() {
        Status::Unable
    } else if report.errors() + warnings > 0 {
        Status::Findings
    } else {
        Status::Fine
    }
}

struct Checker<'a> {
    options: Options,
    /// The placeholders that are given values.
    names: &'a [&'a str],
    /// Whether findings are coloured; none where they are not shown to people.
    colour: Option<bool>,
}

/// A definition, and the placeholders that it does not have.
struct One<'a> {
    checked: Checked,
    unused: BTreeSet<&'a str>,
}

impl<'a> Checker<'a> {
    /// Checks all that was found. Gives the placeholders that no definition has, too.
    fn check_all(&self, found: Found) -> (Report, BTreeSet<&'a str>) {
        let progress = Progress::new(found.candidates.len());
        let all = parallel::map(&found.candidates, |candidate| {
            let one = self.check_one(candidate);
            progress.step();
            one
        });
        progress.finish();
        let mut report = Report { definitions: Vec::new(), problems: found.problems };
        let mut unused: BTreeSet<&str> = self.names.iter().copied().collect();
        for one in all {
            match one {
                Ok(Some(one)) => {
                    unused.retain(|name| one.unused.contains(name));
                    report.definitions.push(one.checked);
                }
                Ok(None) => {}
                Err(problem) => report.problems.push(problem),
            }
        }
        if report.definitions.is_empty() {
            unused.clear();
            if report.problems.is_empty() {
                report.problems.push(Problem::new(files::NONE));
            }
        }
        (report, unused)
    }

    fn check_one(&self, candidate: &Candidate) -> Result<Option<One<'a>>, Problem> {
        Ok(files::read_candidate(candidate)?.map(|definition| self.check_definition(&definition)))
    }

    fn check_definition(&self, definition: &Definition) -> One<'a> {
        // Of several definitions, not each has all placeholders.
        let diagnostics = definition.check(&self.options);
        let (unused, diagnostics): (Vec<_>, Vec<_>) =
            diagnostics.into_iter().partition(|one| one.code == Code::UnusedSubstitution);
        let is_unused = |name: &&&str| {
            let quoted = format!("`{name}`");
            unused.iter().any(|one| one.message.contains(&quoted))
        };
        let unused = self.names.iter().filter(is_unused).copied().collect();
        One { checked: Checked::new(&definition.source, diagnostics, self.colour), unused }
    }
}
