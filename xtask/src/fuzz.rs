//! `cargo xtask fuzz`: calls the program of the crate `fuzz`, built to be fast and to check itself.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;

use crate::cargo::pass_on;

/// Give random input to everything that reads text.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What the command takes: see `cargo xtask fuzz --help`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    pass_on("fuzz", &["--profile", "fuzz", "--package", "sfn-fuzz"], &arguments.arguments)
}
