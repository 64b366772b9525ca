//! A program with some compiled machines or expressions and what they are put through.

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

    /// The function of this crate that takes a job with what was compiled for it: a machine and
    /// what makes its handlers, or an expression.
    const RUN: &'static str;

    /// Subjects in one program, so few that cores have as much to do as others.
    const PER_SHARD: usize;

    /// What is compiled for it.
    fn subject(&self) -> Subject;
}

/// What is compiled for a job, once for all that share it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A state machine.
    Machine {
        /// Its definition.
        definition: String,
        /// Its type.
        machine_type: MachineType,
    },
    /// An expression of JSONata.
    Expression {
        /// Its text.
        text: String,
        /// The names that it is read with.
        bindings: Vec<String>,
    },
}

/// A job with the place of its subject in the shard.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShardJob<J> {
    /// Index of the subject.
    pub subject: usize,
    /// The job.
    pub job: J,
}

/// Does the jobs in the file that the program was called with, each on its subject, and prints the
/// answers as JSON, in the order of the jobs.
pub fn run_shard<J: Job>(subjects: &[fn(&J) -> J::Answer]) -> ExitCode {
    match answers(subjects) {
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

fn answers<J: Job>(subjects: &[fn(&J) -> J::Answer]) -> anyhow::Result<String> {
    let Some(file) = std::env::args_os().nth(1) else {
        anyhow::bail!("call it with a file of jobs");
    };
    let jobs: Vec<ShardJob<J>> = serde_json::from_slice(&std::fs::read(&file)?)?;
    let answer = |shard: &ShardJob<J>| match subjects.get(shard.subject) {
        Some(run) => Ok(run(&shard.job)),
        None => Err(anyhow::anyhow!("there is no subject {}", shard.subject)),
    };
    let answers: anyhow::Result<Vec<J::Answer>> = jobs.iter().map(answer).collect();
    Ok(serde_json::to_string(&answers?)?)
}
