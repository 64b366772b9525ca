//! `cargo xtask fuzz`: calls the program of the crate `fuzz`, built to be fast and to check itself.

use std::ffi::OsString;

use anyhow::{Result, bail};
use clap::Args;

use crate::cargo::cargo;

/// Give random input to everything that reads text.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What the command takes: see `cargo xtask fuzz --help`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--profile", "fuzz", "--package", "sfn-fuzz", "--"]);
    let status = command.args(&arguments.arguments).status()?;
    if !status.success() {
        bail!("fuzz failed: {status}");
    }
    Ok(())
}
