//! The files of this crate are what `sfn!` makes of their definitions.
//!
//! After a change of the emission, look at the new ones by
//! `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded --test snapshots; git diff tests/expanded`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::path::Path;

/// The files with the declarations they come from.
const SNAPSHOTS: [(&str, &str); 4] = [
    ("w1.rs", r#"pub machine W1 from "benches/workflows/w1.asl.json";"#),
    ("w2.rs", r#"pub machine W2 from "benches/workflows/w2.asl.json";"#),
    ("children.rs", r#"pub machine Children from "tests/expanded/children.asl.json";"#),
    ("hostile.rs", r#"pub machine Hostile from "tests/hygiene/definitions/names.asl.json";"#),
];

/// The text of a snapshot.
fn expand(declaration: &str, root: &Path) -> String {
    let facade = "::sfn".parse().unwrap();
    let caller = asl_codegen::Caller::in_crate(root);
    let tokens = asl_codegen::expand(declaration.parse().unwrap(), &facade, &caller);
    let code = asl_codegen::rust::format(tokens).unwrap();
    // The one thing that differs from machine to machine.
    let code = code.replace(&format!("\"{}/", root.display()), "\"../../");
    format!(
        "//! What `sfn! {{ {declaration} }}` expands to.\n\
         //!\n\
         //! Made by `UPDATE_EXPECT=1 cargo test -p sfn-tests-expanded`: not to be edited.\n\
         \n\
         {code}"
    )
}

#[test]
fn the_files_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.parent().and_then(Path::parent).unwrap();
    let mut outdated = Vec::new();
    for (file, declaration) in SNAPSHOTS {
        let path = folder.join(file);
        let expanded = expand(declaration, root);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &expanded).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = kept.lines().zip(expanded.lines()).position(|(kept, now)| kept != now);
        if kept != expanded {
            let line =
                differs.unwrap_or_else(|| kept.lines().count().min(expanded.lines().count()));
            outdated.push(format!("{file}:{}: {:?}", line + 1, expanded.lines().nth(line)));
        }
    }
    assert!(
        outdated.is_empty(),
        "generated code has changed; read it with `UPDATE_EXPECT=1 cargo test -p \
         sfn-tests-expanded; git diff tests/expanded`\n{}",
        outdated.join("\n")
    );
}

#[test]
fn the_same_declaration_gives_the_same_text() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = folder.parent().and_then(Path::parent).unwrap();
    for (_, declaration) in SNAPSHOTS {
        assert_eq!(expand(declaration, root), expand(declaration, root));
    }
}
