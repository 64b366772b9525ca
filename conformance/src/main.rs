//! The command behind `cargo xtask conformance`.

mod definitions;
mod differential;
mod golden;
mod jsonata;
mod known;
mod recorded;
mod shards;
mod teststate;
mod validate;
mod varrefs;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Puts the engines through what AWS did, and compares one with the other.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask conformance", bin_name = "cargo xtask conformance")]
#[command(arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  cargo xtask conformance definitions ../shared/definitions
  cargo xtask conformance definitions ../shared/definitions --no-check --json report.json
  cargo xtask conformance golden ../shared/golden/cases
  cargo xtask conformance golden ../shared/golden/cases --engine interpreted --filter choice
  cargo xtask conformance golden ../shared/golden/cases --json report.json
  cargo xtask conformance golden ../shared/golden/cases --compare history --checkpoints
  cargo xtask conformance jsonata ../shared/jsonata/suite.json
  cargo xtask conformance teststate ../shared/golden/teststate
  cargo xtask conformance validate ../shared/golden/validate
  cargo xtask conformance varrefs ../shared/golden/varrefs
  cargo xtask conformance differential --machines 500 --seed 3
  cargo xtask conformance differential --replay difference.json
  cargo xtask conformance jsonata-differential --oracle --expressions 300")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Definitions(definitions::Arguments),
    Differential(differential::Arguments),
    Golden(golden::Arguments),
    Jsonata(jsonata::Arguments),
    JsonataDifferential(jsonata::differential::Arguments),
    Teststate(recorded::Arguments),
    Validate(recorded::Arguments),
    Varrefs(recorded::Arguments),
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Definitions(arguments) => definitions::run(&arguments),
        Command::Differential(arguments) => differential::run(&arguments),
        Command::Golden(arguments) => golden::run(&arguments),
        Command::Jsonata(arguments) => jsonata::run(&arguments),
        Command::JsonataDifferential(arguments) => jsonata::differential::run(&arguments),
        Command::Teststate(arguments) => teststate::run(&arguments),
        Command::Validate(arguments) => validate::run(&arguments),
        Command::Varrefs(arguments) => varrefs::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
