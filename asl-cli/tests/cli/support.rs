//! A folder to run the command in.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A definition without errors.
pub(crate) const ORDER: &str = r#"{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:charge",
      "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 60 }],
      "Next": "Rest"
    },
    "Rest": { "Type": "Wait", "Seconds": 3600, "Next": "Done" },
    "Done": { "Type": "Succeed" }
  }
}
"#;

/// A definition with an error.
pub(crate) const DANGLING: &str = r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "Bee" },
    "Be": { "Type": "Succeed" }
  }
}
"#;

/// Mocks for [`ORDER`].
pub(crate) const MOCKS: &str = r#"{
  "Charge": [
    { "Throw": { "Error": "Busy", "Cause": "try again" } },
    { "Return": { "paid": true } }
  ]
}
"#;

/// A folder with files, gone when it is dropped.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (name, text) in files {
            folder.write(name, text);
        }
        folder
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the command in the folder.
    pub(crate) fn asl(&self, arguments: &[&str]) -> Done {
        self.asl_on("", arguments)
    }

    /// Runs the command in the folder, with a standard input.
    pub(crate) fn asl_on(&self, input: &str, arguments: &[&str]) -> Done {
        let mut command = command(self.0.path());
        run(command.args(arguments), input)
    }

    /// Runs a line of shell in the folder, in which `asl` is the command.
    pub(crate) fn shell(&self, line: &str) -> Done {
        let binary = Path::new(env!("CARGO_BIN_EXE_asl")).parent().unwrap();
        let path = std::env::join_paths(
            std::iter::once(binary.to_owned())
                .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
        );
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(self.0.path()).env("PATH", path.unwrap());
        run(&mut command, "")
    }
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_asl"));
    command.current_dir(folder).env_remove("NO_COLOR");
    command
}

fn run(command: &mut Command, input: &str) -> Done {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A command that does not read its input closes it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Done {
    #[track_caller]
    pub(crate) fn status(self, expected: i32) -> Self {
        assert_eq!(self.status, Some(expected), "{self}");
        self
    }

    /// The standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self}"))
    }
}

/// All of it, but for how long it took.
impl fmt::Display for Done {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "exit status {}", self.status.unwrap_or(-1))?;
        for (head, text) in [("standard output", &self.out), ("standard error", &self.err)] {
            if !text.is_empty() {
                writeln!(f, "── {head} ──")?;
            }
            for line in text.lines() {
                match line.rsplit_once(", in ") {
                    Some((before, time)) if time.ends_with(" s") => {
                        writeln!(f, "{before}, in … s")?;
                    }
                    _ => writeln!(f, "{line}")?,
                }
            }
        }
        Ok(())
    }
}
