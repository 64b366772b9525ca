//! The project's own commands: `cargo xtask help`.
//!
//! A command a file or folder: [`mod@bench`] and [`compile_time`] measure, [`machine`] makes the
//! definitions they need, [`aws_shapes`] the data of `asl-aws`, [`conformance`] compares with AWS, [`mod@coverage`] counts cases, [`fuzz`]
//! tries bad input.

mod aws_shapes;
mod bench;
mod cargo;
mod compile_time;
mod conformance;
mod coverage;
mod fuzz;
mod machine;
mod progress;
mod table;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// The project's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
#[command(after_help = "\
Examples:
  cargo xtask aws-shapes botocore     what AWS's services answer, of botocore's models
  cargo xtask bench                   compiled machines beside flows written by hand
  cargo xtask bench --check           only what has an aim, and whether it is met
  cargo xtask bench --json now.json   keep the numbers
  cargo xtask compile-time            how long generated machines take to build
  cargo xtask conformance --help      executions and tests of states recorded on AWS, run again; published definitions
  cargo xtask coverage                what of the language the cases in testdata contain
  cargo xtask fuzz --help             random input for everything that reads text
  cargo xtask machine 25              print the definition of a machine with 25 states")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    AwsShapes(aws_shapes::Arguments),
    Bench(bench::Arguments),
    CompileTime(compile_time::Arguments),
    Conformance(conformance::Arguments),
    Coverage(coverage::Arguments),
    Fuzz(fuzz::Arguments),
    Machine(machine::Arguments),
}

fn main() -> Result<()> {
    match Cli::parse().command {
        Command::AwsShapes(arguments) => aws_shapes::run(&arguments),
        Command::Bench(arguments) => bench::run(&arguments),
        Command::CompileTime(arguments) => compile_time::run(&arguments),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::Coverage(arguments) => coverage::run(&arguments),
        Command::Fuzz(arguments) => fuzz::run(&arguments),
        Command::Machine(arguments) => machine::run(&arguments),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        super::Cli::command().debug_assert();
    }
}
