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

const RUST: &str = r#"
mod flows {
    sfn::sfn! {
        /// Counts.
        machine Count(items: Vec<u64>) -> u64 {
            start => Check(items);
            state Check(items: Vec<u64>) = choice {
                items.len() > 3 => Done(0),
                items.iter().any(|item| *item > 5) => Fail,
                _ => Done(1),
            }
            state Done(count: u64) = succeed count;
            state Fail = fail("TooMany");
        }
    }
}
sfn! {
    machine Other { start => Done; state Done = succeed; }
}
"#;

#[test]
fn a_machine_in_rust() {
    let folder =
        Folder::with(&[("count.rs", RUST), ("none.rs", "fn main() {}"), ("order.asl.json", ORDER)]);
    let done = folder.asl(&["graph", "count.rs", "--machine", "Count", "--format", "mermaid"]);
    let done = done.status(0);
    assert!(done.out.contains("items.len() #62; 3<br/>default"), "{done}");
    assert!(done.out.contains("items.iter().any(#124;item#124; #42;item #62; 5)"), "{done}");
    let done = folder.asl(&["graph", "count.rs"]).status(2);
    assert!(done.err.contains("say by `--machine` which of `Count`, `Other`"), "{done}");
    let done = folder.asl(&["graph", "count.rs", "--machine", "Sum"]).status(2);
    assert!(done.err.contains("has no machine `Sum`: there are `Count`, `Other`"), "{done}");
    let done = folder.asl(&["graph", "none.rs"]).status(2);
    assert!(done.err.contains("has no machine in the typed DSL"), "{done}");
    let done = folder.asl(&["graph", "order.asl.json", "--machine", "Sum"]).status(2);
    assert!(done.err.contains("`--machine` is for files of Rust"), "{done}");
}

#[test]
fn a_machine_in_rust_with_errors_is_not_drawn() {
    let folder = Folder::with(&[(
        "a.rs",
        "sfn! {\n    machine A { start => Done; state Donne = succeed; }\n}",
    )]);
    let done = folder.asl(&["graph", "a.rs"]).status(1);
    assert!(done.err.contains("a.rs:2:26: error: "), "{done}");
    assert!(done.err.contains("did you mean `Donne`?"), "{done}");
}
