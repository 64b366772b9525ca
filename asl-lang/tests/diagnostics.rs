//! `docs/diagnostics.md` says what the registry and the compiler say.
//!
//! After a change, read the new text by
//! `UPDATE_EXPECT=1 cargo test -p asl-lang --features yaml --test diagnostics; git diff docs`.

#![cfg(feature = "yaml")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

#[test]
fn the_document_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/diagnostics.md");
    let made = asl_lang::explain::document();
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &made).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == made,
        "the diagnostics have changed; read what is new by \
         `UPDATE_EXPECT=1 cargo test -p asl-lang --features yaml --test diagnostics; git diff docs`"
    );
}
