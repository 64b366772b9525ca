//! Build scripts, run in a folder of their own: what they tell cargo, and what they write.

use std::fs;

use tempfile::TempDir;

use super::*;

const PING: &str = r#"{"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}"#;

const CHARGE: &str = r#"{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:${Region}:123456789012:function:charge",
      "End": true
    }
  }
}"#;

const DANGLING: &str = r#"{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge",
      "Next": "Notfiy"
    },
    "Notify": { "Type": "Succeed" }
  }
}"#;

/// A crate's folder with these files; `out` is its `OUT_DIR`.
fn crate_with(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("out")).unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Runs a build script: what it tells cargo, and the output.
fn run(folder: &TempDir, builder: &Builder) -> (String, String) {
    let out = folder.path().join("out");
    let mut told = Vec::new();
    builder.run_in(folder.path(), &out, &mut told).unwrap();
    let told = String::from_utf8(told).unwrap();
    let here = folder.path().display().to_string();
    (told.replace(&here, "$DIR"), fs::read_to_string(out.join(&builder.output)).unwrap())
}

/// What a build script tells cargo, and the errors and items in its output.
fn shown(files: &[(&str, &str)], builder: &Builder) -> String {
    let folder = crate_with(files);
    let (told, code) = run(&folder, builder);
    let here = folder.path().display().to_string();
    let mut shown = format!("{told}---\n");
    for item in syn::parse_file(&code).unwrap().items {
        match item {
            syn::Item::Macro(item) => {
                let message: syn::LitStr = item.mac.parse_body().unwrap();
                let message = message.value().replace(&here, "$DIR");
                shown.push_str(&format!("compile_error: {message}\n"));
            }
            syn::Item::Struct(item) => shown.push_str(&format!("struct {}\n", item.ident)),
            _ => {}
        }
    }
    shown
}

fn snapshot(name: &str, files: &[(&str, &str)], builder: &Builder) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, shown(files, builder));
    });
}

#[test]
fn all_options() {
    let files = [
        ("workflows/order_flow.asl.json", CHARGE),
        ("workflows/ping.asl.json", PING),
        ("workflows/deep/er/pong.json", PING),
        ("workflows/.hidden.asl.json", "{"),
        ("workflows/notes.txt", ""),
    ];
    let builder = compile()
        .machine(
            machine("./workflows/order_flow.asl.json")
                .named("Checkout")
                .express()
                .visibility("pub(crate)")
                .input("crate::Order")
                .output("Vec<Receipt>")
                .tasks(
                    "lambda \"charge\" => async fn charge_card(Order) -> Result<Receipt, Error>;",
                ),
        )
        .glob("workflows/*.asl.json")
        .glob("workflows/**/*.json")
        .visibility("pub")
        .runtime_path("::flow")
        .substitute("Region", "eu-central-1")
        .output("checkout.rs");
    snapshot("all_options", &files, &builder);

    let (_, code) = run(&crate_with(&files), &builder);
    for part in [
        "// Made by `asl_codegen::compile()` in the build script: not to be edited.\n",
        "pub(crate) struct Checkout;",
        "pub struct Ping;",
        "type Input = crate::Order;",
        "type Output = Vec<Receipt>;",
        "fn charge_card(",
        "use ::flow::__private as __rt;",
        "ExecutionType::Express",
        "arn:aws:lambda:eu-central-1:123456789012:function:charge",
    ] {
        assert!(code.contains(part), "{part}");
    }
    assert!(!code.contains("include_bytes"));
}

#[test]
fn the_output_is_the_same_for_the_same_definitions() {
    let files: Vec<String> = (0..20).map(|i| format!("flows/m{i}.asl.json")).collect();
    let forth: Vec<(&str, &str)> = files.iter().map(|file| (file.as_str(), PING)).collect();
    let back: Vec<(&str, &str)> = forth.iter().rev().copied().collect();
    let builder = compile().glob("flows/*");
    assert_eq!(run(&crate_with(&forth), &builder), run(&crate_with(&back), &builder));
}

#[test]
fn an_output_that_is_the_same_is_not_written_again() {
    let folder = crate_with(&[("flows/ping.asl.json", PING)]);
    let builder = compile().glob("flows/*");
    run(&folder, &builder);
    let file = folder.path().join("out/machines.rs");
    let written = || fs::metadata(&file).unwrap().modified().unwrap();
    let first = written();
    run(&folder, &builder);
    assert_eq!(written(), first);
}

#[test]
fn machines_are_called_after_their_files() {
    for (file, name) in [
        ("order_flow.asl.json", "OrderFlow"),
        ("workflows/order-flow.v2.json", "OrderFlow"),
        ("a/3d.asl.json", "Machine3d"),
        ("a/self.json", "Self_"),
        ("a/注文.json", "注文"),
    ] {
        let shown = shown(&[(file, PING)], &compile().file(file));
        assert!(shown.contains(&format!("struct {name}\n")), "{shown}");
    }
}

#[test]
fn errors_in_a_definition() {
    let files = [("workflows/order.asl.json", DANGLING)];
    snapshot("errors_in_a_definition", &files, &compile().glob("workflows/*.asl.json"));
    let (_, code) = run(&crate_with(&files), &compile().file("workflows/order.asl.json"));
    assert!(code.contains("/// Stands for a machine whose definition has errors."));
    assert!(code.contains("fn charge("));
}

#[test]
fn errors_in_a_definition_in_yaml() {
    let text = "StartAt: Charge\nStates:\n  Charge:\n    Type: Pass\n    Result: off\n    Next: Notify # ü\n";
    let files = [("w/order.asl.yaml", text)];
    snapshot("errors_in_a_definition_in_yaml", &files, &compile().glob("w/*.asl.yaml"));
}

#[test]
fn warnings_in_a_definition() {
    let twice = r#"{"StartAt": "A", "StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}"#;
    snapshot(
        "warnings_in_a_definition",
        &[("flows/order.json", twice)],
        &compile().glob("flows/*"),
    );
}

#[test]
fn definitions_that_cannot_be_read() {
    let files = [("flows/not_json.json", "{"), ("flows/order.asl.json", PING)];
    let builder = compile()
        .file("flows/odrer.asl.json")
        .file("elsewhere.json")
        .file("flows")
        .glob("flows/not*")
        .substitute("Region", "x");
    snapshot("definitions_that_cannot_be_read", &files, &builder);

    let folder = crate_with(&[]);
    fs::write(folder.path().join("latin.json"), b"{\"StartAt\": \"\xe4\"}").unwrap();
    assert_eq!(
        run(&folder, &compile().file("latin.json")).0,
        "cargo::rerun-if-changed=latin.json\n\
         cargo::error=latin.json:1:14: the text is not UTF-8: here is what is not; \
         help: save the file in UTF-8 [ASL0001]\n"
    );
}

#[test]
fn patterns_that_match_nothing() {
    let files = [
        ("workflows/a.json", PING),
        ("workflows/b.json", PING),
        ("workflows/c.json", PING),
        ("workflows/d.json", PING),
        ("one/a.json", PING),
    ];
    let builder = compile()
        .glob("workflows/*.asl.json")
        .glob("one/*.asl.json")
        .glob("out/*.json")
        .glob("flows/*.json")
        .glob("*.json")
        .glob("./**/*.json")
        .glob("workflows/***.json")
        .glob("workflows/[");
    snapshot("patterns_that_match_nothing", &files, &builder);
}

#[test]
fn machines_of_one_name() {
    let files = [("a/order.json", PING), ("b/order.json", PING)];
    snapshot("machines_of_one_name", &files, &compile().glob("a/*").glob("b/*"));
}

#[test]
fn options_that_do_not_fit() {
    let files = [("flows/order.json", CHARGE), ("flows/ping.json", PING)];
    let order = || machine("flows/order.json").substitute("Region", "x");
    let builder = compile()
        .machine(order().named("A").tasks("lambda \"chrage\" => async fn charge(u8);"))
        .machine(order().named("B").tasks("lambda charge => async fn charge(u8);"))
        .machine(order().named("C").tasks("lambda \"charge\" => async fn charge(u8"))
        .machine(order().named("D").input("&Order").output("Vec<A B>"))
        .machine(order().named("an order"))
        .machine(order().named("E").visibility("pubic"))
        .machine(order().named("F").substitute("Regoin", 3))
        .glob("flows/ping*")
        .substitute("Table", "orders")
        .runtime_path("not a path");
    snapshot("options_that_do_not_fit", &files, &builder);
}

#[test]
fn nothing_to_compile() {
    snapshot("nothing_to_compile", &[], &compile());
}

#[test]
fn an_output_that_cannot_be_written() {
    let folder = crate_with(&[("a.json", PING)]);
    let builder = compile().file("a.json");
    let nowhere = folder.path().join("nowhere");
    let error = builder.run_in(folder.path(), &nowhere, &mut Vec::new()).unwrap_err();
    assert!(error.to_string().starts_with("cannot write `"), "{error}");
}
