//! The pictures in `docs/images`. `UPDATE_EXPECT=1` draws them anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use asl_graph::{Graph, SvgOptions};
use asl_lang::source::Source;
use asl_lang::{Options, compile};
use std::path::Path;

#[test]
fn the_order_workflow() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = std::fs::read_to_string(root.join("workflows/order_flow.asl.json")).unwrap();
    let options = Options { open_placeholders: true, ..Options::default() };
    let compilation = compile(&Source::new("order_flow.asl.json", text), &options);
    let svg = Graph::new(&compilation.machine.unwrap()).to_svg(&SvgOptions::default());

    let path = root.join("docs/images/order_flow.svg");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, svg).unwrap();
    } else {
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(there == svg, "{} is out of date: UPDATE_EXPECT=1", path.display());
    }
}
