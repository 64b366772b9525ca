//! Finds the file that `from "…"` names.
//!
//! A path is relative to the folder of the crate's `Cargo.toml`, else to the folder of the file
//! in which `sfn!` stands.

use std::fmt;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Entries of a folder that are looked at for a name that is nearly right.
const MAX_ENTRIES: usize = 10_000;

/// Longer names are no file's.
const MAX_NAME: usize = 255;

/// Finds a definition and returns its absolute path. The file is there and can be opened.
///
/// `manifest_dir` is the crate's `CARGO_MANIFEST_DIR`, `caller_file` the file in which `sfn!`
/// stands, where that is known.
///
/// # Errors
///
/// Where there is no such file, or it cannot be opened. The error's text names each place that
/// was looked at, and a file with nearly that name.
pub fn locate(
    path: &str,
    manifest_dir: &Path,
    caller_file: Option<&Path>,
) -> Result<PathBuf, LocateError> {
    let mut folders = vec![manifest_dir];
    folders.extend(caller_file.and_then(Path::parent));
    let mut places: Vec<Place> = Vec::new();
    for folder in &folders {
        let joined = folder.join(path);
        let file = std::path::absolute(&joined).unwrap_or(joined);
        if places.iter().any(|place| place.file == file) {
            continue;
        }
        match check(&file) {
            Ok(()) => return Ok(file),
            Err(problem) => places.push(Place { file, problem }),
        }
    }
    let suggestion = folders.iter().find_map(|folder| near_miss(folder, Path::new(path)));
    let beside_caller = caller_file.is_some();
    Err(LocateError { path: path.to_owned(), places, beside_caller, suggestion })
}

/// A definition that was not found, or cannot be opened.
#[derive(Debug)]
pub struct LocateError {
    path: String,
    places: Vec<Place>,
    /// The caller's file is known, and its folder counts too.
    beside_caller: bool,
    suggestion: Option<String>,
}

#[derive(Debug)]
struct Place {
    file: PathBuf,
    problem: Problem,
}

#[derive(Debug)]
enum Problem {
    Missing,
    Folder,
    NoFile,
    Unreadable(std::io::Error),
}

impl fmt::Display for LocateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot find the definition `{}`", self.path)?;
        for Place { file, problem } in &self.places {
            write!(f, "\n  `{}`: {problem}", file.display())?;
        }
        let or_caller = if self.beside_caller { ", or of this file" } else { "" };
        match &self.suggestion {
            Some(path) => write!(f, "\nhelp: did you mean `{path}`?"),
            None => {
                write!(f, "\nhelp: the path is relative to the folder of `Cargo.toml`{or_caller}")
            }
        }
    }
}

impl std::error::Error for LocateError {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("no such file"),
            Self::Folder => f.write_str("this is a folder"),
            Self::NoFile => f.write_str("this is not a regular file"),
            Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
        }
    }
}

fn check(file: &Path) -> Result<(), Problem> {
    let as_problem = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Problem::Missing,
        _ => Problem::Unreadable(error),
    };
    let metadata = fs::metadata(file).map_err(as_problem)?;
    if metadata.is_dir() {
        return Err(Problem::Folder);
    }
    // A pipe would keep the compiler waiting.
    if !metadata.is_file() {
        return Err(Problem::NoFile);
    }
    fs::File::open(file).map(drop).map_err(as_problem)
}

/// A file that exists and may be meant, as it would be written.
fn near_miss(folder: &Path, path: &Path) -> Option<String> {
    let found = in_subfolder(folder, path).or_else(|| corrected(folder, path))?;
    Some(found.display().to_string())
}

/// The same path, one folder down.
fn in_subfolder(folder: &Path, path: &Path) -> Option<PathBuf> {
    if path.is_absolute() {
        return None;
    }
    let below = entries(folder).into_iter().filter(|name| name != "target").map(|name| name + "/");
    below.map(|name| Path::new(&name).join(path)).find(|path| folder.join(path).is_file())
}

/// The path with each part that is not there replaced by the nearest that is.
fn corrected(folder: &Path, path: &Path) -> Option<PathBuf> {
    let mut corrected = PathBuf::new();
    let mut parts = path.components().peekable();
    while let Some(part) = parts.next() {
        let is_last = parts.peek().is_none();
        let fits = |path: &Path| {
            if is_last { path.is_file() } else { path.is_dir() }
        };
        let Component::Normal(name) = part else {
            corrected.push(part);
            continue;
        };
        let here = folder.join(&corrected);
        if fits(&here.join(name)) {
            corrected.push(name);
        } else {
            let mut known = entries(&here);
            known.retain(|name| fits(&here.join(name)));
            corrected.push(nearest(name.to_str()?, &known)?);
        }
    }
    (corrected != path).then_some(corrected)
}

/// The names in a folder in order, other than hidden ones.
fn entries(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(MAX_ENTRIES);
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_unstable();
    names
}

/// The name nearest to the written one: a third may differ, or all that follows the first dot.
fn nearest<'a>(written: &str, known: &'a [String]) -> Option<&'a str> {
    if written.len() > MAX_NAME {
        return None;
    }
    let stem = |name: &str| name.split('.').next().unwrap_or(name).to_lowercase();
    let distance = |name: &'a String| {
        let edits = strsim::osa_distance(&written.to_lowercase(), &name.to_lowercase());
        let allowed = written.chars().count().max(name.chars().count()) / 3;
        (edits <= allowed || stem(written) == stem(name)).then_some((edits, name.as_str()))
    };
    known.iter().filter_map(distance).min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests;
