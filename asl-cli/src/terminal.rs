//! What people see: colours, the standard output, messages.

use std::env;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use clap::ValueEnum;

/// When there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Colour {
    /// On terminals, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl Colour {
    fn is_on(self, stream: &impl IsTerminal) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let is_dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
                stream.is_terminal() && !no_color && !is_dumb
            }
        }
    }
}

/// Where results go. A reader who goes away early, as `head` does, is no failure: the rest is
/// dropped.
pub(crate) struct Output {
    stdout: BufWriter<Stdout>,
    is_open: bool,
    colour: Colour,
}

impl Output {
    pub(crate) fn new(colour: Colour) -> Self {
        Self { stdout: BufWriter::new(io::stdout()), is_open: true, colour }
    }

    /// Whether results are coloured.
    pub(crate) fn is_coloured(&self) -> bool {
        self.colour.is_on(&io::stdout())
    }

    /// Where messages go.
    pub(crate) fn messages(&self) -> Messages {
        Messages::new(self.colour)
    }

    fn forgive<T>(&mut self, done: io::Result<T>, instead: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_open = false;
                Ok(instead)
            }
            done => done,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.is_open {
            return Ok(bytes.len());
        }
        let written = self.stdout.write(bytes);
        self.forgive(written, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if !self.is_open {
            return Ok(());
        }
        let flushed = self.stdout.flush();
        self.forgive(flushed, ())
    }
}

/// The standard error. What cannot be written there is dropped: there is nowhere to say so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Messages {
    is_coloured: bool,
}

impl Messages {
    pub(crate) fn new(colour: Colour) -> Self {
        Self { is_coloured: colour.is_on(&io::stderr()) }
    }

    /// Whether messages are coloured.
    pub(crate) fn is_coloured(self) -> bool {
        self.is_coloured
    }

    pub(crate) fn error(self, message: impl Display) {
        self.labelled("error", 31, message);
    }

    pub(crate) fn warning(self, message: impl Display) {
        self.labelled("warning", 33, message);
    }

    pub(crate) fn note(self, message: impl Display) {
        self.labelled("note", 36, message);
    }

    /// A line without a label.
    pub(crate) fn line(self, line: impl Display) {
        let _ = writeln!(io::stderr(), "{line}");
    }

    fn labelled(self, label: &str, colour: u8, message: impl Display) {
        if self.is_coloured {
            self.line(format_args!("\x1b[1;{colour}m{label}\x1b[0m: {message}"));
        } else {
            self.line(format_args!("{label}: {message}"));
        }
    }
}

/// A path or another text of somebody else's, without what would command the terminal.
pub(crate) fn harmless(text: &str) -> String {
    let escape = |c: char| if c.is_control() { c.escape_debug().to_string() } else { c.into() };
    text.chars().map(escape).collect()
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
