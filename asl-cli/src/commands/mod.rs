//! The subcommands, one file each.

mod check;
mod completions;
mod eval;
mod expand;
mod explain;
mod fmt;
mod graph;
mod run;
mod test_state;

use std::io::Write;

use asl_lang::diagnostic::{Diagnostic, render};

use crate::cli::{Cli, Command};
use crate::definition::Definition;
use crate::parallel;
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, Output};

/// Does what was asked.
pub(crate) fn run(cli: Cli) -> Status {
    let messages = Messages::new(cli.colour);
    let done = parallel::with_room(|| dispatch(cli));
    let done = done.unwrap_or_else(|error| Err(Problem::new(format!("cannot start: {error}"))));
    done.unwrap_or_else(|problem| {
        messages.error(problem);
        Status::Unable
    })
}

fn dispatch(cli: Cli) -> Result<Status, Problem> {
    let mut output = Output::new(cli.colour);
    let status = match cli.command {
        Command::Check(args) => check::check(&args, &mut output),
        Command::Expand(args) => expand::expand(&args, &mut output),
        Command::Graph(args) => graph::graph(&args, &mut output),
        Command::Run(args) => run::run(&args, &mut output),
        Command::Eval(args) => eval::eval(&args, &mut output),
        Command::TestState(args) => test_state::test_state(&args, &mut output),
        Command::Fmt(args) => fmt::fmt(&args, &mut output),
        Command::Explain(args) => explain::explain(&args, &mut output),
        Command::Completions(args) => completions::completions(&args, &mut output),
    }?;
    output.flush()?;
    Ok(status)
}

/// Shows the errors that keep a definition from being used.
fn show_errors(definition: &Definition, diagnostics: &[Diagnostic], messages: Messages) {
    for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
        let colour = messages.is_coloured();
        messages.line(render(diagnostic, &definition.source, colour));
    }
}
