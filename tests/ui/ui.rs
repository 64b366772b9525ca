//! What people read when something is wrong with their `sfn!`.
//!
//! Each file in `own` and `rustc` is a program with a mistake, beside the messages it has to give.
//! After a change, read the new ones by
//! `TRYBUILD=overwrite cargo test -p sfn-tests-ui; git diff tests/ui`.

mod files;

/// The release whose words are in `rustc/*.stderr`.
const RECORDED_WITH: &str = "rustc 1.95";

#[test]
fn messages_of_our_own() {
    trybuild::TestCases::new().compile_fail("own/*.rs");
}

/// Where rustc says most of it, the words change from release to release.
#[test]
fn messages_of_rustc() {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = std::process::Command::new(rustc).arg("--version").output();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    match version {
        Ok(version) if version.starts_with(RECORDED_WITH) => {
            trybuild::TestCases::new().compile_fail("rustc/*.rs");
        }
        other => println!("skipped: recorded with {RECORDED_WITH}, this is {other:?}"),
    }
}
