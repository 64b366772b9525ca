//! `asl expand`: the Rust that `sfn!` makes of a definition.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use asl_codegen::declaration::names::Names;
use asl_codegen::{Caller, rust};

use super::show_errors;
use crate::cli::Expand;
use crate::files;
use crate::problem::{Problem, Status};
use crate::terminal::Output;

pub(super) fn expand(args: &Expand, output: &mut Output) -> Result<Status, Problem> {
    let definition = files::read(&args.file)?;
    let compilation = definition.compile(&args.definition.options());
    if compilation.machine.is_none() {
        show_errors(&definition, &compilation.diagnostics, output.messages());
        return Ok(Status::Findings);
    }
    let name = args.name.clone().unwrap_or_else(|| files::stem(&args.file));
    let name = Names::machines().claim([name.as_str()]);
    let facade = "::sfn".parse().map_err(not_rust)?;
    let tokens = declaration(args, &name, definition.source.text()).parse().map_err(not_rust)?;
    let tokens = asl_codegen::expand(tokens, &facade, &Caller::default());
    output.write_all(rust::format(tokens).map_err(not_rust)?.as_bytes())?;
    Ok(Status::Fine)
}

/// What would stand in `sfn!`.
fn declaration(args: &Expand, name: &str, text: &str) -> String {
    let mut written = String::from(if args.definition.is_express() { "#[express] " } else { "" });
    // A path that is no text cannot be written in Rust.
    let path = std::path::absolute(&args.file).ok().filter(|_| !files::is_stdin(&args.file));
    let source = match path.as_deref().and_then(Path::to_str) {
        Some(path) => format!("from {path:?}"),
        None => format!("= {text:?} with"),
    };
    let _ = write!(written, "pub machine {name} {source} {{ substitute {{ ");
    for (name, value) in &args.definition.substitutions {
        let _ = write!(written, "{name:?} = {value:?}, ");
    }
    written.push_str("} }");
    written
}

fn not_rust(error: impl ToString) -> Problem {
    Problem::new(format!("this is an error of `asl` itself: {}", error.to_string()))
}
