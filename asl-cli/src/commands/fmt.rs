//! `asl fmt`.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::show_errors;
use asl_lang::source::Format;

use crate::cli::Fmt;
use crate::definition::Definition;
use crate::files::{self, Candidate};
use crate::layout::layout;
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output, count};

pub(super) fn fmt(args: &Fmt, output: &mut Output) -> Result<Status, Problem> {
    let messages = output.messages();
    let found = files::find(&args.paths);
    let mut tally = Tally::default();
    for problem in &found.problems {
        messages.error(problem);
        tally.status = Status::Unable;
    }
    for candidate in &found.candidates {
        match one(candidate, args.check, output) {
            Ok(outcome) => tally.count(outcome),
            Err(problem) => {
                messages.error(problem);
                tally.status = Status::Unable;
            }
        }
    }
    if !tally.any && tally.status == Status::Fine {
        return Err(Problem::new(files::NONE));
    }
    if args.check && tally.changed > 0 {
        tally.status = tally.status.max(Status::Findings);
    }
    let is_filter = args.paths.iter().all(|path| files::is_stdin(path));
    if !is_filter {
        tally.report(args.check, messages);
    }
    Ok(tally.status)
}

/// What came of a file.
enum Outcome {
    /// It is no definition.
    None,
    /// It is YAML.
    Left,
    Formatted,
    /// It was not formatted.
    Changed,
    Broken,
}

struct Tally {
    /// Whether there was any definition.
    any: bool,
    formatted: usize,
    changed: usize,
    status: Status,
}

impl Default for Tally {
    fn default() -> Self {
        Self { any: false, formatted: 0, changed: 0, status: Status::Fine }
    }
}

impl Tally {
    fn count(&mut self, outcome: Outcome) {
        self.any |= !matches!(outcome, Outcome::None);
        match outcome {
            Outcome::None | Outcome::Left => {}
            Outcome::Formatted => self.formatted += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Broken => self.status = self.status.max(Status::Findings),
        }
    }

    fn report(&self, check: bool, messages: Messages) {
        let all = count(self.formatted + self.changed, "definition", "definitions");
        match (check, self.changed) {
            (_, 0) if self.status != Status::Fine || self.formatted == 0 => {}
            (_, 0) => messages.line(format_args!("{all}, nothing to do")),
            (true, changed) => messages.line(format_args!("{all}, {changed} not formatted")),
            (false, changed) => messages.line(format_args!("{all}, {changed} formatted now")),
        }
    }
}

fn one(candidate: &Candidate, check: bool, output: &mut Output) -> Result<Outcome, Problem> {
    let path = &candidate.path;
    let Some(definition) = files::read_candidate(candidate)? else { return Ok(Outcome::None) };
    let messages = output.messages();
    if definition.source.format() == Format::Yaml {
        messages.note(format_args!("`{}` is YAML, which is left as it is", files::name(path)));
        return Ok(Outcome::Left);
    }
    if definition.is_inside {
        let name = files::name(path);
        messages.note(format_args!("`{name}` has more than a definition: it is left as it is"));
        return Ok(Outcome::Left);
    }
    let text = match layout(&definition.source) {
        Ok(text) => text,
        Err(errors) => {
            show_errors(&definition, &errors, messages);
            return Ok(Outcome::Broken);
        }
    };
    let is_formatted = is_same(&definition, &text);
    if check {
        if !is_formatted {
            writeln!(output, "{}", files::name(path))?;
        }
    } else if files::is_stdin(path) {
        output.write_all(text.as_bytes())?;
    } else if !is_formatted {
        replace(path, &text).map_err(|error| {
            Problem::new(format!("cannot write `{}`: {error}", files::name(path)))
        })?;
    }
    Ok(if is_formatted { Outcome::Formatted } else { Outcome::Changed })
}

fn is_same(definition: &Definition, text: &str) -> bool {
    definition.source.text() == text
}

/// Writes a file so that there is the old text or the new one at any time, and never half of it.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    // Of a link, the file that it leads to is replaced.
    let path = fs::canonicalize(path)?;
    let permissions = fs::metadata(&path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only"));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".asl-fmt").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
