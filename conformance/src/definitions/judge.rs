//! Whether a definition is taken or refused as its folder says.

use std::collections::BTreeSet;

use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::source::Source;
use asl_lang::{Options, compile};

use super::check::Machine;
use super::corpus::{Definition, Folder};
use super::reasons::{Agreement, Reasons};
use super::values;

/// What came of a definition.
pub(super) enum Judged {
    /// It is taken, as it should be: a machine that rustc is to see too.
    Taken(Machine),
    /// It is refused, as it should be; whether none of the reasons is known here.
    Refused { unmapped: bool },
    /// It should have been judged otherwise.
    Wrongly(String),
    /// Nobody knows what it should be: the codes of its errors, none if it is taken.
    Told(BTreeSet<Code>),
}

pub(super) fn judge(definition: &Definition, reasons: &Reasons) -> Judged {
    let source = definition.source();
    let errors = errors(&source);
    match definition.folder {
        Folder::Valid => valid(definition, source, &errors),
        Folder::Invalid | Folder::Suspect => refused(definition, &source, &errors, reasons),
        Folder::Engine => Judged::Told(errors.iter().map(|error| error.code).collect()),
    }
}

/// The errors of a definition whose placeholders are left open.
fn errors(source: &Source) -> Vec<Diagnostic> {
    let options = Options { open_placeholders: true, ..Options::default() };
    let mut found = compile(source, &options).diagnostics;
    found.retain(Diagnostic::is_error);
    found
}

fn valid(definition: &Definition, source: Source, errors: &[Diagnostic]) -> Judged {
    if !errors.is_empty() {
        return Judged::Wrongly(rendered(errors, &source));
    }
    match values::find(&source, definition.placeholders()) {
        Ok(values) => Judged::Taken(Machine { source, values }),
        Err(told) => Judged::Wrongly(format!("no values for its placeholders were found\n{told}")),
    }
}

fn refused(
    definition: &Definition,
    source: &Source,
    errors: &[Diagnostic],
    reasons: &Reasons,
) -> Judged {
    let stated = definition.stated();
    if errors.is_empty() {
        let reasons: Vec<&str> = stated.iter().map(|stated| stated.message.as_str()).collect();
        return Judged::Wrongly(format!("it is taken, though others say: {}", reasons.join("; ")));
    }
    let mut unmapped = !stated.is_empty();
    let mut differs = Vec::new();
    for stated in &stated {
        match reasons.compare(stated, errors, source) {
            Agreement::Agrees => unmapped = false,
            Agreement::Unmapped => {}
            Agreement::Differs(how) => differs.push(how),
        }
    }
    if differs.is_empty() {
        return Judged::Refused { unmapped };
    }
    Judged::Wrongly(format!("{}\n{}", differs.join("\n"), rendered(errors, source)))
}

fn rendered(errors: &[Diagnostic], source: &Source) -> String {
    let errors: Vec<String> = errors.iter().map(|error| render(error, source, false)).collect();
    errors.join("\n")
}
