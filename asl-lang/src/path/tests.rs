use super::{Path, Root, Segment, SyntaxError, parse, parse_reference};
use proptest::prelude::*;

fn member(name: &str) -> Segment {
    Segment::Member(name.to_owned())
}

fn segments(text: &str) -> Vec<Segment> {
    parse(text).unwrap().segments
}

fn error(text: &str) -> SyntaxError {
    parse(text).unwrap_err()
}

#[test]
fn roots() {
    assert_eq!(parse("$").unwrap().root, Root::Input);
    assert_eq!(parse("$$.Execution.Id").unwrap().root, Root::Context);
    let variable = parse("$größe_2.a").unwrap();
    assert_eq!(variable.root, Root::Variable("größe_2".to_owned()));
    assert_eq!(variable.segments, [member("a")]);
}

#[test]
fn names_and_indexes() {
    assert_eq!(segments("$.a-b.c:d.${X}"), [member("a-b"), member("c:d"), member("${X}")]);
    assert_eq!(segments("$['a']['b'][0]"), [member("a"), member("b"), Segment::Index(0)]);
    assert_eq!(segments("$.[0].a"), [Segment::Index(0), member("a")]);
    assert_eq!(segments("$[ -1 ]"), [Segment::Index(-1)]);
    assert_eq!(segments(r#"$["it's"]['say \'hi\'']"#), [member("it's"), member("say 'hi'")]);
    assert_eq!(segments(r#"$['a\"\n\\']["\""]"#), [member(r#"a\"\n\\"#), member("\"")]);
    assert_eq!(segments(" $.a \n"), [member("a")]);
}

#[test]
fn selections() {
    let names = || Segment::Members(vec!["a".to_owned(), "b c".to_owned()]);
    assert_eq!(segments("$.*[*].[*]"), [Segment::Wildcard, Segment::Wildcard, Segment::Wildcard]);
    assert_eq!(segments("$['a' , \"b c\"]"), [names()]);
    assert_eq!(segments("$[*].['a','b c']"), [Segment::Wildcard, names()]);
    assert_eq!(segments("$[0, 2,-1]"), [Segment::Indexes(vec![0, 2, -1])]);
    let slice = |start, end| [Segment::Slice { start, end }];
    assert_eq!(segments("$[1:3]"), slice(Some(1), Some(3)));
    assert_eq!(segments("$[-2:]"), slice(Some(-2), None));
    assert_eq!(segments("$[:2]"), slice(None, Some(2)));
    assert_eq!(segments("$[0:4:2]"), slice(Some(0), Some(4)));
    assert_eq!(segments("$..a"), [Segment::Descendants, member("a")]);
    assert_eq!(segments("$..[0]"), [Segment::Descendants, Segment::Index(0)]);
    assert_eq!(segments("$..*"), [Segment::Descendants, Segment::Wildcard]);
}

#[test]
fn functions() {
    let function = Segment::Function { name: "length".to_owned(), arguments: String::new() };
    assert_eq!(segments("$.a.length()"), [member("a"), function]);
}

#[test]
fn definite() {
    for (path, plain, definite) in [
        ("$.a['b'][0][-1]", true, true),
        ("$", true, true),
        ("$['a','b']", false, true),
        ("$.c['a','b']", false, true),
        ("$['a','b'].c", false, false),
        ("$.a[*]", false, false),
        ("$..a", false, false),
        ("$[1:]", false, false),
        ("$[0,1]", false, false),
        ("$[?(@.a)]", false, false),
        ("$..['a','b']", false, false),
    ] {
        let parsed = parse(path).unwrap();
        assert_eq!((parsed.is_plain(), parsed.is_definite()), (plain, definite), "{path}");
    }
}

#[test]
fn functions_are_found() {
    let function = |text| parse(text).unwrap().function().map(str::to_owned);
    assert_eq!(function("$.a[?(@.b == 1)]"), None);
    assert_eq!(function("$.a.sum()").unwrap(), "sum");
    assert_eq!(function("$[?(@.a == 1 || !(@.b.length() > 0))]").unwrap(), "length");
    assert_eq!(function("$[?(@[?(@.a.keys())])]").unwrap(), "keys");
}

#[test]
fn normalized_as_in_messages() {
    let normalized = |text| parse(text).unwrap().normalized();
    assert_eq!(normalized("$.a.b[0]"), "$['a']['b'][0]");
    assert_eq!(normalized("$$.Execution.Id"), "$['Execution']['Id']");
    assert_eq!(normalized("$..a[*][1:][0,1]['x','y']"), "$..['a'][*][1:][0,1]['x','y']");
    assert_eq!(parse("$.a.b.c").unwrap().normalized_prefix(1), "$['a']");
}

#[test]
fn errors_point_at_the_place() {
    for (text, offset, message) in [
        ("", 0, "expected a path, which starts with `$`, but the text ends"),
        ("a.b", 0, "expected a path, which starts with `$`, found `a`"),
        ("$.", 2, "expected a name after `.`, but the text ends"),
        ("$.a.", 4, "expected a name after `.`, but the text ends"),
        ("$..", 3, "expected a name, `*` or `[` after `..`, but the text ends"),
        ("$...a", 3, "expected a name, `*` or `[` after `..`, found `.`"),
        ("$-a", 1, "expected `.` or `[`, found `-`"),
        ("$.a b", 3, "a blank in a path"),
        ("$.é]", 4, "expected `.` or `[`, found `]`"),
        ("$.a*", 3, "expected `.` or `[`, found `*`"),
        ("$['a", 2, "the string has no closing quote"),
        ("$['a'", 5, "expected `]`, but the text ends"),
        ("$[1", 3, "expected `]`, but the text ends"),
        ("$[]", 2, "expected a name in quotes, an index, `*` or `?` after `[`, found `]`"),
        ("$[a]", 2, "expected a name in quotes, an index, `*` or `?` after `[`, found `a`"),
        ("$[1,]", 4, "expected an index after `,`, found `]`"),
        ("$[99999999999]", 2, "the index `99999999999` is out of range"),
        ("$[?@.a]", 3, "expected `(` after `?`, found `@`"),
        ("$[?()]", 3, "the filter has no condition"),
        ("$[?(@.a]", 7, "expected an operator or `)`, found `]`"),
        ("$[?(@.a", 3, "the `(` has no closing `)`"),
        ("$[(@.length-1)]", 2, "a script is not a path"),
        (r"$[?(@.a == '\u00')]", 12, "`\\u` needs four hex digits"),
    ] {
        let found = error(text);
        assert_eq!((found.offset, found.message.as_str()), (offset, message), "{text}");
    }
}

#[test]
fn errors_help() {
    assert_eq!(error("order").help.unwrap(), "write `$.order`");
    assert_eq!(error("$[name]").help.unwrap(), "write `['name']`");
    assert!(error("$.my name").help.unwrap().contains("['my name']"));
}

#[test]
fn length_is_bounded() {
    assert!(parse(&format!("${}", ".a".repeat(256))).is_ok());
    assert!(error(&format!("${}", ".a".repeat(257))).unsupported);
}

#[test]
fn reference_paths() {
    let path = parse_reference("$.a['b c'][2]").unwrap();
    assert_eq!(path.normalized(), "$['a']['b c'][2]");
    assert!(parse_reference("$").unwrap().segments.is_empty());
    for (text, offset, message) in [
        (
            "$$.a",
            0,
            "a reference path starts from the state input, not from the context object `$$`",
        ),
        ("$x.a", 0, "a reference path starts from the state input, not from the variable `$x`"),
        ("$.a[*]", 3, "a wildcard in a reference path"),
        ("$.a[-1]", 3, "a negative index in a reference path"),
        ("$..a", 1, "a deep scan in a reference path"),
    ] {
        let found = parse_reference(text).unwrap_err();
        assert_eq!((found.offset, found.message.as_str()), (offset, message), "{text}");
    }
}

fn any_segment() -> impl Strategy<Value = Segment> {
    let name = || any::<String>().prop_map(|name| name.replace('\\', "/"));
    prop_oneof![
        name().prop_map(Segment::Member),
        any::<i32>().prop_map(Segment::Index),
        Just(Segment::Wildcard),
        prop::collection::vec(name(), 2..4).prop_map(Segment::Members),
        prop::collection::vec(any::<i32>(), 2..4).prop_map(Segment::Indexes),
        any::<(Option<i32>, Option<i32>)>().prop_map(|(start, end)| Segment::Slice { start, end }),
        "@\\.[a-z]{1,5} == '[a-z)\\]]{0,5}'".prop_map(|condition| {
            parse(&format!("$[?({condition})]")).unwrap().segments.remove(0)
        }),
        ("[a-z]{1,5}", "[0-9]{0,3}")
            .prop_map(|(name, arguments)| Segment::Function { name, arguments }),
    ]
}

proptest! {
    #[test]
    fn any_text_parses_or_says_where_not(text in any::<String>()) {
        check_error(&text);
    }

    #[test]
    fn almost_paths_parse_or_say_where_not(text in r#"\$[$.a\[\]'"0-9:,*?()@=~/\\ -é]{0,20}"#) {
        check_error(&text);
    }

    #[test]
    fn printed_paths_parse_back(
        segments in prop::collection::vec((any::<bool>(), any_segment()), 0..8),
    ) {
        let segments: Vec<Segment> = segments
            .into_iter()
            .flat_map(|(deep, segment)| deep_scan(deep, segment))
            .collect();
        let path = Path { text: String::new(), root: Root::Input, segments };
        prop_assert_eq!(parse(&path.normalized()).unwrap().segments, path.segments);
    }
}

/// The segment, after `..` where that can be written.
fn deep_scan(deep: bool, segment: Segment) -> Vec<Segment> {
    match segment {
        Segment::Function { .. } => vec![segment],
        _ if deep => vec![Segment::Descendants, segment],
        _ => vec![segment],
    }
}

fn check_error(text: &str) {
    match parse(text) {
        Ok(path) => assert_eq!(path.to_string(), text),
        Err(error) => assert!(text.is_char_boundary(error.offset), "{error:?}"),
    }
    let _ = parse_reference(text);
}
