//! A crate with what Rust is made of, such as a machine and its handlers.

use std::fmt::{self, Write};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::cargo::{cargo, output, root};
use crate::machine::{Machine, Mix, dsl};

/// How a crate is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Build {
    /// `cargo check`
    Check,
    /// `cargo build`, in the profile that cargo has by default.
    Debug,
    /// `cargo build --release`, likewise.
    Release,
}

impl fmt::Display for Build {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Check => "check",
            Self::Debug => "build",
            Self::Release => "build --release",
        })
    }
}

/// A crate on disk.
#[derive(Debug)]
pub(super) struct Project {
    folder: PathBuf,
    /// The file that Rust is made of.
    compiled: PathBuf,
    target: PathBuf,
    /// Distinct tasks of its machine.
    pub(super) tasks: u16,
}

impl Project {
    /// Writes the crate of a machine into a folder of its own under `target`.
    pub(super) fn write(target: &Path, states: u16, mix: Mix) -> Result<Self> {
        let Machine { definition, tasks } = Machine::new(states, mix);
        let name = format!("machine-{states}");
        let compiled = ("flow.asl.json", definition.as_str());
        Self::create(target, &name, &manifest(&name)?, compiled, &program(tasks), tasks)
    }

    /// The same with a machine in the typed DSL.
    pub(super) fn write_dsl(target: &Path, states: u16, mix: Mix) -> Result<Self> {
        let dsl::Machine { module, tasks } = dsl::Machine::new(states, mix);
        let name = format!("machine-{states}-dsl");
        let compiled = ("src/flow.rs", module.as_str());
        Self::create(target, &name, &manifest(&name)?, compiled, &dsl_program(tasks), tasks)
    }

    /// Writes a crate into a folder of its own under `target`, where cargo also puts what it
    /// builds. The crate is a workspace of its own with this workspace's versions. `compiled` is
    /// the file that Rust is made of, and its text.
    pub(super) fn create(
        target: &Path,
        name: &str,
        manifest: &str,
        compiled: (&str, &str),
        program: &str,
        tasks: u16,
    ) -> Result<Self> {
        let folder = target.join("crates").join(name);
        fs::create_dir_all(folder.join("src"))?;
        let compiled_file = folder.join(compiled.0);
        write(&folder.join("Cargo.toml"), manifest)?;
        write(&compiled_file, compiled.1)?;
        write(&folder.join("src/main.rs"), program)?;
        fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Self { folder, compiled: compiled_file, target: target.join("target"), tasks })
    }

    /// Where the crate is.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Says that what Rust is made of has changed.
    pub(super) fn touch(&self) -> Result<()> {
        let compiled = File::options().append(true).open(&self.compiled)?;
        Ok(compiled.set_modified(SystemTime::now())?)
    }

    /// Builds the crate.
    pub(super) fn build(&self, build: Build) -> Result<()> {
        let mut command = cargo();
        match build {
            Build::Check => command.arg("check"),
            Build::Debug => command.arg("build"),
            Build::Release => command.args(["build", "--release"]),
        };
        command.args(["--quiet", "--offline", "--target-dir"]).arg(&self.target);
        output(command.current_dir(&self.folder))?;
        Ok(())
    }
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

fn manifest(name: &str) -> Result<String> {
    let sfn = root().to_str().context("the workspace's path is not UTF-8")?;
    Ok(format!(
        r#"[package]
name = "{name}"
edition = "2024"

[dependencies]
serde = {{ version = "1", features = ["derive"] }}
sfn = {{ path = '{sfn}' }}
tokio = {{ version = "1", default-features = false, features = ["rt", "time"] }}

[workspace]
"#
    ))
}

/// A program that runs the machine once, with a handler for each task.
fn program(tasks: u16) -> String {
    let mut handlers = String::new();
    for number in 1..=tasks {
        let _ = write!(
            handlers,
            r#"
    async fn task_{number}(&self, cx: &TaskContext<'_>, input: &Value) -> Result<Value, TaskError> {{
        if cx.attempt() > 3 {{
            return Err(TaskError::new("Declined", "task_{number} has been tried enough"));
        }}
        Ok(json!({{"status": "OK", "ref": (input.get("id").cloned()), "by": "task_{number}"}}))
    }}
"#
        );
    }
    format!(
        r#"use sfn::{{Engine, TaskContext, TaskError, Value, json, sfn}};

sfn! {{
    pub machine Flow from "flow.asl.json";
}}

struct Handlers;

impl FlowTasks for Handlers {{{handlers}}}

fn main() {{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let flow = Engine::new().register(Flow, Handlers);
    let order = json!({{
        "id": "o-1", "amount": 5, "wait": false, "kind": "sale", "vip": true, "status": "NEW",
        "customer": {{"name": "Ann"}},
    }});
    match runtime.expect("a runtime").block_on(flow.run(order)) {{
        Ok(run) => println!("{{}}", run.output),
        Err(error) => println!("{{error}}"),
    }}
}}
"#
    )
}

/// The same for a machine in the typed DSL.
fn dsl_program(tasks: u16) -> String {
    let mut handlers = String::new();
    for number in 1..=tasks {
        let _ = write!(
            handlers,
            r#"
    async fn task_{number}(&self, cx: &TaskContext<'_>, order: &Order, _: &Answer) -> Result<Answer, TaskError> {{
        if cx.attempt() > 3 {{
            return Err(TaskError::new("Declined", "task_{number} has been tried enough"));
        }}
        Ok(Answer {{ status: "OK".to_owned(), reference: order.id.clone() }})
    }}
"#
        );
    }
    format!(
        r#"mod flow;

use flow::{{Answer, Flow, FlowTasks, Order}};
use sfn::{{Engine, TaskContext, TaskError}};

struct Handlers;

impl FlowTasks for Handlers {{{handlers}}}

fn main() {{
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let flow = Engine::new().register(Flow, Handlers);
    let order = Order {{ id: "o-1".to_owned(), amount: 5, ..Order::default() }};
    match runtime.expect("a runtime").block_on(flow.run(order)) {{
        Ok(run) => println!("{{:?}}", run.output),
        Err(error) => println!("{{error}}"),
    }}
}}
"#
    )
}
