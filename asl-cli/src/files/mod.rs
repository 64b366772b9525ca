//! Reading files: only regular ones, only so much, and only text.

mod sniff;
mod walk;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use asl_lang::source::{Format, MAX_CHARACTERS, Source};

pub(crate) use walk::{Candidate, Found, find};

use crate::definition::Definition;
use crate::problem::Problem;
use crate::terminal::harmless;

/// The most bytes that a definition can have: its characters have four at the most, and a byte
/// order mark may stand before them.
const MAX_BYTES: u64 = 4 * MAX_CHARACTERS as u64 + 3;

/// What stands for the standard input among the files.
pub(crate) const STDIN: &str = "-";

/// What there is to say where nothing was found.
pub(crate) const NONE: &str = "there is no definition: in folders, files are definitions that are \
    named `*.asl.json`, `*.asl.yaml` or `*.asl`, or that have `StartAt` and `States`, themselves or in \
    a member `definition`";

/// A file as messages name it.
pub(crate) fn name(path: &Path) -> String {
    if is_stdin(path) {
        return "<stdin>".to_owned();
    }
    let short = path.strip_prefix(".").ok().filter(|short| !short.as_os_str().is_empty());
    harmless(&short.unwrap_or(path).to_string_lossy())
}

/// Whether the standard input is meant.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == STDIN
}

/// Reads the definition in a file that somebody named.
///
/// # Errors
/// It cannot be read, is too large, or is no text.
pub(crate) fn read(path: &Path) -> Result<Definition, Problem> {
    definition(path, bytes(path)?)
}

/// Reads what was found; nothing where it is no definition after all.
///
/// # Errors
/// As for [`read`].
pub(crate) fn read_candidate(candidate: &Candidate) -> Result<Option<Definition>, Problem> {
    let path = &candidate.path;
    if candidate.is_definition {
        return read(path).map(Some);
    }
    // Other files may be as large as they like.
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() > MAX_BYTES) {
        return Ok(None);
    }
    let bytes = bytes(path)?;
    let is_definition = sniff::is_definition(&bytes, Format::of_path(path))
        || sniff::definition_inside(&bytes).is_some();
    is_definition.then(|| definition(path, bytes)).transpose()
}

/// Reads the text of any file that somebody named.
///
/// # Errors
/// As for [`read`].
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Problem> {
    let name = name(path);
    let unreadable = |error: io::Error| Problem::new(format!("cannot read `{name}`: {error}"));
    let bytes = if is_stdin(path) {
        limited(io::stdin().lock(), 0)
    } else {
        let metadata = fs::metadata(path).map_err(unreadable)?;
        if metadata.is_dir() {
            return Err(Problem::new(format!("`{name}` is a folder, not a file")));
        }
        if !metadata.is_file() {
            let message =
                format!("`{name}` is not a regular file: use `-` to read from the standard input");
            return Err(Problem::new(message));
        }
        if metadata.len() > MAX_BYTES {
            return Err(too_large(&name, Some(metadata.len())));
        }
        File::open(path).and_then(|file| limited(file, metadata.len()))
    };
    bytes.map_err(unreadable)?.ok_or_else(|| too_large(&name, None))
}

/// All bytes; none if there are too many.
fn limited(reader: impl Read, expected: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected).unwrap_or_default());
    reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_BYTES).then_some(bytes))
}

fn too_large(name: &str, length: Option<u64>) -> Problem {
    let length = length.map_or_else(
        || format!("has more than {} MB", MAX_BYTES >> 20),
        |length| format!("has {} MB", length.div_ceil(1 << 20)),
    );
    Problem::new(format!("`{name}` {length}: a definition has at most {MAX_CHARACTERS} characters"))
}

fn definition(path: &Path, mut bytes: Vec<u8>) -> Result<Definition, Problem> {
    let name = name(path);
    let format = Format::of_path(path);
    let inside = match sniff::is_definition(&bytes, format) {
        true => None,
        false => sniff::definition_inside(&bytes),
    };
    // What is around it becomes blank, so that places stay what they are.
    if let Some(inside) = &inside {
        for (at, byte) in bytes.iter_mut().enumerate() {
            if !inside.contains(&at) && *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Problem::new(format!("`{name}` is not text in UTF-8: see its line {line}"))
    })?;
    let source = Source::new(name, text).in_format(format);
    Ok(Definition { source, is_inside: inside.is_some() })
}

/// The path of a file, up to the first dot of its name: what a machine in it is called.
pub(crate) fn stem(path: &Path) -> String {
    if is_stdin(path) {
        return "Machine".to_owned();
    }
    let file: PathBuf = path.file_name().map(PathBuf::from).unwrap_or_default();
    let file = file.to_string_lossy();
    file.split('.').find(|part| !part.is_empty()).unwrap_or("Machine").to_owned()
}
