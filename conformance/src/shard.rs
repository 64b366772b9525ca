//! A program with some compiled machines and what they are put through.

use std::process::ExitCode;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::MachineType;

/// Something that a machine is put through: it travels to a program with the compiled machine, and
/// the answer back.
pub trait Job: Serialize + DeserializeOwned {
    /// What comes of it.
    type Answer: Serialize + DeserializeOwned;

    /// What such jobs are called, in the names of folders and programs.
    const KIND: &'static str;

    /// The function of this crate that takes a job, a machine and what makes its handlers.
    const RUN: &'static str;

    /// Definitions in one program, so few that cores have as much to do as others.
    const PER_SHARD: usize;

    /// The definition of the machine.
    fn definition(&self) -> String;

    /// The type of the machine.
    fn machine_type(&self) -> MachineType;
}

/// A job with the place of its machine in the shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShardJob<J> {
    /// Index of the machine.
    pub machine: usize,
    /// The job.
    pub job: J,
}

/// Does the jobs in the file that the program was called with, each on its machine, and prints the
/// answers as JSON, in the order of the jobs.
pub fn run_shard<J: Job>(machines: &[fn(&J) -> J::Answer]) -> ExitCode {
    match answers(machines) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn answers<J: Job>(machines: &[fn(&J) -> J::Answer]) -> anyhow::Result<String> {
    let Some(file) = std::env::args_os().nth(1) else {
        anyhow::bail!("call it with a file of jobs");
    };
    let jobs: Vec<ShardJob<J>> = serde_json::from_slice(&std::fs::read(&file)?)?;
    let answer = |shard: &ShardJob<J>| match machines.get(shard.machine) {
        Some(run) => Ok(run(&shard.job)),
        None => Err(anyhow::anyhow!("there is no machine {}", shard.machine)),
    };
    let answers: anyhow::Result<Vec<J::Answer>> = jobs.iter().map(answer).collect();
    Ok(serde_json::to_string(&answers?)?)
}
