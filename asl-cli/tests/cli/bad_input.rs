//! Files that are no definitions: a message and an exit status.

use std::fs::File;

use crate::support::{DANGLING, Folder, ORDER};

#[test]
fn a_folder_without_definitions() {
    let folder = Folder::with(&[("package.json", "{}"), ("readme.md", "StartAt: States:")]);
    for subcommand in ["check", "fmt"] {
        let done = folder.asl(&[subcommand, "."]).status(2);
        assert!(done.err.starts_with("error: there is no definition: "), "{done}");
        assert_eq!(done.out, "");
    }
}

#[test]
fn files_that_are_too_large() {
    let folder = Folder::new();
    // It has a hole, and takes no room on the disk.
    let large = |name| File::create(folder.path(name)).unwrap().set_len(100 << 20).unwrap();
    large("large.asl.json");
    large("data.json");
    let expected =
        "error: `large.asl.json` has 100 MB: a definition has at most 1048576 characters\n";
    for arguments in [
        &["check", "large.asl.json"][..],
        &["fmt", "large.asl.json"],
        &["expand", "large.asl.json"],
        &["run", "large.asl.json"],
    ] {
        assert_eq!(folder.asl(arguments).status(2).err, expected);
    }
    let done = folder.asl_on(ORDER, &["run", "-", "--input", "@large.asl.json"]).status(2);
    assert_eq!(done.err, expected);
    // A file that nobody says is a definition may have any size.
    let done = folder.asl(&["check", "."]).status(2);
    assert!(done.err.contains("large.asl.json") && !done.err.contains("data.json"), "{done}");
}

#[test]
fn a_definition_longer_than_aws_takes_is_a_finding() {
    let text = ORDER.replace("3600", &format!("3600{}", " ".repeat(1 << 20)));
    let done = Folder::new().asl_on(&text, &["check", "-"]).status(1);
    assert!(done.out.contains("ASL0002"), "{done}");
}

#[cfg(unix)]
#[test]
fn an_endless_standard_input() {
    let done = Folder::new().shell("asl check - < /dev/zero").status(2);
    assert!(done.err.contains("`<stdin>` has more than 4 MB"), "{done}");
}

#[test]
fn binary_files() {
    let folder = Folder::new();
    folder.write("a.asl.json", b"{\n\"a\": \"\xff\"}");
    folder.write("b.asl", [0, 159, 146, 150]);
    for subcommand in ["check", "fmt"] {
        let done = folder.asl(&[subcommand, "."]).status(2);
        assert!(done.err.contains("`a.asl.json` is not text in UTF-8: see its line 2"), "{done}");
        assert!(done.err.contains("`b.asl` is not text in UTF-8: see its line 1"), "{done}");
    }
}

#[test]
fn empty_files_and_folders_as_files() {
    let folder = Folder::with(&[("empty.asl.json", ""), ("in/a.asl.json", ORDER)]);
    folder.asl(&["check", "empty.asl.json"]).status(1);
    folder.asl(&["fmt", "empty.asl.json"]).status(1);
    let done = folder.asl(&["expand", "in"]).status(2);
    assert_eq!(done.err, "error: `in` is a folder, not a file\n");
    folder.asl(&["run", "no\u{1b}[31m.json"]).status(2);
    let done = folder.asl(&["check", "no\u{1b}[31m.json"]).status(2);
    assert!(!done.err.contains('\u{1b}'), "{done}");
}

#[cfg(unix)]
#[test]
fn pipes_and_devices() {
    let folder = Folder::with(&[("in/a.asl.json", ORDER)]);
    folder.shell("mkfifo in/pipe.asl.json in/pipe.json").status(0);
    let done = folder.asl(&["check", "in"]).status(2);
    assert!(done.err.starts_with("error: `in/pipe.asl.json` is not a regular file"), "{done}");
    assert_eq!(done.err.lines().count(), 1, "{done}");
    let done = folder.asl(&["check", "/dev/zero"]).status(2);
    assert!(done.err.starts_with("error: `/dev/zero` is not a regular file"), "{done}");
}

#[test]
fn definitions_that_are_nested_deep() {
    let depth = 100_000;
    let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let text = ORDER.replace("3600", &deep);
    let folder = Folder::with(&[("a.asl.json", &text)]);
    for subcommand in ["check", "fmt", "expand", "run"] {
        folder.asl(&[subcommand, "a.asl.json"]).status(1);
    }
    // As deep as may be.
    let depth = 500;
    let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let text = ORDER.replace(
        "\"Type\": \"Succeed\"",
        &format!("\"Type\": \"Pass\", \"End\": true, \"Parameters\": {{ \"a\": {deep} }}"),
    );
    let folder = Folder::with(&[("a.asl.json", &text)]);
    for subcommand in ["check", "fmt", "expand"] {
        folder.asl(&[subcommand, "a.asl.json"]).status(0);
    }
}

#[cfg(unix)]
#[test]
fn a_reader_who_goes_away() {
    let folder = Folder::new();
    for number in 0..200 {
        folder.write(&format!("{number}.asl.json"), DANGLING);
    }
    for line in ["asl check .", "asl expand ../x.asl.json", "asl explain", "asl completions bash"] {
        let done = folder.shell(&format!("({line}; echo $? >&2) | true"));
        assert!(!done.err.contains("panicked"), "{line}: {done}");
    }
    let done = folder.shell("(asl check .; echo $? >&2) | head -1").status(0);
    assert_eq!(done.err, "1\n", "{done}");
    assert_eq!(done.out.lines().count(), 1);
    folder.shell("asl check . 2>&-").status(1);
    folder.shell("asl check . >&-").status(1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    let done = Folder::new().shell("asl explain > /dev/full").status(2);
    assert!(done.err.starts_with("error: cannot write to the standard output"), "{done}");
}
