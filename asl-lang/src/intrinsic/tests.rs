use super::{Argument, ArgumentKind, Call, Function, StringLiteral};
use super::{parse, split_template};
use crate::ir::Literal;
use crate::path::{self, SyntaxError};
use proptest::prelude::*;

fn error(text: &str) -> SyntaxError {
    parse(text).unwrap_err()
}

fn kinds(text: &str) -> Vec<ArgumentKind> {
    parse(text).unwrap().arguments.into_iter().map(|argument| argument.kind).collect()
}

fn number(literal: Literal) -> ArgumentKind {
    ArgumentKind::Number(literal)
}

#[test]
fn every_function_is_known_by_its_name() {
    assert_eq!(Function::ALL.len(), 18);
    for function in Function::ALL {
        assert_eq!(Function::from_name(function.name()), Some(*function));
        let arguments = vec!["$.a"; *function.arguments().start()].join(",");
        assert_eq!(
            parse(&format!("{}({arguments})", function.name())).unwrap().function,
            *function
        );
    }
}

#[test]
fn arguments_of_every_kind() {
    assert_eq!(
        kinds("States.Array( 'a' ,1,-2.5 , 18446744073709551615, 1e3,true,false , null)"),
        [
            ArgumentKind::String(StringLiteral { written: "a".into(), value: "a".into() }),
            number(Literal::Integer(1)),
            number(Literal::Number(-2.5)),
            number(Literal::Unsigned(u64::MAX)),
            number(Literal::Number(1000.0)),
            ArgumentKind::Bool(true),
            ArgumentKind::Bool(false),
            ArgumentKind::Null,
        ]
    );
    let paths = ["$.a['b,c)'][0]", "$$.Execution.Id", "$x.y", "$[?(@.a == 'x)')]"];
    assert_eq!(
        kinds(&format!("States.Array({})", paths.join(" , "))),
        paths.map(|path| ArgumentKind::Path(path::parse(path).unwrap()))
    );
}

#[test]
fn nested_calls_know_their_place() {
    let call = parse("States.Array($.a, States.MathAdd(1, $.b))").unwrap();
    assert_eq!(call.arguments[1].offset, 18);
    let ArgumentKind::Call(inner) = &call.arguments[1].kind else { unreachable!() };
    assert_eq!(call.text, "States.Array($.a, States.MathAdd(1, $.b))");
    assert_eq!(inner.text, "States.MathAdd(1, $.b)");
    assert_eq!((inner.offset, inner.function), (18, Function::MathAdd));
    let paths: Vec<_> = call.paths().into_iter().map(|(at, path)| (at, path.to_string())).collect();
    assert_eq!(paths, [(13, "$.a".to_owned()), (36, "$.b".to_owned())]);
}

#[test]
fn escapes_in_strings() {
    let [ArgumentKind::String(string)] = &kinds(r"States.StringToJson('it\'s \{\\\}')")[..] else {
        unreachable!()
    };
    assert_eq!(string.value, r"it's {\}");
    assert_eq!(string.written, r"it\'s \{\\\}");
    let refused = error(r"States.StringToJson('a\nb')");
    assert_eq!((refused.offset, refused.message.as_str()), (22, r"unknown escape `\n`"));
}

#[test]
fn nesting_is_bounded() {
    let nested = |depth| format!("{}{}", "States.Array(".repeat(depth), ")".repeat(depth));
    assert!(parse(&nested(10)).is_ok());
    assert_eq!(error(&nested(11)).message, "more than 10 functions nested in each other");
    assert!(parse(&nested(100_000)).is_err());
}

#[test]
fn templates() {
    let split = |template| split_template(template).unwrap();
    assert_eq!(split(""), [""]);
    assert_eq!(split("{}{}"), ["", "", ""]);
    assert_eq!(split(r"a\{{}\}b \{x\} it\'s \\"), ["a{", r"}b {x} it's \"]);
    for template in ["{", "{{}}", "é{x}", "}", "{}}", "${bucket}/{}"] {
        assert_eq!(split_template(template), None, "{template}");
        assert!(parse(&format!("States.Format('{template}', 1)")).is_ok(), "{template}");
    }
}

#[test]
fn errors_point_at_the_place() {
    for (text, offset, message) in [
        ("", 0, "expected an intrinsic function, but the text ends"),
        ("'a'", 0, "expected an intrinsic function, found `'`"),
        ("States.Fromat('a')", 0, "there is no intrinsic function `States.Fromat`"),
        ("States.Format", 13, "expected `(` after `States.Format`, but the text ends"),
        ("States.Array(", 13, "expected an argument, but the text ends"),
        ("States.Array(1,)", 15, "expected an argument, found `)`"),
        ("States.Array(1 2)", 15, "expected `,` or `)`, found `2`"),
        ("States.Array($.a b)", 17, "expected `,` or `)`, found `b`"),
        ("States.Array(1) x", 15, "expected nothing after the call, found ` `"),
        ("States.Array('a)", 13, "the string has no closing quote"),
        ("States.Array(\"a\")", 13, "expected an argument, found `\"`"),
        ("States.Array(abc)", 13, "`abc` is not an argument"),
        ("States.Array(007)", 13, "`007` is not a number"),
        ("States.Array(-)", 13, "`-` is not a number"),
        ("States.Array(1e999)", 13, "`1e999` is not a number"),
        ("States.Array($.)", 15, "expected a name after `.`, found `)`"),
        ("States.MathAdd(1)", 0, "`States.MathAdd` takes 2 arguments, not 1"),
        ("States.UUID(1)", 0, "`States.UUID` takes 0 arguments, not 1"),
        ("States.MathRandom(1)", 0, "`States.MathRandom` takes 2 to 3 arguments, not 1"),
        ("States.Format()", 0, "`States.Format` takes at least 1 argument, not 0"),
        ("States.Format('{} {}', 1)", 0, "the template has 2 `{}`, and 1 values for them"),
    ] {
        let found = error(text);
        assert_eq!((found.offset, found.message.as_str()), (offset, message), "{text}");
    }
}

#[test]
fn names_are_suggested() {
    let help = |text| error(text).help;
    assert_eq!(help("States.Fromat('a')").unwrap(), "did you mean `States.Format`?");
    assert_eq!(help("states.uuid()").unwrap(), "did you mean `States.UUID`?");
    assert_eq!(help("States.Base64Encod('a')").unwrap(), "did you mean `States.Base64Encode`?");
    assert_eq!(help("States.Zebra()"), None);
}

fn any_argument() -> impl Strategy<Value = ArgumentKind> {
    let string = r"([^'\\]|\\['{}\\]){0,8}".prop_map(|written| {
        let mut value = String::new();
        let mut characters = written.chars();
        while let Some(character) = characters.next() {
            value.extend(if character == '\\' { characters.next() } else { Some(character) });
        }
        ArgumentKind::String(StringLiteral { written, value })
    });
    let leaf = prop_oneof![
        string,
        any::<i64>().prop_map(|n| number(Literal::Integer(n))),
        any::<f64>()
            .prop_filter("finite", |n| n.is_finite())
            .prop_map(|n| number(Literal::Number(n))),
        any::<bool>().prop_map(ArgumentKind::Bool),
        Just(ArgumentKind::Null),
        r"\$(\$|[a-z]{1,3})?(\.[a-z]{1,3}|\['[a-z,)]{1,3}'\]){0,3}"
            .prop_map(|text| ArgumentKind::Path(path::parse(&text).unwrap())),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop::collection::vec(inner, 0..4).prop_map(|kinds| ArgumentKind::Call(array(kinds)))
    })
}

fn array(kinds: Vec<ArgumentKind>) -> Call {
    let arguments = kinds.into_iter().map(|kind| Argument { offset: 0, kind }).collect();
    Call { offset: 0, text: String::new(), function: Function::Array, arguments }
}

/// The call with all offsets 0 and without its text.
fn without_offsets(call: Call) -> Call {
    let arguments = call.arguments.into_iter().map(|argument| match argument.kind {
        ArgumentKind::Call(call) => ArgumentKind::Call(without_offsets(call)),
        kind => kind,
    });
    Call { function: call.function, ..array(arguments.collect()) }
}

const ALMOST_A_CALL: &str = r#"States\.(Array|Format)\([$.a'"0-9,(){}\\ é-]{0,20}"#;

proptest! {
    #[test]
    fn any_text_parses_or_says_where_not(text in any::<String>()) {
        if let Err(error) = parse(&text) {
            prop_assert!(text.is_char_boundary(error.offset));
        }
    }

    #[test]
    fn almost_calls_parse_or_say_where_not(text in ALMOST_A_CALL) {
        if let Err(error) = parse(&text) {
            prop_assert!(text.is_char_boundary(error.offset));
        }
    }

    #[test]
    fn printed_calls_parse_back(kinds in prop::collection::vec(any_argument(), 0..5)) {
        let call = array(kinds);
        prop_assert_eq!(without_offsets(parse(&call.to_string()).unwrap()), call);
    }
}
