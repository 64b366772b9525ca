//! A target that fails in each way there is: is it noticed, and kept?

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn fuzz(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fuzz"));
    command.args(["planted", "--folder"]).arg(folder).args(arguments).output().unwrap()
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What is said of an input that fails.
fn said_of(input: &str) -> String {
    let folder = folder(input);
    let file = folder.join("input");
    fs::write(&file, input).unwrap();
    let output = fuzz(&folder, &["--replay", file.to_str().unwrap()]);
    assert!(!output.status.success(), "{input}");
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn every_way_to_fail_is_noticed() {
    assert!(said_of("panic").contains("error: planted"));
    assert!(said_of("hang").contains("error: it takes longer than 10 s"));
    assert!(said_of("memory").contains("memory allocation of 1073741824 bytes failed"));
    assert!(said_of("stack").contains("overflowed its stack"));
}

#[test]
fn what_does_not_fail_passes() {
    let folder = folder("pass");
    fs::write(folder.join("input"), "good").unwrap();
    let file = folder.join("input");
    assert!(fuzz(&folder, &["--replay", file.to_str().unwrap()]).status.success());
}

#[test]
fn an_input_that_fails_is_found_and_kept() {
    let folder = folder("kept");
    let output = fuzz(&folder, &["--seconds", "60"]);
    assert!(!output.status.success());
    let kept = fs::read_dir(folder.join("planted")).unwrap();
    let kept: Vec<PathBuf> = kept.map(|entry| entry.unwrap().path()).collect();
    let [kept] = &kept[..] else { panic!("{kept:?}") };
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(&format!("--replay {}", kept.display())), "{said}");
    assert!(!fuzz(&folder, &["--replay", kept.to_str().unwrap()]).status.success());
}
