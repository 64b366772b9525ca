//! The compiled engine: the definitions of the cases become crates that are built and run.
//!
//! The crates stand under the target directory, in a workspace of their own with this workspace's
//! lock file, and are built offline.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use sfn_conformance::{Case, Compared, MachineType, ShardCase, Verdict, compile, refusal};

/// Definitions in one crate: few enough to compile on two cores side by side.
const MACHINES_PER_SHARD: usize = 40;

/// A crate with some of the machines.
#[derive(Debug, Default)]
struct Shard {
    machines: Vec<(String, MachineType)>,
    cases: Vec<ShardCase>,
}

/// Runs the cases on compiled machines.
pub(crate) fn run(cases: &[Case], compared: Compared) -> Result<BTreeMap<String, Verdict>> {
    let mut verdicts = BTreeMap::new();
    let mut shards: Vec<Shard> = Vec::new();
    let mut places: BTreeMap<(String, bool), (usize, usize)> = BTreeMap::new();
    for case in cases {
        if let Some(refused) = &case.expect_create_error {
            verdicts.insert(case.id.clone(), refusal(case, refused));
            continue;
        }
        if let Err(errors) = compile(case) {
            let text = format!("the definition is refused, which AWS took\n{errors}");
            verdicts.insert(case.id.clone(), Verdict::Failed(text));
            continue;
        }
        let key = (case.definition(), case.machine_type == MachineType::Express);
        let (shard, machine) = *places.entry(key).or_insert_with_key(|(definition, _)| {
            if shards.last().is_none_or(|shard| shard.machines.len() == MACHINES_PER_SHARD) {
                shards.push(Shard::default());
            }
            let last = shards.len() - 1;
            let machines = shards.last_mut().map(|shard| &mut shard.machines);
            let machine = machines.map_or(0, |machines| {
                machines.push((definition.clone(), case.machine_type));
                machines.len() - 1
            });
            (last, machine)
        });
        if let Some(shard) = shards.get_mut(shard) {
            shard.cases.push(ShardCase { machine, case: case.clone() });
        }
    }
    let workspace = Workspace::write(&shards, compared)?;
    workspace.build()?;
    for shard in 0..shards.len() {
        verdicts.extend(workspace.run(shard)?);
    }
    Ok(verdicts)
}

/// The workspace of the shards.
struct Workspace {
    folder: PathBuf,
    target: PathBuf,
}

impl Workspace {
    fn write(shards: &[Shard], compared: Compared) -> Result<Self> {
        let root = root();
        let target = target_directory()?;
        let folder = target.join("conformance");
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
            shard.write(&folder.join(format!("shard-{number}")), number, root, compared)?;
        }
        Ok(Self { folder, target })
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

    fn run(&self, shard: usize) -> Result<BTreeMap<String, Verdict>> {
        let program = self.target.join("debug").join(format!("conformance-shard-{shard}"));
        let cases = self.folder.join(format!("shard-{shard}/cases.json"));
        let output = Command::new(&program).arg(&cases).stderr(Stdio::inherit()).output();
        let output = output.with_context(|| format!("cannot run {}", program.display()))?;
        if !output.status.success() {
            bail!("{} failed: {}", program.display(), output.status);
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    }
}

impl Shard {
    fn write(&self, folder: &Path, number: usize, root: &Path, compared: Compared) -> Result<()> {
        let path = root.to_str().context("the workspace's path is not UTF-8")?;
        fs::create_dir_all(folder.join("src"))?;
        let manifest = format!(
            r#"[package]
name = "conformance-shard-{number}"
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
                "        |case, compared| run(case, compared, m{index}::Machine, m{index}::MachineHandlers),"
            )?;
        }
        let program = format!(
            "//! Machines of recorded cases.\n\nuse sfn_conformance::{{run, run_shard}};\n\n\
             {modules}fn main() -> std::process::ExitCode {{\n    run_shard(&[\n{runners}    ])\n}}\n"
        );
        fs::write(folder.join("src/main.rs"), program)?;
        fs::write(folder.join("cases.json"), serde_json::to_vec(&(compared, &self.cases))?)?;
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
