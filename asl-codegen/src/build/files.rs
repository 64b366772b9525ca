//! The definitions that patterns stand for.

use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern, glob_with};

/// Names of a folder's files that a message lists.
const LISTED: usize = 3;

/// `*` does not go into folders, and nothing but a dot stands for a name's first one.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: true,
};

/// The files that match, relative to the manifest's folder where they are in it, in the order of
/// their names.
///
/// # Errors
/// What to tell the user: the pattern is none, or no file matches.
pub(super) fn matching(pattern: &str, manifest_dir: &Path) -> Result<Vec<String>, String> {
    let whole = if Path::new(pattern).is_absolute() {
        pattern.to_owned()
    } else {
        format!("{}/{pattern}", Pattern::escape(&manifest_dir.to_string_lossy()))
    };
    let found = glob_with(&whole, OPTIONS).map_err(|error| {
        format!(
            "`{pattern}` is not a pattern: {}\nhelp: write `.glob(\"workflows/*.asl.json\")`",
            error.msg
        )
    })?;
    let files = found.filter_map(Result::ok).filter(|file| file.is_file());
    let mut files: Vec<String> = files.map(|file| relative(&file, manifest_dir)).collect();
    files.sort_unstable();
    if files.is_empty() { Err(no_match(pattern, manifest_dir)) } else { Ok(files) }
}

/// The folder in which a pattern looks.
///
/// # Errors
/// What to tell the user: it is the crate's own.
pub(super) fn folder(pattern: &str) -> Result<PathBuf, String> {
    let is_plain = |part: &std::path::Component<'_>| {
        !part.as_os_str().to_string_lossy().contains(['*', '?', '['])
    };
    let parent = Path::new(pattern).parent().unwrap_or(Path::new(""));
    let folder: PathBuf = parent.components().take_while(is_plain).collect();
    if folder.as_os_str().is_empty() || folder == Path::new(".") {
        return Err(format!(
            "`{pattern}` looks in the crate's own folder, where each build changes something\n\
             help: keep the definitions in a folder, as in `.glob(\"workflows/*.asl.json\")`"
        ));
    }
    Ok(folder)
}

/// Whether two paths as written name one file.
pub(super) fn is_same(one: &str, other: &str, manifest_dir: &Path) -> bool {
    let absolute = |path: &str| std::path::absolute(manifest_dir.join(path)).ok();
    absolute(one) == absolute(other)
}

fn relative(file: &Path, manifest_dir: &Path) -> String {
    let file = file.strip_prefix(manifest_dir).unwrap_or(file);
    file.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/")
}

fn no_match(pattern: &str, manifest_dir: &Path) -> String {
    let folder = folder(pattern).unwrap_or_default();
    let shown = folder.display();
    let Ok(entries) = std::fs::read_dir(manifest_dir.join(&folder)) else {
        return format!(
            "no file matches the glob `{pattern}`: there is no folder `{shown}`\n\
             help: the pattern is relative to the folder of `Cargo.toml`"
        );
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    names.sort_unstable();
    if names.is_empty() {
        return format!("no file matches the glob `{pattern}`: the folder `{shown}` is empty");
    }
    let more = if names.len() > LISTED { ", …" } else { "" };
    names.truncate(LISTED);
    format!(
        "no file matches the glob `{pattern}`\nhelp: in `{shown}` there is {}{more}",
        names.join(", ")
    )
}
