//! The subcommands, one file each.

mod check;
mod completions;
mod expand;
mod explain;
mod fmt;
mod run;

use std::io::Write;

use crate::cli::{Cli, Command};
use crate::definition::Definition;
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output};

/// Does what was asked.
pub(crate) fn run(cli: Cli) -> Status {
    let mut output = Output::new(cli.colour);
    let messages = output.messages();
    let done = match cli.command {
        Command::Check(args) => check::check(&args, &mut output),
        Command::Expand(args) => expand::expand(&args, &mut output),
        Command::Run(args) => run::run(&args, &mut output),
        Command::Fmt(args) => fmt::fmt(&args, &mut output),
        Command::Explain(args) => explain::explain(&args, &mut output),
        Command::Completions(args) => completions::completions(&args, &mut output),
    };
    let done = done.and_then(|status| Ok(output.flush().map(|()| status)?));
    done.unwrap_or_else(|problem: Problem| {
        messages.error(problem);
        Status::Unable
    })
}

/// Shows the errors that keep a definition from being used.
fn show_errors(
    definition: &Definition,
    diagnostics: &[asl_lang::diagnostic::Diagnostic],
    messages: Messages,
) {
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
        let colour = messages.is_coloured();
        messages.line(asl_lang::diagnostic::render(diagnostic, &definition.source, colour));
    }
}
