use super::{Condition, FilterPath, FilterRoot, Operand, Relation};
use crate::ir::Literal;
use crate::path::{Segment, SyntaxError, parse as parse_path};
use proptest::prelude::*;

fn parse(text: &str) -> Result<Condition, SyntaxError> {
    let path = parse_path(&format!("$[?({text})]"))?;
    match <[Segment; 1]>::try_from(path.segments).unwrap() {
        [Segment::Filter(filter)] => {
            assert_eq!(filter.text, text.trim());
            Ok(filter.condition)
        }
        other => panic!("{other:?}"),
    }
}

/// A condition as text again, with all its parentheses.
fn show(condition: &Condition) -> String {
    let joined = |conditions: &[Condition], operator| {
        format!("({})", conditions.iter().map(show).collect::<Vec<_>>().join(operator))
    };
    match condition {
        Condition::All(conditions) => joined(conditions, " && "),
        Condition::Any(conditions) => joined(conditions, " || "),
        Condition::Not(condition) => format!("!{}", show(condition)),
        Condition::Exists(path) => show_path(path),
        Condition::Compare { relation, left, right } => {
            let relation = match relation {
                Relation::Equals => "==",
                Relation::NotEquals => "!=",
                Relation::LessThan => "<",
                Relation::LessThanEquals => "<=",
                Relation::GreaterThan => ">",
                Relation::GreaterThanEquals => ">=",
                Relation::In => "in",
                Relation::NotIn => "nin",
            };
            format!("{} {relation} {}", show_operand(left), show_operand(right))
        }
        Condition::Matches { value, pattern } => {
            format!("{} =~ /{}/{}", show_operand(value), pattern.text, pattern.flags)
        }
    }
}

fn show_path(path: &FilterPath) -> String {
    let root = if path.root == FilterRoot::Current { "@" } else { "$" };
    let segments = path.segments.clone();
    let path = crate::path::Path { text: String::new(), root: crate::path::Root::Input, segments };
    format!("{root}{}", path.normalized().trim_start_matches('$'))
}

fn show_operand(operand: &Operand) -> String {
    match operand {
        Operand::Path(path) => show_path(path),
        Operand::Literal(Literal::String(text)) => format!("{text:?}"),
        Operand::Literal(literal) => format!("{literal:?}"),
    }
}

#[test]
fn conditions() {
    for (text, meaning) in [
        ("@.a", "@['a']"),
        ("@", "@"),
        (" @.a ", "@['a']"),
        ("!@.a", "!@['a']"),
        ("!(@.a == 1)", "!@['a'] == Integer(1)"),
        ("@.a==1", "@['a'] == Integer(1)"),
        ("@.x-y<=-1.5", "@['x-y'] <= Number(-1.5)"),
        ("@['a b'] != \"it's\"", "@['a b'] != \"it's\""),
        ("1 < @.a[0].b", "Integer(1) < @['a'][0]['b']"),
        ("@.a > $.b.c", "@['a'] > $['b']['c']"),
        (
            "@.a in ['x', \"y\", 1, null]",
            "@['a'] in Array([String(\"x\"), String(\"y\"), Integer(1), Null])",
        ),
        ("@.a NIN $.list", "@['a'] nin $['list']"),
        ("@.a == {'b': [true]}", "@['a'] == Object([(\"b\", Array([Bool(true)]))])"),
        ("@.a == SOLD", "@['a'] == \"SOLD\""),
        ("@.a =~ /[)\\/]+/i", "@['a'] =~ /[)\\/]+/i"),
        ("@.a && @.b || @.c", "((@['a'] && @['b']) || @['c'])"),
        ("@.a && (@.b||@.c) && @.d", "(@['a'] && (@['b'] || @['c']) && @['d'])"),
        ("@['k)'] == ')]'", "@['k)'] == \")]\""),
        ("@.a[?(@.b == $.c)]", "@['a'][?(@.b == $.c)]"),
        ("@.*", "@[*]"),
        ("@..a", "@..['a']"),
    ] {
        assert_eq!(show(&parse(text).unwrap()), meaning, "{text}");
    }
}

#[test]
fn errors_point_at_the_place() {
    for (text, offset, message) in [
        ("", 3, "the filter has no condition"),
        ("@.a == ", 11, "expected a value, found `)`"),
        ("@.a = 1", 8, "expected an operator or `)`, found `=`"),
        ("@.a === 1", 10, "expected a value, found `=`"),
        ("a == 1", 4, "`a` is neither a path nor a constant"),
        ("1", 4, "a constant is not a condition"),
        ("@.a subsetof ['x']", 8, "`subsetof` is not an operator"),
        ("@.a @.b", 8, "expected an operator or `)`, found `@`"),
        ("!@.a == 1", 4, "a `!` before a comparison"),
        ("@.a && ", 11, "expected a path that starts with `@`, found `)`"),
        ("(@.a", 9, "expected an operator or `)`, found `]`"),
        ("@.a == 'x", 11, "the string has no closing quote"),
        ("@.a == 1x", 11, "`1x` is not a number"),
        ("@.a == 1e999", 11, "`1e999` is not a number"),
        ("@.a in ['x' 'y']", 16, "expected `,` or `]`, found `'`"),
        ("@.a in [x]", 12, "expected a constant, found `x`"),
        ("@.a == {'b': 1, 'b': 2}", 20, "the member `b` is there twice"),
        ("@.a == $$.b", 12, "expected `.` or `[`, found `$`"),
        ("@a == 1", 5, "expected `.` or `[`, found `a`"),
        ("@.a =~ 'x'", 11, "expected a regular expression, found `'`"),
        ("@.a =~ /x", 11, "the regular expression has no closing `/`"),
        ("@.a =~ /x/q", 14, "there is no flag `q`"),
        ("@.a =~ /(x/", 12, "the regular expression does not parse: unclosed group"),
        ("@.a =~ /x(?=y)/", 13, "look-around in a regular expression is not supported"),
        ("@.a =~ /(x)\\1/", 15, "a back reference in a regular expression is not supported"),
        ("@.a =~ /x*+/", 13, "a possessive quantifier in a regular expression is not supported"),
        ("@.a =~ /\\w{500}{500}/", 12, "the regular expression is too large"),
    ] {
        let found = parse(text).unwrap_err();
        assert_eq!((found.offset, found.message.as_str()), (offset, message), "{text}");
    }
}

#[test]
fn errors_help() {
    let help = |text| parse(text).unwrap_err().help.unwrap();
    assert_eq!(help("a == 1"), "write `@.a`");
    assert_eq!(help("@.a = 1"), "write `==`");
    assert!(help("@.a contains 'x'").contains("`in`"));
    assert!(help("@.a =~ /x(?!y)/").contains("exponential"));
}

#[test]
fn size_is_bounded() {
    let nested = |open: &str, inner: &str, close: &str, depth| {
        parse(&format!("{}{inner}{}", open.repeat(depth), close.repeat(depth)))
    };
    for (open, inner, close) in
        [("(", "@.a", ")"), ("!", "@.a", ""), ("@[?(", "@.a", ")]"), ("!(", "@.a", ")")]
    {
        assert!(nested(open, inner, close, 10).is_ok(), "{open}");
        assert!(nested(open, inner, close, 100_000).unwrap_err().unsupported, "{open}");
    }
    let list = format!("@.a == {}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(parse(&list).unwrap_err().unsupported);
    let many = |count| parse(&vec!["@.a"; count].join("||"));
    assert!(many(256).is_ok());
    assert!(many(257).unwrap_err().unsupported);
}

/// Whether a Java pattern, as it is translated, matches a text.
fn matches(pattern: &str, text: &str) -> bool {
    let Ok(Condition::Matches { pattern, .. }) = parse(&format!("@.a =~ {pattern}")) else {
        panic!("{pattern}");
    };
    regex::Regex::new(&pattern.regex).unwrap().is_match(text)
}

#[test]
fn patterns_mean_what_java_means() {
    for (pattern, text, expected) in [
        ("/b/", "abc", false),
        ("/.*b.*/", "abc", true),
        ("/X/", "x", false),
        ("/X/i", "x", true),
        ("/a|b/", "b", true),
        ("/a|b/", "ab", false),
        (r"/a\/b/", "a/b", true),
        (r"/\d+/", "12", true),
        (r"/\d/", "٣", false),
        (r"/\d/U", "٣", true),
        (r"/[\w-]+/", "a-b", true),
        (r"/\W/", "é", true),
        ("/./", "\u{2028}", false),
        ("/./d", "\u{2028}", true),
        ("/./s", "\n", true),
        ("/(?s)a.b/", "a\nb", true),
        (r"/\Qa.b\E+/", "a.bb", true),
        (r"/\Qa.b\E/", "axb", false),
        (r"/\<b\>/", "<b>", true),
        (r"/\p{Alpha}+/", "é", false),
        (r"/\p{IsAlphabetic}+/", "é", true),
        (r"/\P{Lower}/", "A", true),
        ("/[+--]/", ",", true),
        ("/[a-c&&[^b]]/", "b", false),
        ("/[]a]/", "]", true),
        ("/a # b/x", "a", true),
        (r"/SBJ.*?/i", "sbj01", true),
        (r"/abc\Z/", "abc", true),
    ] {
        assert_eq!(matches(pattern, text), expected, "{pattern} on {text:?}");
    }
}

proptest! {
    #[test]
    fn any_filter_parses_or_says_where_not(text in r#"[@$.a\[\]'"0-9:,*?()!=<>~/\\ &|in{}é-]{0,24}"#) {
        let path = format!("$[?({text})]");
        if let Err(error) = parse_path(&path) {
            prop_assert!(path.is_char_boundary(error.offset), "{error:?}");
        }
    }

    #[test]
    fn any_pattern_compiles_or_is_refused(text in r"[a-c.*+?(){}\[\]|^$\\dwsbQEpZ<>!=:0-9,&~-]{0,16}") {
        if let Ok(Condition::Matches { pattern, .. }) = parse(&format!("@.a =~ /{text}/")) {
            prop_assert!(regex::Regex::new(&pattern.regex).is_ok(), "{}", pattern.regex);
        }
    }
}
