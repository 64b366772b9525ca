//! `asl fmt`.

use crate::support::{Folder, ORDER};

/// As somebody may have written it.
fn untidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn files_are_formatted_in_place() {
    let folder = Folder::with(&[("a.asl.json", &untidy(ORDER)), ("b.asl.json", ORDER)]);
    let done = folder.asl(&["fmt", "--check", "."]).status(1);
    assert_eq!((&*done.out, &*done.err), ("a.asl.json\n", "2 definitions, 1 not formatted\n"));
    assert_eq!(folder.read("a.asl.json"), untidy(ORDER));
    let done = folder.asl(&["fmt", "."]).status(0);
    assert_eq!((&*done.out, &*done.err), ("", "2 definitions, 1 formatted now\n"));
    assert_eq!(folder.read("a.asl.json"), ORDER);
    let done = folder.asl(&["fmt", "--check", "."]).status(0);
    assert_eq!((&*done.out, &*done.err), ("", "2 definitions, nothing to do\n"));
    assert_eq!(std::fs::read_dir(folder.path("")).unwrap().count(), 2);
}

#[test]
fn the_standard_input_is_formatted_to_the_standard_output() {
    let done = Folder::new().asl_on(&untidy(ORDER), &["fmt", "-"]).status(0);
    assert_eq!((&*done.out, &*done.err), (ORDER, ""));
}

#[test]
fn what_is_written_stays_as_it_is_written() {
    let text =
        r#"{"b":1.50e+3,"a":"\u0041\/é","a":${X},"e":{},"f":[],"n":[ [1 ],{"x" :null}],"c":true}"#;
    let done = Folder::new().asl_on(text, &["fmt", "-"]).status(0);
    insta::assert_snapshot!(done.out);
}

#[test]
fn broken_files_are_left() {
    let folder = Folder::with(&[("a.asl.json", "{ \"a\": 1, }"), ("b.asl.json", &untidy(ORDER))]);
    insta::assert_snapshot!(folder.asl(&["fmt", "."]));
    assert_eq!(folder.read("a.asl.json"), "{ \"a\": 1, }");
    assert_eq!(folder.read("b.asl.json"), ORDER);
}

#[test]
fn yaml_is_left() {
    let folder = Folder::with(&[("a.asl.yaml", "StartAt:   A\n")]);
    let done = folder.asl(&["fmt", "."]).status(0);
    assert!(done.err.starts_with("note: `a.asl.yaml` is YAML"), "{done}");
    assert_eq!(folder.read("a.asl.yaml"), "StartAt:   A\n");
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::fs::{Permissions, metadata, set_permissions, symlink_metadata};
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = Folder::with(&[("in/a.asl.json", &untidy(ORDER))]);
    let file = folder.path("in/a.asl.json");
    set_permissions(&file, Permissions::from_mode(0o640)).unwrap();
    symlink(&file, folder.path("link.asl.json")).unwrap();
    folder.asl(&["fmt", "link.asl.json"]).status(0);
    assert_eq!(folder.read("in/a.asl.json"), ORDER);
    assert_eq!(metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(symlink_metadata(folder.path("link.asl.json")).unwrap().is_symlink());

    folder.write("in/a.asl.json", untidy(ORDER));
    set_permissions(&file, Permissions::from_mode(0o440)).unwrap();
    let done = folder.asl(&["fmt", "link.asl.json"]).status(2);
    assert!(done.err.contains("it is read-only"), "{done}");
}
