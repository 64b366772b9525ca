//! `asl check`.

use crate::support::{DANGLING, Folder, ORDER};

#[test]
fn findings_are_shown_beside_their_lines() {
    let folder = Folder::with(&[("order.asl.json", ORDER), ("dangling.asl.json", DANGLING)]);
    insta::assert_snapshot!(folder.asl(&["check", "."]));
}

#[test]
fn all_is_well() {
    let folder = Folder::with(&[("order.asl.json", ORDER)]);
    insta::assert_snapshot!(folder.asl(&["check", "order.asl.json"]));
    insta::assert_snapshot!(folder.asl_on(ORDER, &["check", "-"]));
}

#[test]
fn warnings_count_where_they_are_denied() {
    let text = ORDER.replace("\"Resource\":", "\"Parameters\": { \"a\": \"$.a\" }, \"Resource\":");
    let folder = Folder::with(&[("order.asl.json", &text)]);
    let done = folder.asl(&["check", "order.asl.json"]).status(0);
    assert!(done.out.contains("1 definition checked: 1 valid, 1 warning, in"), "{done}");
    folder.asl(&["check", "order.asl.json", "--deny", "warnings"]).status(1);
}

#[test]
fn a_definition_may_be_a_member() {
    let text =
        format!("{{ \"name\": \"ä\",\n  \"definition\": {}, \"tags\": [] }}\n", DANGLING.trim());
    let folder = Folder::with(&[("machine.json", &text)]);
    let json = folder.asl(&["check", ".", "--format", "json"]).status(1).json();
    let found = &json["diagnostics"][0];
    let line = text[..text.find("Next").unwrap()].matches('\n').count() + 1;
    assert_eq!((&found["code"], &found["line"]), (&"ASL0301".into(), &line.into()), "{json}");
    // Nothing is lost of what is around it.
    folder.asl(&["fmt", "."]).status(0);
    assert_eq!(folder.read("machine.json"), text);
}

#[test]
fn a_folder_gives_its_definitions() {
    let folder = Folder::with(&[
        ("a.asl.json", ORDER),
        ("deep/er/b.asl", ORDER),
        ("d.asl.yaml", YAML),
        ("e.yml", YAML),
        ("compose.yaml", "services:\n  StartAt: States\n"),
        ("c.json", ORDER),
        ("package.json", "{ \"name\": \"StartAt States\" }"),
        ("broken.json", "{ \"StartAt\": 1, \"States\": "),
        (".hidden/d.asl.json", DANGLING),
        ("target/e.asl.json", DANGLING),
        ("x/node_modules/f.asl.json", DANGLING),
        ("notes.txt", ORDER),
        ("latin.json", "{}"),
    ]);
    folder.write("latin.json", b"{ \"a\": \"\xe4\" }");
    let json = folder.asl(&["check", ".", "--format", "json"]).status(1).json();
    let files: Vec<&str> = json["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["file"].as_str().unwrap())
        .collect();
    assert_eq!(
        files,
        ["a.asl.json", "broken.json", "c.json", "d.asl.yaml", "e.yml", "deep/er/b.asl"]
    );
    // What is named itself is taken, and each file once.
    let done = folder.asl(&["check", "notes.txt", "notes.txt", "target"]).status(1);
    assert!(done.out.contains("2 definitions checked: 1 valid, 1 with errors"), "{done}");
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_in_circles() {
    use std::os::unix::fs::symlink;

    let folder = Folder::with(&[("in/a.asl.json", ORDER)]);
    symlink(folder.path("in"), folder.path("in/again")).unwrap();
    symlink(folder.path("in/a.asl.json"), folder.path("in/b.asl.json")).unwrap();
    let done = folder.asl(&["check", "in"]).status(0);
    assert!(done.out.contains("2 definitions checked: 2 valid"), "{done}");
    symlink(folder.path("nowhere"), folder.path("in/c.asl.json")).unwrap();
    let done = folder.asl(&["check", "in"]).status(2);
    assert!(done.err.contains("cannot read `in/c.asl.json`"), "{done}");
    assert!(done.out.contains("2 valid, 1 not checked"), "{done}");
}

#[test]
fn as_json() {
    let folder = Folder::with(&[("dangling.asl.json", DANGLING)]);
    insta::assert_snapshot!(folder.asl(&["check", "dangling.asl.json", "--format", "json"]));
}

#[test]
fn as_sarif() {
    let folder = Folder::with(&[("a b.asl.json", DANGLING)]);
    let sarif = folder.asl(&["check", "a b.asl.json", "--format", "sarif"]).status(1).json();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["$schema"], "https://json.schemastore.org/sarif-2.1.0.json");
    let run = &sarif["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "asl");
    assert_eq!(run["invocations"][0]["executionSuccessful"], true);
    let rules = driver["rules"].as_array().unwrap();
    for rule in rules {
        for part in ["id", "name"] {
            assert!(rule[part].is_string(), "{rule}");
        }
        for part in ["shortDescription", "fullDescription"] {
            assert!(rule[part]["text"].is_string(), "{rule}");
        }
        let level = rule["defaultConfiguration"]["level"].as_str().unwrap();
        assert!(["error", "warning"].contains(&level), "{rule}");
    }
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(result["message"]["text"].is_string());
    }
    let place = &results[0]["locations"][0];
    assert_eq!(place["physicalLocation"]["artifactLocation"]["uri"], "a%20b.asl.json");
    let region = serde_json::json!(
        { "startLine": 4, "startColumn": 36, "endLine": 4, "endColumn": 41 }
    );
    assert_eq!(place["physicalLocation"]["region"], region);
    assert_eq!(place["logicalLocations"][0]["fullyQualifiedName"], "/States/A/Next");
    assert_eq!(results[0]["level"], "error");
}

#[test]
fn files_that_cannot_be_read_are_told_in_every_format() {
    let folder = Folder::with(&[("order.asl.json", ORDER)]);
    for format in ["text", "json", "sarif"] {
        let done =
            folder.asl(&["check", "order.asl.json", "no.json", "--format", format]).status(2);
        assert!(done.err.starts_with("error: cannot read `no.json`: "), "{done}");
    }
    let json = folder.asl(&["check", "no.json", "--format", "json"]).status(2).json();
    assert_eq!(json["problems"].as_array().unwrap().len(), 1);
    let sarif = folder.asl(&["check", "no.json", "--format", "sarif"]).status(2).json();
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"][0]["level"], "error");
}

#[test]
fn colours() {
    let folder = Folder::with(&[("dangling.asl.json", DANGLING)]);
    let check = ["check", "dangling.asl.json", "no.json"];
    let plain = folder.asl(&check);
    assert!(!plain.out.contains('\x1b') && !plain.err.contains('\x1b'), "{plain}");
    let coloured = folder.asl(&[&check[..], &["--color", "always"]].concat());
    assert!(coloured.out.contains('\x1b') && coloured.err.contains('\x1b'), "{coloured}");
    let never = folder.asl(&[&["--color", "never"], &check[..]].concat());
    assert_eq!(plain.err, never.err);
}

#[test]
fn placeholders() {
    let text = ORDER.replace("3600", "${Pause}");
    let folder = Folder::with(&[("a.asl.json", &text), ("b.asl.json", ORDER)]);
    let done = folder.asl(&["check", "."]).status(1);
    assert!(done.out.contains("help: give it a value by `--set Pause=…`"), "{done}");
    folder.asl(&["check", ".", "--allow-placeholders"]).status(0);
    // One definition has it, the other does not: that is nothing to warn of.
    let done = folder.asl(&["check", ".", "--set", "Pause=5"]).status(0);
    assert_eq!(done.err, "");
    let done = folder.asl(&["check", ".", "--set", "Pause=5", "--set", "Puase=5"]).status(0);
    assert_eq!(done.err, "warning: no definition has a placeholder `${Puase}` to set\n");
    folder.asl(&["check", ".", "--set", "Pause=five"]).status(1);
    folder.asl(&["check", ".", "--set", "Pause"]).status(2);
}

#[test]
fn express_machines_have_rules_of_their_own() {
    let text = ORDER.replace("arn:aws:lambda:eu-central-1:123456789012:function:charge", SYNC);
    let folder = Folder::with(&[("a.asl.json", &text)]);
    folder.asl(&["check", "a.asl.json"]).status(0);
    folder.asl(&["check", "a.asl.json", "--type", "standard"]).status(0);
    let done = folder.asl(&["check", "a.asl.json", "--express"]).status(1);
    assert!(done.out.contains("ASL0409"), "{done}");
    folder.asl(&["check", "a.asl.json", "--type", "express"]).status(1);
}

const SYNC: &str = "arn:aws:states:::ecs:runTask.sync";

const YAML: &str = "\
StartAt: A
States:
  A:
    Type: Pass
    Next: B
  B: { Type: Succeed }
";

#[test]
fn yaml_is_taken_wherever_json_is() {
    let folder = Folder::with(&[("a.asl.yaml", YAML), ("b.yml", &YAML.replace("B:", "Bee:"))]);
    let done = folder.asl(&["check", "."]).status(1);
    assert!(done.out.contains("--> b.yml:5:11"), "{done}");
    assert!(done.out.contains("2 definitions checked: 1 valid, 1 with errors"), "{done}");
    folder.asl(&["run", "a.asl.yaml"]).status(0);
    assert!(folder.asl(&["expand", "a.asl.yaml"]).status(0).out.contains("pub struct A;"));
}
