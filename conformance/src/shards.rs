//! The compiled engine: the definitions of jobs become crates that are built and run.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sfn_conformance::{Job, MachineType, ShardJob};

use crate::workspace::{Workspace, root};

/// A crate with some of the machines.
struct Shard<J> {
    machines: Vec<(String, MachineType)>,
    jobs: Vec<ShardJob<J>>,
    /// The places of the jobs among those of all shards.
    places: Vec<usize>,
}

/// Does the jobs on compiled machines. Gives their answers in the order of the jobs.
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
    eprintln!("building the machines …");
    if !workspace.cargo("build").arg("--quiet").status()?.success() {
        bail!("the machines in {} do not build", workspace.folder.display());
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
    let mut machines: BTreeMap<(String, bool), (usize, usize)> = BTreeMap::new();
    for (place, job) in jobs.into_iter().enumerate() {
        let key = (job.definition(), job.machine_type() == MachineType::Express);
        let (shard, machine) = *machines.entry(key).or_insert_with_key(|(definition, _)| {
            if shards.last().is_none_or(|shard| shard.machines.len() == J::PER_SHARD) {
                shards.push(Shard { machines: Vec::new(), jobs: Vec::new(), places: Vec::new() });
            }
            let last = shards.len() - 1;
            let machines = shards.last_mut().map(|shard| &mut shard.machines);
            let machine = machines.map_or(0, |machines| {
                machines.push((definition.clone(), job.machine_type()));
                machines.len() - 1
            });
            (last, machine)
        });
        if let Some(shard) = shards.get_mut(shard) {
            shard.jobs.push(ShardJob { machine, job });
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
        for (index, (definition, machine_type)) in self.machines.iter().enumerate() {
            fs::write(folder.join(format!("m{index}.asl.json")), definition)?;
            let attribute = match machine_type {
                MachineType::Standard => "",
                MachineType::Express => "#[express] ",
            };
            write!(
                modules,
                "mod m{index} {{\n    sfn::sfn! {{ {attribute}pub machine Machine from \
                 \"m{index}.asl.json\"; }}\n}}\n\n"
            )?;
            writeln!(
                runners,
                "        |job| {}(job, m{index}::Machine, m{index}::MachineHandlers),",
                J::RUN
            )?;
        }
        let program = format!(
            "//! Machines of one kind of jobs.\n\nuse sfn_conformance::{{{run}, run_shard}};\n\n\
             {modules}fn main() -> std::process::ExitCode {{\n    run_shard(&[\n{runners}    ])\n}}\n",
            run = J::RUN,
        );
        fs::write(folder.join("src/main.rs"), program)?;
        fs::write(folder.join("jobs.json"), serde_json::to_vec(&self.jobs)?)?;
        Ok(())
    }
}
