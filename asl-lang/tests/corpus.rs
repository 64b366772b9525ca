//! Real definitions from public repositories, in `definitions/` of the corpus.
//!
//! The corpus is found by `ASL_CORPUS`, by default `../shared` beside the workspace; the tests say
//! so and pass where it is absent. `known_failures.txt` lists the definitions that are not judged
//! as the corpus does, with the reason; a listed one that is judged rightly fails the test.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use asl_lang::diagnostic::{Code, Diagnostic, render};
use asl_lang::json::Substitutions;
use asl_lang::source::Source;
use asl_lang::{Options, check};

struct Definition {
    name: String,
    text: String,
}

fn corpus(folder: &str) -> Option<Vec<Definition>> {
    let root = std::env::var_os("ASL_CORPUS")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let folder = root.join("definitions").join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: no corpus at {} (set ASL_CORPUS)", folder.display());
        return None;
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    Some(paths.iter().map(|path| read(path)).collect())
}

fn read(path: &Path) -> Definition {
    let file: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let raw = file["raw"].as_str().filter(|_| file["format"] == "json");
    let text = match raw {
        Some(raw) => raw.to_owned(),
        None => serde_json::to_string_pretty(&file["definition"]).unwrap(),
    };
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    Definition { name, text }
}

fn errors(definition: &Definition) -> (Source, Vec<Diagnostic>) {
    let source = Source::new(definition.name.as_str(), definition.text.as_str());
    let options = Options { substitutions: Substitutions::new(), open_placeholders: true };
    let mut found = check(&source, &options).1;
    found.retain(|finding| finding.is_error() && finding.code != Code::Unsupported);
    (source, found)
}

#[test]
fn scratch() {
    for folder in ["valid", "engine", "invalid", "suspect"] {
        let Some(definitions) = corpus(folder) else { return };
        let mut refused = 0;
        for definition in &definitions {
            let (source, found) = errors(definition);
            refused += usize::from(!found.is_empty());
            let wrong = match folder {
                "valid" | "engine" => !found.is_empty(),
                _ => found.is_empty(),
            };
            if wrong {
                println!("#### {folder} {}", definition.name);
                for f in found.iter().take(3) {
                    println!("{} at {:?}", render(f, &source, false), f.location);
                }
            }
        }
        println!("==== {folder}: {refused} of {} refused", definitions.len());
    }
}
