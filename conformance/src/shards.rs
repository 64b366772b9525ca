//! The compiled engine: what jobs are about becomes crates that are built and run.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow, bail};
use quote::{format_ident, quote};
use sfn_conformance::{Job, MachineType, ShardJob, Subject};

use crate::workspace::{Workspace, root};

/// A crate with some of the subjects.
struct Shard<J> {
    subjects: Vec<Subject>,
    jobs: Vec<ShardJob<J>>,
    /// The places of the jobs among those of all shards.
    places: Vec<usize>,
}

/// Does the jobs on what is compiled for them. Gives their answers in the order of the jobs.
pub(crate) fn run<J: Job>(jobs: Vec<J>) -> Result<Vec<J::Answer>> {
    let shards = distribute(jobs);
    let workspace = Workspace::new(J::KIND, shards.len())?;
    for (number, shard) in shards.iter().enumerate() {
        shard.write(&workspace.shard(number), &workspace.package(number))?;
    }
    build(&workspace)?;
    let mut answers = BTreeMap::new();
    for (number, shard) in shards.iter().enumerate() {
        answers.extend(shard.places.iter().copied().zip(answer::<J>(&workspace, number)?));
    }
    Ok(answers.into_values().collect())
}

fn build(workspace: &Workspace) -> Result<()> {
    eprintln!("building what is compiled …");
    if !workspace.cargo("build").arg("--quiet").status()?.success() {
        bail!("the programs in {} do not build", workspace.folder.display());
    }
    Ok(())
}

/// The answers of a shard's program.
fn answer<J: Job>(workspace: &Workspace, shard: usize) -> Result<Vec<J::Answer>> {
    let program = workspace.target.join("debug").join(workspace.package(shard));
    let jobs = workspace.shard(shard).join("jobs.json");
    let output = Command::new(&program).arg(&jobs).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot run {}", program.display()))?;
    if !output.status.success() {
        bail!("{} failed: {}", program.display(), output.status);
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn distribute<J: Job>(jobs: Vec<J>) -> Vec<Shard<J>> {
    let mut shards: Vec<Shard<J>> = Vec::new();
    let mut places: HashMap<Subject, (usize, usize)> = HashMap::new();
    for (place, job) in jobs.into_iter().enumerate() {
        let (shard, subject) = *places.entry(job.subject()).or_insert_with_key(|subject| {
            if shards.last().is_none_or(|shard| shard.subjects.len() == J::PER_SHARD) {
                shards.push(Shard { subjects: Vec::new(), jobs: Vec::new(), places: Vec::new() });
            }
            let last = shards.len() - 1;
            let subjects = shards.last_mut().map(|shard| &mut shard.subjects);
            let index = subjects.map_or(0, |subjects| {
                subjects.push(subject.clone());
                subjects.len() - 1
            });
            (last, index)
        });
        if let Some(shard) = shards.get_mut(shard) {
            shard.jobs.push(ShardJob { subject, job });
            shard.places.push(place);
        }
    }
    shards
}

impl<J: Job> Shard<J> {
    fn write(&self, folder: &Path, package: &str) -> Result<()> {
        let path = root().to_str().context("the workspace's path is not UTF-8")?;
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            r#"[package]
name = "{package}"
edition = "2024"

[dependencies]
sfn = {{ path = '{path}' }}
sfn-conformance = {{ path = '{path}/conformance' }}
"#
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        let mut modules = String::new();
        let mut runners = String::new();
        for (index, subject) in self.subjects.iter().enumerate() {
            write_subject(folder, index, subject)?;
            writeln!(modules, "mod m{index};")?;
            let given = match subject {
                Subject::Machine { .. } => format!("m{index}::Machine, m{index}::MachineHandlers"),
                Subject::Expression { .. } => format!("m{index}::expression"),
            };
            writeln!(runners, "        |job| {}(job, {given}),", J::RUN)?;
        }
        let program = format!(
            "//! What one kind of jobs needs.\n\n#![allow(unused)]\n\nuse sfn_conformance::{{{run}, run_shard}};\n\n\
             {modules}\nfn main() -> std::process::ExitCode {{\n    run_shard(&[\n{runners}    ])\n}}\n",
            run = J::RUN,
        );
        fs::write(folder.join("src/main.rs"), program)?;
        fs::write(folder.join("jobs.json"), serde_json::to_vec(&self.jobs)?)?;
        Ok(())
    }
}

/// Writes the module with one subject.
fn write_subject(folder: &Path, index: usize, subject: &Subject) -> Result<()> {
    let text = match subject {
        Subject::Machine { definition, machine_type } => {
            fs::write(folder.join(format!("m{index}.asl.json")), definition)?;
            let attribute = match machine_type {
                MachineType::Standard => "",
                MachineType::Express => "#[express] ",
            };
            format!("sfn::sfn! {{ {attribute}pub machine Machine from \"m{index}.asl.json\"; }}\n")
        }
        Subject::Expression { text, bindings } => {
            let bindings: Vec<&str> = bindings.iter().map(String::as_str).collect();
            let query = asl_lang::compile_expression(text, &bindings);
            let query = query.map_err(|error| anyhow!("{text}: {}", error.message))?;
            let name = format_ident!("expression");
            asl_codegen::jsonata::function(&name, &query, &quote!(::sfn)).to_string()
        }
    };
    Ok(fs::write(folder.join(format!("src/m{index}.rs")), text)?)
}
