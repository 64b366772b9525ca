//! Definitions that are not where the macro looks for them. The messages name the places, so they
//! are made without rustc here: its tests run in a folder of their own.

use std::path::Path;

use asl_codegen::{Caller, expand};

/// What the macro says of this declaration in `own/order.rs`.
fn message(declaration: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let caller =
        Caller { manifest_dir: root.to_owned(), file: Some(root.join("own").join("order.rs")) };
    let facade = "::sfn".parse().unwrap_or_default();
    let expanded = expand(declaration.parse().unwrap_or_default(), &facade, &caller).to_string();
    let (_, said) = expanded.rsplit_once("compile_error ! { \"").unwrap_or_default();
    let (said, _) = said.split_once("\" }").unwrap_or_default();
    said.replace("\\n", "\n").replace("\\\"", "\"").replace(&*root.to_string_lossy(), "$DIR")
}

#[test]
fn a_file_that_is_not_there() {
    assert_eq!(
        message(r#"machine Order from "definitions/odrer.asl.json";"#),
        "cannot find the definition `definitions/odrer.asl.json`\n  \
         `$DIR/definitions/odrer.asl.json`: no such file\n  \
         `$DIR/own/definitions/odrer.asl.json`: no such file\n\
         help: did you mean `definitions/order.asl.json`?"
    );
}

#[test]
fn a_folder_that_is_not_there() {
    assert_eq!(
        message(r#"machine Order from "workflows/order.asl.json";"#),
        "cannot find the definition `workflows/order.asl.json`\n  \
         `$DIR/workflows/order.asl.json`: no such file\n  \
         `$DIR/own/workflows/order.asl.json`: no such file\n\
         help: the path is relative to the folder of `Cargo.toml`, or of this file"
    );
}

#[test]
fn a_folder() {
    assert_eq!(
        message(r#"machine Order from "definitions";"#),
        "cannot find the definition `definitions`\n  \
         `$DIR/definitions`: this is a folder\n  \
         `$DIR/own/definitions`: no such file\n\
         help: the path is relative to the folder of `Cargo.toml`, or of this file"
    );
}

#[test]
fn a_file_beside_the_code_is_found() {
    assert_eq!(message(r#"machine Order from "../definitions/order.asl.json";"#), "");
}
