//! `asl graph`: a machine as a picture.

use std::fs;
use std::io::Write;

use asl_graph::{Graph, SvgOptions};

use super::show_errors;
use crate::cli::{self, GraphFormat};
use crate::files;
use crate::problem::{Problem, Status};
use crate::terminal::Output;

pub(super) fn graph(args: &cli::Graph, output: &mut Output) -> Result<Status, Problem> {
    let definition = files::read(&args.file)?;
    let compilation = definition.compile(&args.definition.options());
    let Some(machine) = compilation.machine else {
        show_errors(&definition, &compilation.diagnostics, output.messages());
        return Ok(Status::Findings);
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
