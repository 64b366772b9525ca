//! `cargo xtask conformance`: calls the program of the crate `conformance`, which is built only
//! when it is asked for.

use std::ffi::OsString;

use anyhow::Result;
use clap::Args;

use crate::cargo::pass_on;

/// Put the engines through executions that were recorded on AWS.
#[derive(Debug, Args)]
#[command(disable_help_flag = true)]
pub(crate) struct Arguments {
    /// What the command takes: see `cargo xtask conformance --help`.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<OsString>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let mut run = vec!["--package", "sfn-conformance", "--bin", "conformance"];
    // Not built in unless it is asked for: its dependencies change features of what we share.
    if arguments.arguments.iter().any(|argument| argument == "--oracle") {
        run.extend(["--features", "oracle"]);
    }
    pass_on("conformance", &run, &arguments.arguments)
}
