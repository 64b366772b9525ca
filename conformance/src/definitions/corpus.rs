//! Published definitions, as they lie in a folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use asl_lang::source::{Format, Source};
use serde::Deserialize;

/// What a definition's folder says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Folder {
    /// It is taken.
    Valid,
    /// It is refused, for a reason that linters or AWS gave.
    Invalid,
    /// It is refused: published, but visibly broken.
    Suspect,
    /// Nobody knows: from the tests of other engines.
    Engine,
}

/// A published definition.
#[derive(Debug, Clone)]
pub(super) struct Definition {
    pub(super) folder: Folder,
    /// Its folder and the name of its file.
    pub(super) id: String,
    file: File,
}

#[derive(Debug, Clone, Deserialize)]
struct File {
    /// The text as published.
    raw: Option<String>,
    #[serde(default)]
    format: String,
    /// What it says.
    definition: serde_json::Value,
    /// The names of its placeholders.
    #[serde(default)]
    substitutions: Vec<String>,
    /// Who refuses it, and why.
    #[serde(default)]
    expected: Vec<Refusal>,
    /// What is visibly broken.
    #[serde(default)]
    faults: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Refusal {
    reason: String,
    /// It is only supposed to be refused.
    #[serde(default)]
    unknown: bool,
    #[serde(default)]
    diagnostics: Vec<Stated>,
}

/// Something that somebody else says is wrong.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Stated {
    pub(super) message: String,
    /// Its line, as language servers count: the first is 0.
    pub(super) line: Option<u32>,
}

impl Folder {
    pub(super) const ALL: [Self; 4] = [Self::Valid, Self::Invalid, Self::Suspect, Self::Engine];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Suspect => "suspect",
            Self::Engine => "engine",
        }
    }
}

impl Definition {
    /// All definitions of a folder whose ids contain a text.
    ///
    /// # Errors
    /// There are none, or one cannot be read.
    pub(super) fn read_all(directory: &Path, filter: &str) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for folder in Folder::ALL {
            for path in files(&directory.join(folder.name()))? {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                let id = format!("{}/{stem}", folder.name());
                if !id.contains(filter) {
                    continue;
                }
                let cannot = || format!("cannot read {}", path.display());
                let file = serde_json::from_slice(&fs::read(&path).with_context(cannot)?);
                all.push(Self { folder, id, file: file.with_context(cannot)? });
            }
        }
        if all.is_empty() {
            let folders = Folder::ALL.map(Folder::name).join(", ");
            bail!("{} has no such definition in {folders}", directory.display());
        }
        Ok(all)
    }

    /// The text as published, or as JSON where it was published as something else.
    pub(super) fn source(&self) -> Source {
        let raw = self.file.raw.as_ref().filter(|_| matches!(&*self.file.format, "json" | "yaml"));
        let extension = if raw.is_some() { &self.file.format } else { "json" };
        let name = format!("{}.asl.{extension}", self.id);
        let text = match raw {
            Some(raw) => raw.clone(),
            None => format!("{:#}", self.file.definition),
        };
        let format = Format::of_path(&name);
        Source::new(name, text).in_format(format)
    }

    /// The names of its placeholders.
    pub(super) fn placeholders(&self) -> &[String] {
        &self.file.substitutions
    }

    /// What others say is wrong with it.
    pub(super) fn stated(&self) -> Vec<Stated> {
        let whole = |message: &String| Stated { message: message.clone(), line: None };
        let refusals = self.file.expected.iter().filter(|refusal| !refusal.unknown);
        let stated = refusals.flat_map(|refusal| match refusal.diagnostics.as_slice() {
            [] => vec![whole(&refusal.reason)],
            diagnostics => diagnostics.to_vec(),
        });
        stated.chain(self.file.faults.iter().map(whole)).collect()
    }
}

/// The files of a folder in the order of their names; none if there is no such folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Ok(paths)
}
