//! `asl expand`.

use crate::support::{DANGLING, Folder, ORDER};

#[test]
fn the_rust_of_a_definition() {
    let folder = Folder::with(&[("order-flow.asl.json", ORDER)]);
    let done = folder.asl(&["expand", "order-flow.asl.json"]).status(0);
    assert!(done.out.contains("pub struct OrderFlow;"), "{done}");
    assert!(done.out.contains("pub trait OrderFlowTasks"), "{done}");
    assert!(!done.out.contains("compile_error"), "{done}");
    assert_eq!(done.err, "");
    let done = folder.asl_on(ORDER, &["expand", "-", "--name", "sell all", "--express"]).status(0);
    assert!(done.out.contains("pub struct SellAll;"), "{done}");
    assert!(done.out.contains("ExecutionType::Express"), "{done}");
}

#[test]
fn placeholders_are_filled_in() {
    let folder = Folder::with(&[("a.asl.json", &ORDER.replace("3600", "${Pause \"}"))]);
    let set = ["expand", "a.asl.json", "--set", "Pause=77"];
    let done = folder.asl(&set).status(1);
    assert!(done.err.contains("ASL"), "{done}");
    let folder = Folder::with(&[("a.asl.json", &ORDER.replace("3600", "${Pause}"))]);
    let done = folder.asl(&set).status(0);
    assert!(done.out.contains("77"), "{done}");
}

#[test]
fn a_definition_with_errors_becomes_nothing() {
    let folder = Folder::with(&[("a.asl.json", DANGLING)]);
    let done = folder.asl(&["expand", "a.asl.json"]).status(1);
    assert_eq!(done.out, "");
    assert!(done.err.contains("error[ASL0301]"), "{done}");
}
