//! The command `asl`: checks, runs, formats and shows definitions of the Amazon States Language.
//!
//! `cli` says what it can be told, `commands` has one file for each subcommand. Below them:
//! `files` finds and reads, `definition` knows what a file's name says of its text, `report` tells
//! what was found, `mock` stands in for the tasks of a run, `layout` is how definitions are
//! written.

mod cli;
mod commands;
mod definition;
mod examples;
mod files;
mod layout;
mod mock;
mod parallel;
mod problem;
mod report;
mod rust;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    commands::run(cli::Cli::parse()).into()
}
