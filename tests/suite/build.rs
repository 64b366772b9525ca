//! Writes the list of the machines that `tests/compiled.rs` compiles: a module for each, in one for
//! its topic.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let testdata = "../../testdata";
    println!("cargo::rerun-if-changed={testdata}");
    let mut list = String::new();
    for topic in names(testdata)? {
        let _ = writeln!(list, "mod {topic} {{");
        let attribute = if topic == "express" { "#[express] " } else { "" };
        for file in names(&format!("{testdata}/{topic}"))? {
            let Some(name) = file.strip_suffix(".asl.json") else { continue };
            let _ = writeln!(
                list,
                "    mod {name} {{ super::super::compiled! {{ {attribute}\"{topic}/{name}\", \
                 \"{testdata}/{topic}/{file}\" }} }}"
            );
        }
        list.push_str("}\n");
    }
    let folder = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&folder).join("machines.rs"), list)
}

/// What is in a folder, by name.
fn names(folder: &str) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder)?;
    let mut names: Vec<String> = entries
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<io::Result<_>>()?;
    names.sort_unstable();
    Ok(names)
}
