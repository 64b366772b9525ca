//! `asl graph`.

use crate::support::{DANGLING, Folder, ORDER};

#[test]
fn a_machine_in_each_format() {
    let folder = Folder::with(&[("order.asl.json", ORDER)]);
    let graph = |more: &[&str]| folder.asl(&[&["graph", "order.asl.json"], more].concat());
    assert!(graph(&[]).status(0).out.starts_with("<svg"));
    assert!(graph(&["--format", "mermaid"]).status(0).out.starts_with("flowchart"));
    assert!(graph(&["--format", "dot"]).status(0).out.starts_with("digraph"));
    let themes = ["light", "dark", "auto"].map(|theme| graph(&["--theme", theme]).status(0).out);
    assert_ne!(themes[0], themes[1]);
    assert_eq!(themes[2], graph(&[]).out);
}

#[test]
fn a_picture_in_a_file() {
    let folder = Folder::with(&[("order.asl.json", ORDER)]);
    let done = folder.asl(&["graph", "order.asl.json", "-o", "order.svg"]).status(0);
    assert_eq!((&*done.out, &*done.err), ("", ""));
    assert!(folder.read("order.svg").starts_with("<svg"));
    let done = folder.asl(&["graph", "order.asl.json", "-o", "no/order.svg"]).status(2);
    assert!(done.err.starts_with("error: cannot write `no/order.svg`: "), "{done}");
}

#[test]
fn a_definition_with_errors_is_not_drawn() {
    let folder = Folder::with(&[("a.asl.json", DANGLING)]);
    let done = folder.asl(&["graph", "a.asl.json", "-o", "a.svg"]).status(1);
    assert!(done.err.contains("error[ASL0301]"), "{done}");
    assert!(!folder.path("a.svg").exists());
}
