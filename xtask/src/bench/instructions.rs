//! Counts instructions with valgrind: unlike time, they are the same in each run.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::progress;

/// Executions of the two runs whose difference counts, so that what only the first one does cancels
/// out.
const EXECUTIONS: [u32; 2] = [50, 250];

/// What is counted: the start of the program hashes with random keys, which would show in what takes
/// as little as an expression.
const COUNTED: &str = "--toggle-collect=*Runner::run*";

/// Instructions of one execution of each of these runners; none without valgrind.
pub(super) fn count(time: &Path, runners: BTreeSet<&str>) -> Result<Option<BTreeMap<String, f64>>> {
    if !installed() {
        eprintln!("valgrind is not installed: instructions are not counted");
        return Ok(None);
    }
    let bar = progress::bar(runners.len());
    let mut counted = BTreeMap::new();
    for runner in runners {
        bar.set_message(format!("counting instructions of {runner}"));
        let [few, many] = EXECUTIONS;
        let instructions = total(time, runner, many)? - total(time, runner, few)?;
        counted.insert(runner.to_owned(), instructions / f64::from(many - few));
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(Some(counted))
}

fn installed() -> bool {
    let status = Command::new("valgrind").arg("--version").stdout(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

/// Instructions of the whole program, running this many executions.
fn total(time: &Path, runner: &str, executions: u32) -> Result<f64> {
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--callgrind-out-file=/dev/null", COUNTED]);
    command.arg(time).args(["run", runner, &executions.to_string()]);
    let output = command.output().context("cannot run valgrind")?;
    let messages = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("{command:?} failed:\n{messages}");
    }
    collected(&messages).with_context(|| format!("valgrind counted nothing:\n{messages}"))
}

/// The count in a line such as `==1== Collected : 123456`.
fn collected(messages: &str) -> Option<f64> {
    messages.lines().find_map(|line| line.split_once("Collected :")?.1.trim().parse().ok())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_count_is_found() {
        let messages = "==7== Events    : Ir\n==7== Collected : 2147483650\n==7==\n";
        assert_eq!(super::collected(messages), Some(2_147_483_650.0));
    }
}
