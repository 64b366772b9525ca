//! `--help` and what else tells people how to use the command.

use crate::support::{DANGLING, Folder, MOCKS, ORDER};

const SUBCOMMANDS: [&str; 9] =
    ["check", "expand", "run", "eval", "test-state", "graph", "fmt", "explain", "completions"];

const CONFIG: &str = r#"{
  "StateMachines": { "order": { "TestCases": { "HappyPath": { "Charge": "Paid" } } } },
  "MockedResponses": { "Paid": { "0": { "Return": {} } } }
}
"#;

/// The examples in a text of help.
fn examples(help: &str) -> Vec<String> {
    help.lines().filter_map(|line| line.trim().strip_prefix("$ ").map(str::to_owned)).collect()
}

#[cfg(unix)]
#[test]
fn the_examples_run() {
    let folder = Folder::with(&[
        ("order.asl.json", ORDER),
        ("workflows/ship.asl.json", &ORDER.replace("Charge", "Ship ${Table}")),
        ("order.json", "{ \"id\": 7 }"),
        ("order.rs", "sfn! { machine OrderFlow { start => Done; state Done = succeed; } }"),
        ("mocks.json", MOCKS),
        ("MockConfigFile.json", CONFIG),
    ]);
    for subcommand in [&[][..], &SUBCOMMANDS.map(Some)].concat() {
        let arguments: Vec<&str> = subcommand.into_iter().chain(["--help"]).collect();
        let help = folder.asl(&arguments).status(0).out;
        let examples = examples(&help);
        assert!(!examples.is_empty(), "{help}");
        for example in examples {
            // Nobody is there to page.
            let done = folder.shell(&example.replace("| less", "| cat")).status(0);
            assert!(
                !done.err.contains("error") && !done.err.contains("warning"),
                "{example}: {done}"
            );
        }
    }
    assert!(examples(&folder.asl(&["--help"]).out).len() > 2);
}

#[test]
fn completions_are_there_for_each_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let done = Folder::new().asl(&["completions", shell]).status(0);
        assert!(SUBCOMMANDS.iter().all(|name| done.out.contains(name)), "{shell}");
    }
}

#[test]
fn codes_are_explained() {
    let folder = Folder::with(&[("a.asl.json", DANGLING)]);
    let done = folder.asl(&["explain", "asl0301"]).status(0);
    assert!(done.out.starts_with("ASL0301: a state that is gone to does not exist\n"), "{done}");
    let done = folder.asl(&["explain", "MISSING_TRANSITION_TARGET"]).status(0);
    assert!(done.out.contains("ASL0301") && done.out.contains("ASL0302"), "{done}");
    assert!(folder.asl(&["explain"]).status(0).out.lines().count() > 20);
    let done = folder.asl(&["explain", "ASL301"]).status(2);
    assert!(done.err.starts_with("error: there is no code `ASL301`"), "{done}");
}

#[test]
fn arguments_that_make_no_sense() {
    let folder = Folder::new();
    for arguments in [&[][..], &["check"], &["chekc"], &["check", "--format", "xml", "a"]] {
        folder.asl(arguments).status(2);
    }
}
