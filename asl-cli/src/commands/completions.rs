//! `asl completions`.

use std::io::Write;

use clap::CommandFactory;

use crate::cli::{Cli, Completions};
use crate::problem::{Problem, Status};
use crate::terminal::Output;

pub(super) fn completions(args: &Completions, output: &mut Output) -> Result<Status, Problem> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "asl", &mut script);
    output.write_all(&script)?;
    Ok(Status::Fine)
}
