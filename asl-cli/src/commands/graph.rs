//! `asl graph`: a machine as a picture.

use std::fs;
use std::io::Write;

use asl_graph::{Graph, SvgOptions};
use asl_lang::ir::Machine;

use super::show_errors;
use crate::cli::{self, GraphFormat};
use crate::files;
use crate::problem::{Problem, Status};
use crate::rust;
use crate::terminal::Output;

pub(super) fn graph(args: &cli::Graph, output: &mut Output) -> Result<Status, Problem> {
    let machine = match machine(args, output)? {
        Ok(machine) => machine,
        Err(status) => return Ok(status),
    };
    let graph = Graph::new(&machine);
    let mut text = match args.format {
        GraphFormat::Svg => graph.to_svg(&SvgOptions::theme(args.theme.into())),
        GraphFormat::Mermaid => graph.to_mermaid(),
        GraphFormat::Dot => graph.to_dot(),
    };
    if !text.ends_with('\n') {
        text.push('\n');
    }
    match &args.output {
        Some(file) if !files::is_stdin(file) => fs::write(file, text).map_err(|error| {
            Problem::new(format!("cannot write `{}`: {error}", files::name(file)))
        })?,
        _ => output.write_all(text.as_bytes())?,
    }
    Ok(Status::Fine)
}

/// The machine that is to be drawn. What is wrong with it is shown.
fn machine(args: &cli::Graph, output: &Output) -> Result<Result<Machine, Status>, Problem> {
    if rust::is_rust(&args.file) {
        let lowered = rust::machine(&args.file, args.machine.as_deref(), output.messages())?;
        return Ok(lowered.map(|lowered| lowered.in_rust));
    }
    if args.machine.is_some() {
        return Err(Problem::new("`--machine` is for files of Rust: a definition is one machine"));
    }
    let definition = files::read(&args.file)?;
    let compilation = definition.compile(&args.definition.options());
    if compilation.machine.is_none() {
        show_errors(&definition, &compilation.diagnostics, output.messages());
    }
    Ok(compilation.machine.ok_or(Status::Findings))
}
