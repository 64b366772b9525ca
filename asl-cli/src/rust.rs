//! Machines in the typed DSL, in files of Rust.

use std::path::Path;

use asl_codegen::Lowered;

use crate::files;
use crate::problem::{Problem, Status};
use crate::terminal::{Messages, harmless};

/// Whether a file is one of Rust, by its name.
pub(crate) fn is_rust(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// The machine of this name in a file, or the only one. What is wrong with it is shown.
///
/// # Errors
/// The file cannot be read, or it does not say which machine is meant.
pub(crate) fn machine(
    path: &Path,
    name: Option<&str>,
    messages: Messages,
) -> Result<Result<Lowered, Status>, Problem> {
    let file = files::name(path);
    let text = String::from_utf8(files::bytes(path)?)
        .map_err(|_| Problem::new(format!("`{file}` is no text")))?;
    let mut machines = match asl_codegen::lower_file(&text) {
        Ok(machines) => machines,
        Err(errors) => {
            for error in errors {
                let at = error.span().start();
                let place = format!("{file}:{}:{}", at.line, at.column + 1);
                messages.line(format!("{place}: error: {}", harmless(&error.to_string())));
            }
            return Ok(Err(Status::Findings));
        }
    };
    let names: Vec<String> = machines.iter().map(|machine| format!("`{}`", machine.name)).collect();
    let names = names.join(", ");
    if let Some(name) = name {
        machines.retain(|machine| machine.name == name);
    }
    match (machines.pop(), machines.is_empty(), name) {
        (Some(machine), true, _) => Ok(Ok(machine)),
        (_, _, _) if names.is_empty() => {
            Err(Problem::new(format!("`{file}` has no machine in the typed DSL of `sfn!`")))
        }
        (None, _, Some(name)) => {
            Err(Problem::new(format!("`{file}` has no machine `{name}`: there are {names}")))
        }
        _ => Err(Problem::new(format!(
            "`{file}` has several machines: say by `--machine` which of {names}"
        ))),
    }
}
