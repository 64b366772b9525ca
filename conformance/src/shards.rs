//! The compiled engine: the definitions of jobs become crates that are built and run.
//!
//! The crates stand under the target directory, in a workspace of their own with this workspace's
//! lock file, and are built offline.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sfn_conformance::{Job, MachineType, ShardJob};

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
    let workspace = Workspace::write(&shards)?;
    workspace.build()?;
    let mut answers = BTreeMap::new();
    for (number, shard) in shards.iter().enumerate() {
        answers.extend(shard.places.iter().copied().zip(workspace.run::<J>(number)?));
    }
    Ok(answers.into_values().collect())
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

/// The workspace of the shards.
struct Workspace {
    folder: PathBuf,
    target: PathBuf,
    /// What their names begin with.
    name: String,
}

impl Workspace {
    fn write<J: Job>(shards: &[Shard<J>]) -> Result<Self> {
        let root = root();
        let target = target_directory()?;
        let name = format!("conformance-{}", J::KIND);
        let folder = target.join("conformance").join(J::KIND);
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let members: Vec<String> =
            (0..shards.len()).map(|shard| format!("\"shard-{shard}\"")).collect();
        fs::create_dir_all(&folder)?;
        let manifest =
            format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", "));
        fs::write(folder.join("Cargo.toml"), manifest)?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        for (number, shard) in shards.iter().enumerate() {
            let package = format!("{name}-{number}");
            shard.write(&folder.join(format!("shard-{number}")), &package, root)?;
        }
        Ok(Self { folder, target, name })
    }

    fn build(&self) -> Result<()> {
        eprintln!("building the machines …");
        let status = cargo()
            .args(["build", "--quiet", "--offline", "--target-dir"])
            .arg(&self.target)
            .current_dir(&self.folder)
            .status()?;
        if !status.success() {
            bail!("the machines in {} do not build", self.folder.display());
        }
        Ok(())
    }

    fn run<J: Job>(&self, shard: usize) -> Result<Vec<J::Answer>> {
        let program = self.target.join("debug").join(format!("{}-{shard}", self.name));
        let jobs = self.folder.join(format!("shard-{shard}/jobs.json"));
        let output = Command::new(&program).arg(&jobs).stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("cannot run {}", program.display()))?;
        if !output.status.success() {
            bail!("{} failed: {}", program.display(), output.status);
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

impl<J: Job> Shard<J> {
    fn write(&self, folder: &Path, package: &str, root: &Path) -> Result<()> {
        let path = root.to_str().context("the workspace's path is not UTF-8")?;
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

/// The root of this crate's workspace.
fn root() -> &'static Path {
    let this = Path::new(env!("CARGO_MANIFEST_DIR"));
    this.parent().unwrap_or(this)
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Cargo's folder for what it builds.
fn target_directory() -> Result<PathBuf> {
    let mut command = cargo();
    command.current_dir(root()).args(["metadata", "--no-deps", "--format-version", "1"]);
    let metadata: serde_json::Value = serde_json::from_slice(&command.output()?.stdout)?;
    let directory = metadata.get("target_directory").and_then(serde_json::Value::as_str);
    Ok(directory.context("`cargo metadata` names no target directory")?.into())
}
