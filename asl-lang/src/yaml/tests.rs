//! Tests of the reader: what is read, what is found, and where.

use super::read;
use crate::diagnostic::{Diagnostic, Diagnostics, render};
use crate::ir::Literal;
use crate::json::{self, Document, MAX_DEPTH, NodeKind};
use crate::source::{Format, Position, Source};
use crate::{Options, check};

fn yaml(text: &str) -> Source {
    Source::new("a.yaml", text).in_format(Format::Yaml)
}

fn read_with(text: &str, values: &[(&str, &str)], open: bool) -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::new();
    let document = read(&yaml(text), &values.iter().copied().collect(), open, &mut diagnostics);
    (document, diagnostics.into_vec())
}

fn value(text: &str) -> Literal {
    let (document, findings) = read_with(text, &[], false);
    assert_eq!(findings, [], "{text}");
    document.root.unwrap().to_literal()
}

/// What the same data is that is written as JSON.
fn json(text: &str) -> Literal {
    let mut diagnostics = Diagnostics::new();
    let source = Source::new("a.json", text);
    let document = json::read(&source, &json::Substitutions::new(), false, &mut diagnostics);
    assert_eq!(diagnostics.into_vec(), []);
    document.root.unwrap().to_literal()
}

/// Each finding's message with the text it underlines.
fn findings(text: &str) -> Vec<String> {
    let source = yaml(text);
    let (_, findings) = read_with(text, &[], false);
    let shown = |f: &Diagnostic| format!("{} <{}>", f.message, source.slice(f.span));
    findings.iter().map(shown).collect()
}

#[test]
fn values() {
    for (text, expected) in [
        ("a: 1\nb: x", r#"{"a": 1, "b": "x"}"#),
        ("a:\n- 1\n-\n  b: [true, ~, 'null']", r#"{"a": [1, {"b": [true, null, "null"]}]}"#),
        ("---\n{a: {}, b: []}\n...\n", r#"{"a": {}, "b": []}"#),
        ("%YAML 1.2\n---\na: .5", r#"{"a": 0.5}"#),
        ("a:", r#"{"a": null}"#),
        ("a: \"yes\"\nb: 'no'\nc: y", r#"{"a": "yes", "b": "no", "c": "y"}"#),
        ("a: 2024-01-31\nb: 12:30:45", r#"{"a": "2024-01-31", "b": "12:30:45"}"#),
        ("a: x # c\nb: x#c", r#"{"a": "x", "b": "x#c"}"#),
        ("a: x\n  y\n\n  z", r#"{"a": "x y\nz"}"#),
        ("a: |\n  x\n   y\nb: >-\n  x\n  y", r#"{"a": "x\n y\n", "b": "x y"}"#),
        ("a: |+\n  x\n\nb: |-\n  x", r#"{"a": "x\n\n", "b": "x"}"#),
        ("a: \"\\x41\\u00e4\\\n  b\"", "{\"a\": \"Aäb\"}"),
        ("a.$: $.x[0]\nb: $$.Task.Token", r#"{"a.$": "$.x[0]", "b": "$$.Task.Token"}"#),
        (
            "1: a\ntrue: b\n~: c\nnull: d\nyes: e",
            r#"{"1":"a","true":"b","~":"c","null":"d","yes":"e"}"#,
        ),
        ("a: !!str 1\nb: ! 2\nc: !!int '3'\nd: !!map {}", r#"{"a":"1","b":"2","c":3,"d":{}}"#),
        ("a:\r\n  - b\r\n  - |\r\n    c\r\n", r#"{"a": ["b", "c\n"]}"#),
        ("\"a\":\t1\n\"b\" : 2", r#"{"a": 1, "b": 2}"#),
    ] {
        assert_eq!(value(text), json(expected), "{text}");
    }
}

#[test]
fn json_is_yaml() {
    for text in [
        r#"{"a": [null, true, false, -1.5e3, "x\u00e4\ud83d\ude00\/"], "b": {}}"#,
        "[0, -0, 1E-7, 18446744073709551616, \"\", {\"a\":{\"b\":[[]]}}]",
        "{\n\t\"a\"\t:\t1,\r\n\t\"b\"\n:\n2}",
        "\"just text\"",
    ] {
        assert_eq!(value(text), json(text), "{text}");
    }
}

#[test]
fn anchors_and_aliases() {
    for (text, expected) in [
        ("a: &x [1]\nb: *x\nc: [*x, *x]", r#"{"a": [1], "b": [1], "c": [[1], [1]]}"#),
        ("a: &x 1\nb: &x 2\nc: *x", r#"{"a": 1, "b": 2, "c": 2}"#),
        ("&k a: 1\nb: *k\n*k : 2", r#"{"b": "a", "a": 2}"#),
        (
            "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3, e: 4}",
            r#"{"a":{"b":1,"c":2},"d":{"b":1,"c":3,"e":4}}"#,
        ),
        ("<<: [{a: 1}, {a: 2, b: 3}]\nc: 4", r#"{"a": 1, "b": 3, "c": 4}"#),
        ("'<<': 1", r#"{"<<": 1}"#),
    ] {
        let (document, _) = read_with(text, &[], false);
        assert_eq!(document.root.unwrap().to_literal(), json(expected), "{text}");
    }
}

#[test]
fn what_is_not_a_definition() {
    for (text, expected) in [
        ("", "Definition must be a valid JSON object <>"),
        ("# nothing\n", "Definition must be a valid JSON object <>"),
        ("a: 1\n---\nb: 2", "there is more than one document <--->"),
        ("a: *b", "there is no anchor `&b` before this alias <*b>"),
        ("a: &x [1, *x]", "this alias stands for what it is in itself <*x>"),
        ("a:\n\t- b", "a tab stands in the indentation <->"),
        ("a: b: c", "a `:` stands where no member can begin <:>"),
        ("a: 1\n b: 2", "a `:` stands where no member can begin <:>"),
        ("é: @x", "no value can begin with this character <@>"),
        ("a: [1", "this bracket is not closed <[>"),
        ("a: \"b", "this quote is not closed <\">"),
        ("a: \"\\q\"", "a `\\` in this string begins no escape <\">"),
        ("{a: ${X}}", "`,` or `}` is expected here <{>"),
        ("? [a]\n: b", "the name of a member has to be a string <[a]>"),
        ("? {a: b}\n: b", "the name of a member has to be a string <{a: b}>"),
        (": b", "the name of a member has to be a string <>"),
        ("<<: 1", "`<<` takes in the members of objects, not a number <1>"),
        ("a: 010", "readers of YAML do not agree on the number `010` <010>"),
        ("a: -.inf", "JSON has no number `-.inf` <-.inf>"),
        ("a: 1e999", "the number `1e999` is too large <1e999>"),
        ("a: !!set {}", "the tag `!!set` has no meaning in a definition <!!set>"),
        ("a: !!binary eA==", "the tag `!!binary` has no meaning in a definition <!!binary>"),
    ] {
        assert_eq!(findings(text), [expected], "{text}");
    }
    let expected = "`Yes` is a string here, but a Boolean to CloudFormation <Yes>";
    assert_eq!(findings("Yes: a\nb: Yes\nc: 'Yes'"), [expected]);
}

#[test]
fn functions_of_templates() {
    for (text, tag, help) in [
        ("a: !Sub 'x${Y}'", "!Sub", "leave `!Sub` out: `${Name}` is filled in wherever it stands"),
        ("a: !Ref Table", "!Ref", "write `${Table}`, and give `Table` a value"),
        ("a: !GetAtt F.Arn", "!GetAtt", "write `${F.Arn}`, and give `F.Arn` a value"),
        ("a: !GetAtt [F, Arn]", "!GetAtt", "write `${Name.Arn}`, and give `Name.Arn` a value"),
        (
            "a: !Join\n  - ','\n  - [x]",
            "!Join",
            "write a placeholder, `${Name}`, and give it what `!Join` makes as its value",
        ),
        ("a: !x {b: 1}", "!x", "leave it out"),
    ] {
        let (document, findings) = read_with(text, &[], false);
        assert_eq!(findings.len(), 1, "{text}: {findings:#?}");
        assert_eq!(yaml(text).slice(findings[0].span), tag);
        assert_eq!(findings[0].help.as_deref(), Some(help));
        assert!(document.open && document.root.is_some());
    }
}

#[test]
fn placeholders() {
    let text = "a: ${N}\nb: arn:${Name}\nc: \"${N}\"\nd: ${List}\ne: ${Name}\n${Name}: |\n  ${N}";
    let values = [("N", "30"), ("Name", "x: y"), ("List", " [1, {\"a\": null}]")];
    let (document, found) = read_with(text, &values, false);
    assert_eq!(found, []);
    let expected = r#"{"a": 30, "b": "arn:x: y", "c": "30", "d": [1, {"a": null}], "e": "x: y", "x: y": "30\n"}"#;
    assert_eq!(document.root.unwrap().to_literal(), json(expected));
}

#[test]
fn placeholders_without_a_value() {
    let (document, found) = read_with("a: ${X}\nb: x${Y}", &[], false);
    assert_eq!(found, []);
    assert_eq!(document.root.unwrap().to_literal(), json(r#"{"a": "${X}", "b": "x${Y}"}"#));
    let (document, found) = read_with("a: ${X}\nb: x${Y}", &[], true);
    assert_eq!(found, []);
    assert!(document.open);
    let NodeKind::Object(object) = document.root.unwrap().kind else { panic!() };
    assert_eq!(object.members[0].value.kind, NodeKind::Placeholder("X".into()));
    assert_eq!(object.members[1].value.as_str(), Some("x${Y}"));
    let (_, found) = read_with("a: ${X}", &[("X", "[1,")], false);
    assert!(found[0].message.starts_with("the value of `${X}` is not JSON"), "{found:?}");
}

#[test]
fn of_members_with_one_name_the_last_counts() {
    let NodeKind::Object(object) = read_with("a: 1\nb: 2\n'a': 3", &[], false).0.root.unwrap().kind
    else {
        panic!()
    };
    let keys: Vec<&str> = object.members.iter().map(|member| member.key.as_str()).collect();
    assert_eq!(keys, ["b", "a"]);
    assert_eq!(object.overridden.len(), 1);
}

#[test]
fn places() {
    let text = "ä: &x\n  - 'b'  # c\n  -\n    k: |\n      one\n      two\n\nd: [1,\n  2]\ne: *x\n";
    let source = yaml(text);
    let (document, _) = read_with(text, &[], false);
    let root = document.root.unwrap();
    assert_eq!(source.slice(root.span), text.trim_end());
    let NodeKind::Object(object) = root.kind else { panic!() };
    let at = |key: &str| source.slice(object.get(key).unwrap().value.span);
    assert_eq!(source.slice(object.members[0].key_span), "ä");
    assert_eq!(at("ä"), "- 'b'  # c\n  -\n    k: |\n      one\n      two");
    assert_eq!(at("d"), "[1,\n  2]");
    assert_eq!(at("e"), "*x");
    let NodeKind::Array(elements) = &object.members[0].value.kind else { panic!() };
    assert_eq!(source.slice(elements[0].span), "'b'");
    assert_eq!(source.slice(elements[1].span), "k: |\n      one\n      two");
}

#[test]
fn nesting_is_limited() {
    let flow = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let block = |depth: usize| format!("{}x", "- ".repeat(depth));
    for nested in [flow, block] {
        assert_eq!(findings(&nested(MAX_DEPTH)), [""; 0]);
        for depth in [MAX_DEPTH + 1, 100_000] {
            let found = findings(&nested(depth));
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with("the definition is nested deeper than 512 levels"));
        }
    }
    let aliases = format!("a: &x {}\nb: {}*x{}", flow(300), "[".repeat(300), "]".repeat(300));
    assert_eq!(findings(&aliases), ["the definition is nested deeper than 512 levels <[>"]);
}

#[test]
fn aliases_do_not_explode() {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..20 {
        let before = vec![format!("*a{}", level - 1); 9].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{before}]\n"));
    }
    let long = format!("a: &a '{}'\nb: [{}]", "x".repeat(500_000), vec!["*a"; 100_000].join(","));
    let merged = format!("a: &a {{{}}}\nb: [{}]", "'': 1,".repeat(3), ["<<: *a"; 3].join(","));
    assert_eq!(findings(&merged), [""; 0]);
    for text in [text, long] {
        let found = findings(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains("with its aliases written out"), "{found:?}");
    }
}

#[test]
fn expressions_in_braces_are_quoted() {
    assert_eq!(value("a: \"{% $x %}\""), json(r#"{"a": "{% $x %}"}"#));
    assert_eq!(findings("a: {% $x %}"), ["no value can begin with this character <%>"]);
}

#[test]
fn a_finding_beside_its_line() {
    let text = "\u{feff}StartAt: Ärger\r\nStates:\r\n  Ärger:\r\n    Type: Pass\r\n    Result: ü\r\n    \
                Next: Ende\r\n  Los:\r\n    Type: Wait\r\n    SecondsPath: '$.a[x'\r\n    Next: Ärger\r\n";
    let source = yaml(text);
    let found = check(&source, &Options::default()).1;
    let shown: Vec<String> = found.iter().map(|finding| render(finding, &source, false)).collect();
    assert_eq!(source.position(found[0].span.start), Position { line: 6, column: 11 });
    insta::assert_snapshot!(shown.join("\n"), @r"
    error[ASL0301]: Missing 'Next' target: Ende
     --> a.yaml:6:11
      |
    6 |     Next: Ende
      |           ^^^^ no state has this name
      |
      = help: the states there are `Ärger` and `Los`
    error[ASL0201]: `SecondsPath` is not a valid JSONPath
     --> a.yaml:9:23
      |
    9 |     SecondsPath: '$.a[x'
      |                       ^ expected a name in quotes, an index, `*` or `?` after `[`, found `x`
      |
      = help: write `['x']`
    ");
}
