//! Machines compiled by a build script.
//!
//! [`compile`] begins a [`Builder`], which is told which definitions there are and what their
//! machines look like, and writes their Rust into a file of cargo's `OUT_DIR`. What
//! comes of a definition is the same as with `sfn!`. A build script is the better place for many
//! definitions that are alike, for editors that are to see a change of a definition at once, and
//! for warnings, of which a macro cannot tell.
//!
//! - [`machine`](mod@machine) is what is said of one machine, [`files`] finds definitions,
//!   [`generate`] makes the Rust of all, [`report`] tells cargo and the compiler what is wrong.

mod files;
mod generate;
mod machine;
mod report;
#[cfg(test)]
mod tests;

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use generate::Generated;
pub use machine::{Machine, machine};
use report::one_line;

/// Begins the compilation of machines in a build script.
///
/// `build.rs`, of a crate with `asl-codegen` among its build dependencies:
///
/// ```no_run
/// asl_codegen::compile()
///     .glob("workflows/*.asl.json")
///     .run();
/// ```
///
/// and in a module, which is then that of the machines:
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/machines.rs"));
/// ```
///
/// A file `workflows/order_flow.asl.json` becomes a machine `OrderFlow`, whose input, output and
/// tasks are JSON. To say more of one machine, name its file by [`machine`](machine()):
///
/// ```no_run
/// asl_codegen::compile()
///     .machine(
///         asl_codegen::machine("workflows/checkout.asl.json")
///             .input("Order")
///             .output("Receipt")
///             .tasks(r#"
///                 lambda "charge" => async fn charge(Order) -> Result<Payment, sfn::TaskError>;
///             "#),
///     )
///     .glob("workflows/*.asl.json") // all others
///     .substitute("AWS::Region", "eu-central-1")
///     .run();
/// ```
///
/// Types are found where the `include!` stands.
pub fn compile() -> Builder {
    Builder {
        machines: Vec::new(),
        globs: Vec::new(),
        substitutions: Vec::new(),
        visibility: String::new(),
        runtime_path: "::sfn".to_owned(),
        output: "machines.rs".to_owned(),
    }
}

/// The machines of a build script: see [`compile`].
#[derive(Debug, Clone)]
#[must_use = "nothing is compiled before `run`"]
pub struct Builder {
    machines: Vec<Machine>,
    globs: Vec<String>,
    /// Names and values.
    substitutions: Vec<(String, String)>,
    visibility: String,
    runtime_path: String,
    output: String,
}

impl Builder {
    /// Compiles the definition in a file, by all defaults. The path is relative to the folder of
    /// `Cargo.toml`.
    pub fn file(self, path: impl Into<String>) -> Self {
        self.machine(machine(path))
    }

    /// Compiles a machine.
    pub fn machine(mut self, machine: Machine) -> Self {
        self.machines.push(machine);
        self
    }

    /// Compiles all files that match, in the order of their names, but for those that are named by
    /// [`machine`](Self::machine) or [`file`](Self::file). `*` and `?` stand for any characters of
    /// a name, `**` for any folders. The pattern is relative to the folder of `Cargo.toml`.
    ///
    /// The build script runs again when anything in the pattern's folder has changed, which is the
    /// part before the first wildcard: it has to have one.
    pub fn glob(mut self, pattern: impl Into<String>) -> Self {
        self.globs.push(pattern.into());
        self
    }

    /// Gives a `${Placeholder}` of the definitions its value, as `substitute` does in `sfn!`, for
    /// all machines which have that placeholder and no [value of their own](Machine::substitute).
    pub fn substitute(mut self, name: impl Into<String>, value: impl Display) -> Self {
        self.substitutions.push((name.into(), value.to_string()));
        self
    }

    /// Who may see the machines, as Rust writes it: `"pub"`. If nothing is said, they are private
    /// to the module in which the `include!` stands.
    pub fn visibility(mut self, visibility: impl Into<String>) -> Self {
        self.visibility = visibility.into();
        self
    }

    /// The path under which the crate has `sfn`, where that is not `::sfn`: `"::flow"`.
    pub fn runtime_path(mut self, path: impl Into<String>) -> Self {
        self.runtime_path = path.into();
        self
    }

    /// The name of the file in `OUT_DIR`, where that is not `machines.rs`. Machines of several
    /// modules are several compilations, each with an output of its own.
    pub fn output(mut self, file: impl Into<String>) -> Self {
        self.output = file.into();
        self
    }

    /// Compiles the machines, and tells cargo what the build depends on and what is wrong.
    ///
    /// Where something is wrong, cargo shows it and fails the build. The output has it too, as
    /// `compile_error!`s beside what stands for the machines, for editors.
    pub fn run(self) {
        let folder = |name: &str| std::env::var_os(name).filter(|folder| !folder.is_empty());
        let done = match (folder("CARGO_MANIFEST_DIR"), folder("OUT_DIR")) {
            (Some(manifest), Some(out)) => self.run_in(manifest, out, &mut io::stdout().lock()),
            _ => Err(io::Error::other(
                "`CARGO_MANIFEST_DIR` and `OUT_DIR` are not set: call `run` in build.rs",
            )),
        };
        if let Err(error) = done {
            // If cargo does not listen, nobody does.
            let _ = writeln!(io::stdout(), "cargo::error={}", one_line(&error.to_string()));
        }
    }

    /// Does what [`run`](Self::run) does for a crate in `manifest_dir`, with `out_dir` for
    /// `OUT_DIR`, and writes what it tells cargo to `cargo`.
    ///
    /// ```
    /// let mut told = Vec::new();
    /// let out = std::env::temp_dir();
    /// asl_codegen::compile()
    ///     .file("workflows/checkout.asl.json")
    ///     .output("asl-codegen-example.rs")
    ///     .run_in("..", &out, &mut told)?;
    ///
    /// assert_eq!(told, b"cargo::rerun-if-changed=workflows/checkout.asl.json\n");
    /// let code = std::fs::read_to_string(out.join("asl-codegen-example.rs"))?;
    /// assert!(code.contains("struct Checkout;"));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    ///
    /// # Errors
    /// The output or `cargo` cannot be written. What is wrong with the machines is told to cargo.
    pub fn run_in(
        &self,
        manifest_dir: impl AsRef<Path>,
        out_dir: impl AsRef<Path>,
        cargo: &mut dyn Write,
    ) -> io::Result<()> {
        let Generated { code, directives } = generate::generate(self, manifest_dir.as_ref());
        let file = out_dir.as_ref().join(&self.output);
        write(&file, &code).map_err(|error| {
            let message = format!("cannot write `{}`: {error}", file.display());
            io::Error::new(error.kind(), message)
        })?;
        directives.iter().try_for_each(|directive| writeln!(cargo, "{directive}"))
    }
}

/// Writes a file, unless that is what it has in it.
fn write(file: &Path, text: &str) -> io::Result<()> {
    if std::fs::read(file).is_ok_and(|bytes| bytes == text.as_bytes()) {
        return Ok(());
    }
    std::fs::write(file, text)
}
