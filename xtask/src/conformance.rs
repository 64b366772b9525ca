//! `cargo xtask conformance`: calls the program of the crate `conformance`, which is built only
//! when it is asked for.

use std::ffi::OsString;

use anyhow::{Result, bail};
use clap::Args;

use crate::cargo::cargo;

/// Put the engines through executions that were recorded on AWS.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What the command takes: see `cargo xtask conformance --help`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "--package", "sfn-conformance", "--bin", "conformance", "--"]);
    let status = command.args(&arguments.arguments).status()?;
    if !status.success() {
        bail!("conformance failed: {status}");
    }
    Ok(())
}
