//! What single constructs parse to, and what errors say.

use super::ast::{Label, Node, NodeKind, Path, Stage};
use super::{Code, parse};

fn parsed(text: &str) -> Node {
    parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

fn path(text: &str) -> Path {
    match parsed(text).kind {
        NodeKind::Path(path) => path,
        other => panic!("{text}: {other:?}"),
    }
}

#[track_caller]
fn assert_error(text: &str, code: Code, message: &str, at: &str) {
    let error = parse(text).unwrap_err();
    assert_eq!((error.code, error.message.as_str()), (code, message), "{text}");
    assert_eq!(&text[error.span.range()], at, "{text}");
}

#[track_caller]
fn assert_written(text: &str, written: &str) {
    assert_eq!(parsed(text).to_string(), written);
}

#[test]
fn literals() {
    assert_eq!(parsed(" /* a */ null ").kind, NodeKind::Null);
    assert_eq!(parsed("-12.5e1").kind, NodeKind::Number(-125.0));
    for (text, value) in [
        (r#"'a"b'"#, "a\"b"),
        (r#""\n\u00e4\ud83d\ude00""#, "\nä😀"),
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ude00\ud83dx""#, "\u{fffd}\u{fffd}x"),
    ] {
        assert_eq!(parsed(text).kind, NodeKind::String(value.to_owned()), "{text}");
    }
    let NodeKind::Regex(regex) = parsed(r"/[/]\/(a|b)/im").kind else { panic!("no regex") };
    assert_eq!(regex.pattern, r"[/]\/(a|b)");
    assert!(regex.ignore_case && regex.multi_line);
}

#[test]
fn predicates_belong_to_steps_or_to_values() {
    let filtered = path("a.b[0].c");
    assert_eq!(filtered.steps.iter().map(|step| step.stages.len()).collect::<Vec<_>>(), [0, 1, 0]);
    assert_eq!(parsed("(a.b)[0]").predicates.len(), 1);
    let first = path("$x[0].$y[1]");
    assert_eq!((first.steps[0].node.predicates.len(), first.steps[0].stages.len()), (1, 0));
    assert_eq!((first.steps[1].node.predicates.len(), first.steps[1].stages.len()), (0, 1));
}

#[test]
fn arrays_are_kept_and_constructed() {
    assert!(path("a[].b").keep_singleton);
    assert!(path("a.b[0][]").keep_singleton);
    assert!(!path("a.b").keep_singleton);
    assert!(path("[a, b].c").steps[0].node.is_constructed());
    assert!(path("a.[b].c").steps[1].node.is_constructed());
    assert!(!parsed("[a]").is_constructed());
}

#[test]
fn positions_are_bound() {
    let bound = path("a@$v.b#$i[c]#$j");
    assert_eq!(bound.steps[0].focus.as_deref(), Some("v"));
    assert_eq!(bound.steps[1].index.as_deref(), Some("i"));
    assert!(matches!(&bound.steps[1].stages[1], Stage::Index { variable, .. } if variable == "j"));
    assert!(bound.steps.iter().all(|step| step.tuple));
}

#[test]
fn parents_find_their_step() {
    let found = path("a.b.c.{ 'x': %.%.d, 'y': % }");
    let ancestors: Vec<_> = found.steps.iter().map(|step| step.ancestor).collect();
    assert_eq!(ancestors, [None, Some(Label(0)), Some(Label(1)), None]);
    assert!(found.steps[1].tuple && found.steps[2].tuple && !found.steps[0].tuple);
}

#[test]
fn calls_at_the_end_of_functions_are_marked() {
    let NodeKind::Lambda(lambda) = parsed("function($x){ $x ? ($f(); $g()) : $h()[0] }").kind
    else {
        panic!("no function")
    };
    let NodeKind::Condition(condition) = lambda.body.kind else { panic!("no condition") };
    let NodeKind::Block(block) = &condition.then.kind else { panic!("no block") };
    let tails = block.expressions.iter().chain(&condition.otherwise).map(|node| match &node.kind {
        NodeKind::Call(call) => call.tail,
        _ => panic!("no call"),
    });
    assert_eq!(tails.collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn what_is_written_means_the_same() {
    assert_written("`a`.`b c`.'d`e'.'f` g'", "a.`b c`.d`e.\"f` g\"");
    assert_written("and.or", "`and`.`or`");
    assert_written("a{b:c}.d[]", "a.d[]{b: c}");
    assert_written("1+2*-3", "1 + 2 * -3");
    assert_written("a^(<b,>c)", "a^(b, >c)");
    assert_written("λ($x)<s?:s>{$f(?,1)}", "function($x)<s?>{$f(?, 1)}");
    assert_written("|a|{b:1},'c'|", "|a|{b: 1}, \"c\"|");
    assert_written("[1..2,x]", "[1 .. 2, x]");
}

#[test]
fn errors_say_what_and_where() {
    assert_error("", Code::S0207, "Unexpected end of expression", "");
    assert_error("a +", Code::S0207, "Unexpected end of expression", "");
    assert_error("[1, 2", Code::S0203, r#"Expected "]" before end of expression"#, "");
    assert_error("a[1, 2]", Code::S0202, r#"Expected "]", got ",""#, ",");
    assert_error("}", Code::S0211, r#"The symbol "}" cannot be used as a unary operator"#, "}");
    assert_error("a b", Code::S0201, r#"Syntax error: "b""#, "b");
    assert_error("a 1e21", Code::S0201, "Syntax error: 1e+21", "1e21");
    let quote = "String literal must be terminated by a matching quote";
    assert_error("a & 'b", Code::S0101, quote, "'");
    assert_error("1e999", Code::S0102, r#"Number out of range: "1e999""#, "1e999");
    assert_error(r#""\q""#, Code::S0103, r#"Unsupported escape sequence: \"q""#, r"\q");
    assert_error("a ~ b", Code::S0204, r#"Unknown operator: "~""#, "~");
    assert_error("a /* b", Code::S0106, "Comment has no closing tag", "/*");
    assert_error("/a", Code::S0302, "No terminating / in regular expression", "/a");
    let step = "The literal value 5 cannot be used as a step within a path expression";
    assert_error("a.5", Code::S0213, step, "5");
    let variable = r#"The right side of "@" must be a variable name (start with $)"#;
    assert_error("a@b", Code::S0214, variable, "b");
    let parent = "The object representing the 'parent' cannot be derived from this expression";
    assert_error("a.%.%", Code::S0217, parent, "%");
    let parameter = "Parameter 2 of function definition must be a variable name (start with $)";
    assert_error("function($a, b){1}", Code::S0208, parameter, "b");
}
