//! What selects what.

use super::{compile, evaluate, json};

/// Compares the results of paths with JSON.
#[track_caller]
fn check(document: &str, rows: &[(&str, &str)]) {
    let document = json(document);
    for (path, expected) in rows {
        let found = evaluate(path, &document).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(found.to_string(), json(expected).to_string(), "{path}");
        let present = compile(path).is_present(&document).unwrap();
        assert_eq!(present, *expected != "[]", "{path}");
    }
}

#[test]
fn nothing_is_an_empty_array() {
    let rows = ["$.a[*]", "$[*]", "$.a[1:]", "$.a.b[:1]", "$.a[0,1]", "$..a", "$.a[?(@.b)]"];
    let rows = rows.map(|path| (path, "[]"));
    check("{}", &rows);
    check(r#""text""#, &rows);
    check("[]", &rows);
}

#[test]
fn wildcards() {
    let document = r#"{"a": {"x": 1, "y": [2, 3]}, "b": [{"x": 4}, 5, {"z": 6}]}"#;
    check(
        document,
        &[
            ("$.*", r#"[{"x":1,"y":[2,3]},[{"x":4},5,{"z":6}]]"#),
            ("$.a.*", "[1,[2,3]]"),
            ("$.*.x", "[1]"),
            ("$.*[*]", r#"[1,[2,3],{"x":4},5,{"z":6}]"#),
            ("$.b[*].x", "[4]"),
            ("$.b.[*].z", "[6]"),
            ("$.a.x.*", "[]"),
            ("$.b[*].no.such", "[]"),
        ],
    );
}

#[test]
fn indexes_and_slices() {
    check(
        "[0, 1, 2, 3, 4]",
        &[
            ("$[1:3]", "[1,2]"),
            ("$[3:]", "[3,4]"),
            ("$[-2:]", "[3,4]"),
            ("$[-9:]", "[0,1,2,3,4]"),
            ("$[:2]", "[0,1]"),
            ("$[:-3]", "[0,1]"),
            ("$[:-9]", "[]"),
            ("$[:]", "[0,1,2,3,4]"),
            ("$[0:4:2]", "[0,1,2,3]"),
            ("$[2:9]", "[2,3,4]"),
            ("$[3:1]", "[]"),
            ("$[0:-1]", "[]"),
            ("$[-3:-1]", "[2,3]"),
            ("$[-2:2]", "[3,4,0,1]"),
            ("$[-2147483648:2147483647]", "[0,1,2,3,4,0,1,2,3,4]"),
            ("$[0,2,-1,9]", "[0,2,4]"),
            ("$[1,1]", "[1,1]"),
        ],
    );
}

#[test]
fn lists_of_names() {
    let document = r#"{"a": {"x": 1, "y": 2}, "b": {"x": 3}, "c": [{"x": 4, "y": 5}, {}, 6]}"#;
    check(
        document,
        &[
            ("$['a','no']", r#"{"a":{"x":1,"y":2}}"#),
            ("$.a['y','x','y']", r#"{"y":2,"x":1}"#),
            ("$['no','such']", "{}"),
            ("$['a','b'].x", "[1,3]"),
            ("$['b','a','no']['x']", "[3,1]"),
            ("$.c[*]['x','y']", r#"[{"x":4,"y":5},{}]"#),
            ("$..['x','y']", r#"[{"x":1,"y":2},{"x":4,"y":5}]"#),
        ],
    );
}

#[test]
fn deep_scans() {
    let document = r#"{"p": 1, "a": [{"p": 2, "b": {"p": [3, {"p": 4}]}}, [{"p": 5}]]}"#;
    check(
        document,
        &[
            ("$..p", r#"[1,2,[3,{"p":4}],4,5]"#),
            ("$.a..p", r#"[2,[3,{"p":4}],4,5]"#),
            ("$..b.p", r#"[[3,{"p":4}]]"#),
            ("$..p[0]", "[3]"),
            ("$..p[*]", r#"[3,{"p":4}]"#),
            ("$..[0]", r#"[{"p":2,"b":{"p":[3,{"p":4}]}},3,{"p":5}]"#),
            ("$..[1:].p", "[4]"),
            ("$..no", "[]"),
            ("$..b..p", r#"[[3,{"p":4}],4]"#),
            ("$..[?(@.p == 5)]", r#"[{"p":5}]"#),
            ("$..[?(@.p)].p", r#"[1,2,[3,{"p":4}],4,5]"#),
            ("$.p..x", "[]"),
        ],
    );
    check(r#"{"a": [1]}"#, &[("$..*", "[[1],1]")]);
}

#[test]
fn filters_compare() {
    let document = r#"{"max": 10, "names": ["a", "c"], "s": [
        {"n": "a", "p": 5}, {"n": "b", "p": 10.0}, {"n": "c", "p": "10"}, {"n": null}, 7, "x",
        [{"n": "a"}]]}"#;
    let names = |filter: &str| {
        let found = evaluate(&format!("$.s[?({filter})].n"), &json(document)).unwrap();
        found.to_string().replace(['[', ']', '"'], "")
    };
    for (filter, expected) in [
        ("@.p == 10", "b,c"),
        ("@.p == '10'", "b,c"),
        ("'10' == @.p", "c"),
        ("@.p != 10", "a,null"),
        ("@.p < 10", "a"),
        ("@.p <= 10", "a,b"),
        ("@.p > 5", "b"),
        ("@.p >= 5", "a,b"),
        ("@.p >= $.max", "b"),
        ("10 <= @.p", "b"),
        ("@.p > '1'", "c"),
        ("@.n > 'a'", "b,c"),
        ("@.n == null", "null"),
        ("@.n != null", "a,b,c"),
        ("@.no == null", ""),
        ("@.no != null", "a,b,c,null"),
        ("@.no == @.no", ""),
        ("@.n == @.n", "a,b,c,null"),
        ("@.n == true", ""),
        ("@.n == a", "a"),
        ("@.n in ['a', null]", "a,null"),
        ("@.n nin ['a', null]", "b,c"),
        ("@.n in $.names", "a,c"),
        ("@.n in $.names[*]", "a,c"),
        ("@.n in $.max", ""),
        ("!(@.n in $.max)", ""),
        ("@.p in [10]", "b,c"),
        ("@.p", "a,b,c"),
        ("!@.p", "null"),
        ("!(@.p)", "null"),
        ("@", "a,b,c,null"),
        ("@.n == 'a' || @.p == 10 && @.n == 'c'", "a,c"),
        ("(@.n == 'a' || @.p == 10) && @.n == 'c'", "c"),
        ("@.n =~ /[AB]/i", "a,b"),
        ("@.p =~ /\\d+/", "a,c"),
        ("@.p =~ /1.*/", "b,c"),
        ("@.no =~ /.*/", "a,b,c,null"),
        ("@ == {'p': 5, 'n': 'a'}", "a"),
    ] {
        assert_eq!(names(filter), expected, "{filter}");
    }
}

#[test]
fn filters_of_objects_and_in_filters() {
    let document = r#"{"one": {"k": 1}, "s": [
        {"id": 1, "t": [{"v": 1}, {"v": 2}]}, {"id": 2, "t": []}, {"id": 3, "t": [{}]}, {"id": 4}]}"#;
    check(
        document,
        &[
            ("$.one[?(@.k == 1)]", r#"[{"k":1}]"#),
            ("$.one[?(@.k == 2)]", "[]"),
            ("$.one.k[?(@.k)]", "[]"),
            ("$.s[*].t[?(@.v)]", r#"[{"v":1},{"v":2}]"#),
            ("$.s[?(@.t[0].v == 1)].id", "[1]"),
            ("$.s[?(@.t[*].v == [1, 2])].id", "[1]"),
            // What selects is there, unless something on the way lacks a member.
            ("$.s[?(@.t[*].v)].id", "[1,2]"),
            ("$.s[?(@.t[?(@.v > 1)])].id", "[1,2,3]"),
            ("$.s[?(2 in @.t[*].v)].id", "[1]"),
            ("$.s[?(@.id == $.s[?(@.t)].id)].id", "[]"),
            ("$.s[?(@.id in $.s[?(@.t)].id)].id", "[1,2,3]"),
            ("$.s[?(@['id','t'])].id", "[1,2,3]"),
            ("$.s[?(@[*]['v','v'])].id", "[1,2,3,4]"),
            ("$.s[?(@..id)].id", "[2,4]"),
            ("$.s[?(@.t[*]['v','v'])].id", "[1,2]"),
        ],
    );
}

#[test]
fn strings_with_everything_in_them() {
    let document = r#"{"a b": [{"it's": "x]"}, {"it's": "y)"}], "ü": {"k\"k": 1}, "": {"": 2}}"#;
    check(
        document,
        &[
            (r"$['a b'][?(@['it\'s'] == 'x]')]['it\'s']", r#"["x]"]"#),
            (r#"$['a b'][?(@["it's"] =~ /y\)/)]["it's"]"#, r#"["y)"]"#),
            (r#"$.ü['k"k','no']"#, r#"{"k\"k":1}"#),
            ("$..['']", r#"[{"":2},2]"#),
        ],
    );
}

#[test]
fn deep_documents() {
    let document = format!("{}1{}", r#"{"a":["#.repeat(400), "]}".repeat(400));
    let document = json(&document);
    let found = evaluate("$..a", &document).unwrap();
    assert_eq!(found.as_array().unwrap().len(), 400);
    assert_eq!(evaluate("$..[?(@.b)]", &document).unwrap().to_string(), "[]");
}

#[test]
fn work_is_bounded() {
    let document = json(&format!("{}1{}", "[".repeat(900), "]".repeat(900)));
    let error = evaluate("$..*..*..*..*", &document).unwrap_err();
    assert_eq!(error, "Invalid path '$..*..*..*..*' : it visits more than 5000000 values");
    assert!(compile("$..*..*..*..*").is_present(&document).is_err());
    let slow = json(&format!(r#"[{{"a": "{}"}}]"#, "a".repeat(100_000)));
    assert_eq!(evaluate("$[?(@.a =~ /(a*)*b/)]", &slow).unwrap().to_string(), "[]");
}
