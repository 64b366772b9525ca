//! What the command can be told.

use std::path::PathBuf;

use asl_lang::json::Substitutions;
use asl_lang::{MachineType, Options};
use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;

use crate::examples;
use crate::terminal::Colour;

/// Checks, runs, formats and shows state machines of the Amazon States Language
///
/// Exit status: 0 if all is well, 1 if something was found or an execution failed, 2 if a file
/// cannot be read or the arguments make no sense.
#[derive(Debug, Parser)]
#[command(name = "asl", version, after_help = examples::ASL)]
pub(crate) struct Cli {
    /// When to use colours
    #[arg(long = "color", global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) colour: Colour,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Expand(Expand),
    Run(Run),
    Eval(Eval),
    TestState(TestState),
    Graph(Graph),
    Fmt(Fmt),
    Explain(Explain),
    Completions(Completions),
}

/// Look for errors in definitions
///
/// In folders, files named `*.asl.json`, `*.asl.yaml`, `*.asl.yml` and `*.asl` are definitions;
/// other `.json`, `.yaml` and `.yml` files are if they have `StartAt` and `States`, and so is the
/// object that is the member `definition` of a `.json` file. Hidden folders, `target` and
/// `node_modules` are left out, and links to folders are not followed.
#[derive(Debug, Args)]
#[command(after_help = examples::CHECK)]
pub(crate) struct Check {
    /// Files and folders; `-` is the standard input
    #[arg(required = true, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// How to report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Findings that are to count as errors
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) deny: Option<Deny>,
    #[command(flatten)]
    pub(crate) definition: DefinitionArgs,
    /// Accept `${Placeholder}`s without a value where a JSON value belongs
    #[arg(long)]
    pub(crate) allow_placeholders: bool,
}

/// How to report findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0, as code scanning takes it
    Sarif,
}

/// What can be denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Deny {
    /// Warnings
    Warnings,
}

/// Print the Rust that a definition becomes
#[derive(Debug, Args)]
#[command(after_help = examples::EXPAND)]
pub(crate) struct Expand {
    /// The definition; `-` is the standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The machine's name, instead of the file's
    #[arg(long)]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) definition: DefinitionArgs,
}

/// Run a definition
///
/// Tasks answer what the mocks say. Time passes at once where everybody waits, unless it is to be
/// real. The output is printed as JSON; if the execution fails, its error, cause and state are
/// printed to the standard error.
///
/// MOCKS.json is the `MockConfigFile.json` of Step Functions Local, or an object with a member for
/// each state, function or `Resource`: `{"Charge": {"paid": true}}` answers each call with a
/// value, `{"Charge": {"Throw": {"Error": "Declined", "Cause": "…"}}}` fails each call, and
/// `{"Charge": [{"Throw": …}, {"Return": …}]}` says what each call gives in turn.
#[derive(Debug, Args)]
#[command(after_help = examples::RUN)]
pub(crate) struct Run {
    /// The definition; `-` is the standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The input: JSON, `@FILE`, or `-` for the standard input
    #[arg(long, value_name = "JSON|@FILE|-", default_value = "{}", allow_hyphen_values = true)]
    pub(crate) input: String,
    /// What tasks answer
    #[arg(long, value_name = "MOCKS.json", value_hint = ValueHint::FilePath)]
    pub(crate) mock: Option<PathBuf>,
    /// Which of the test cases in a `MockConfigFile.json`
    #[arg(long, requires = "mock")]
    pub(crate) case: Option<String>,
    /// Print the history before the output, or as JSON instead of it
    #[arg(long, value_enum, num_args = 0..=1, require_equals = true, value_name = "AS")]
    #[arg(default_missing_value = "table")]
    pub(crate) history: Option<HistoryFormat>,
    /// Print what happens, as it happens, to the standard error
    #[arg(long, visible_alias = "watch")]
    pub(crate) trace: bool,
    /// The machine's name, instead of the file's
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// What random numbers are drawn from: the same run each time
    #[arg(long)]
    pub(crate) seed: Option<u64>,
    /// When the execution starts, as in 2025-01-01T00:00:00Z, instead of now
    #[arg(long, value_name = "TIMESTAMP", conflicts_with = "real_time")]
    pub(crate) clock: Option<jiff::Timestamp>,
    /// Wait as long as the definition says
    #[arg(long)]
    pub(crate) real_time: bool,
    #[command(flatten)]
    pub(crate) definition: DefinitionArgs,
}

/// Evaluate an expression
///
/// The value is printed as JSON; nothing is printed if there is none. `$states.input` is the input
/// too. Without `--language`, what begins with `$.`, `$[` or `$$.`, and `$` alone, is a path of
/// JSONPath, what begins with `States.` an intrinsic function, and all else JSONata.
#[derive(Debug, Args)]
#[command(after_help = examples::EVAL)]
pub(crate) struct Eval {
    /// The expression, without `{%` and `%}`
    #[arg(value_name = "EXPR", allow_hyphen_values = true)]
    pub(crate) expression: String,
    /// The input: JSON, `@FILE`, or `-` for the standard input
    #[arg(long, value_name = "JSON|@FILE|-", default_value = "{}", allow_hyphen_values = true)]
    pub(crate) input: String,
    /// The language of the expression
    #[arg(long, value_enum)]
    pub(crate) language: Option<Language>,
    /// The same as `--language jsonata`
    #[arg(long, conflicts_with = "language")]
    pub(crate) jsonata: bool,
    /// The value of a variable
    #[arg(long, value_name = "NAME=JSON")]
    pub(crate) bind: Vec<String>,
}

/// Test one state of a definition, as AWS's `TestState` does
///
/// The response is printed as JSON, its texts of JSON taken apart. A task, Map or Parallel needs a
/// mock: `{"result": …}` or `{"errorOutput": {"error": "Declined", "cause": "…"}}`. Waits take no
/// time.
#[derive(Debug, Args)]
#[command(after_help = examples::TEST_STATE)]
pub(crate) struct TestState {
    /// The definition, of a machine or of the state alone; `-` is the standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The state, also one in a branch or body
    #[arg(long, value_name = "NAME")]
    pub(crate) state: Option<String>,
    /// The input: JSON, `@FILE`, or `-` for the standard input
    #[arg(long, value_name = "JSON|@FILE|-", default_value = "{}", allow_hyphen_values = true)]
    pub(crate) input: String,
    /// What the state's work gives: JSON or `@FILE`
    #[arg(long, value_name = "JSON|@FILE")]
    pub(crate) mock: Option<String>,
    /// What has happened to the state before, such as `{"retrierRetryCount": 2}`: JSON or `@FILE`
    #[arg(long, value_name = "JSON|@FILE")]
    pub(crate) configuration: Option<String>,
    /// What is told of the state's data
    #[arg(long, value_enum, default_value_t, ignore_case = true, value_name = "LEVEL")]
    pub(crate) inspection_level: InspectionLevel,
    /// The context object, with a mock: JSON or `@FILE`
    #[arg(long, value_name = "JSON|@FILE")]
    pub(crate) context: Option<String>,
    /// The variables, an object: JSON or `@FILE`
    #[arg(long, value_name = "JSON|@FILE")]
    pub(crate) variables: Option<String>,
}

/// What is told of a state's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum InspectionLevel {
    /// Its output
    Info,
    /// Also what its fields make of its data
    #[default]
    Debug,
    /// The same: HTTP endpoints are mocked
    Trace,
}

/// The language of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    /// JSONata
    Jsonata,
    /// JSONPath, and intrinsic functions
    Jsonpath,
}

/// How to print a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HistoryFormat {
    /// For people
    Table,
    /// As AWS's `GetExecutionHistory` answers
    Json,
}

/// Draw a definition, or a machine in the typed DSL of `sfn!`
///
/// Mermaid and DOT are text for others to draw; SVG is the picture itself. The expressions of a
/// machine in Rust are shown as they are written there.
#[derive(Debug, Args)]
#[command(after_help = examples::GRAPH)]
pub(crate) struct Graph {
    /// The definition, or a file of Rust with `sfn!`; `-` is a definition on the standard input
    #[arg(value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// Which machine of a file of Rust, if there are several
    #[arg(long, value_name = "NAME")]
    pub(crate) machine: Option<String>,
    /// How to draw it
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: GraphFormat,
    /// The colours of an SVG
    #[arg(long, value_enum, default_value_t)]
    pub(crate) theme: Theme,
    /// Where to write it, instead of the standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) definition: DefinitionArgs,
}

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum GraphFormat {
    /// A picture
    #[default]
    Svg,
    /// Text for Mermaid, which Markdown may contain
    Mermaid,
    /// Text for Graphviz
    Dot,
}

/// The colours of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Theme {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
    /// As the reader prefers
    #[default]
    Auto,
}

impl From<Theme> for asl_graph::Theme {
    fn from(theme: Theme) -> Self {
        match theme {
            Theme::Light => Self::Light,
            Theme::Dark => Self::Dark,
            Theme::Auto => Self::Auto,
        }
    }
}

/// Format definitions
///
/// Members keep their order, numbers and strings the way they are written. Only JSON is formatted.
#[derive(Debug, Args)]
#[command(after_help = examples::FMT)]
pub(crate) struct Fmt {
    /// Files and folders; `-` formats the standard input to the standard output
    #[arg(required = true, value_name = "FILE|DIR", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing: list the files that are not formatted, with exit status 1 if there are any
    #[arg(long)]
    pub(crate) check: bool,
}

/// Explain a finding by its code, or list all codes
#[derive(Debug, Args)]
#[command(after_help = examples::EXPLAIN)]
pub(crate) struct Explain {
    /// `ASL0301`, or AWS's `MISSING_TRANSITION_TARGET`
    pub(crate) code: Option<String>,
}

/// Print the completions for a shell
#[derive(Debug, Args)]
#[command(after_help = examples::COMPLETIONS)]
pub(crate) struct Completions {
    /// Which shell
    pub(crate) shell: Shell,
}

/// What a definition does not say itself.
#[derive(Debug, Args)]
pub(crate) struct DefinitionArgs {
    /// The type of the machine: some states are for Standard machines only
    #[arg(long = "type", value_enum, default_value_t, value_name = "TYPE")]
    machine_type: Type,
    /// The same as `--type express`
    #[arg(long, conflicts_with = "machine_type")]
    express: bool,
    /// The value of a `${Placeholder}`
    #[arg(long = "set", value_name = "NAME=VALUE", value_parser = substitution)]
    pub(crate) substitutions: Vec<(String, String)>,
}

/// The type of a machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Type {
    /// At most a year, every state exactly once
    #[default]
    Standard,
    /// At most five minutes
    Express,
}

impl DefinitionArgs {
    pub(crate) fn is_express(&self) -> bool {
        self.express || self.machine_type == Type::Express
    }

    pub(crate) fn options(&self) -> Options {
        let substitutions: Substitutions = self.substitutions.iter().cloned().collect();
        let express = self.is_express();
        let machine_type = if express { MachineType::Express } else { MachineType::Standard };
        Options { substitutions, machine_type, ..Options::default() }
    }
}

/// Reads `NAME=VALUE`.
fn substitution(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write it as NAME=VALUE")?;
    let name = name.strip_prefix("${").and_then(|name| name.strip_suffix('}')).unwrap_or(name);
    if name.is_empty() || name.contains(['{', '}', '$']) {
        return Err("write the placeholder's name before the `=`, without `${` and `}`".to_owned());
    }
    Ok((name.to_owned(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn substitutions() {
        let pair = |name: &str, value: &str| Ok((name.to_owned(), value.to_owned()));
        assert_eq!(substitution("AWS::Region=eu=x"), pair("AWS::Region", "eu=x"));
        assert_eq!(substitution("${A}="), pair("A", ""));
        assert!(substitution("A").is_err());
        assert!(substitution("=b").is_err());
        assert!(substitution("a{b=c").is_err());
    }
}
