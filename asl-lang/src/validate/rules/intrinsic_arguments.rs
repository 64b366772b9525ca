//! Constants and calls that are arguments of intrinsic functions have types which those take.
//!
//! What a path leads to is not known beforehand. asl-validator refuses such calls; AWS was not
//! recorded to take one.

use super::{Context, finding};
use crate::ast::{Part, PayloadTemplate, State};
use crate::diagnostic::{Code, Diagnostic};
use crate::intrinsic::{ArgumentKind, Call, Function};
use crate::ir::Type;
use crate::json::locate;
use crate::source::{Source, Spanned};

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for (field, call) in calls(state) {
            for finding in wrong(cx.source, &call, call.value) {
                cx.report(scope, state, field, finding);
            }
        }
    }
}

fn calls(state: &State) -> Vec<(&'static str, Spanned<&Call>)> {
    let mut found = Vec::new();
    for part in state.parts() {
        match part {
            Part::Intrinsic(field, call) => found.push((field, call)),
            Part::Template(field, template) => in_template(field, template, &mut found),
            Part::Assign(assign) => {
                assign.variables.iter().for_each(|v| in_template("Assign", &v.value, &mut found));
            }
            Part::Path(..) => {}
        }
    }
    found
}

fn in_template<'a>(
    field: &'static str,
    template: &'a PayloadTemplate,
    found: &mut Vec<(&'static str, Spanned<&'a Call>)>,
) {
    template.walk(&mut |inner| {
        if let PayloadTemplate::Intrinsic(call) = inner {
            found.push((field, call.as_ref()));
        }
    });
}

/// What is wrong with a call, and with those inside it; `whole` is the text it stands in.
fn wrong(source: &Source, whole: &Spanned<&Call>, call: &Call) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (position, argument) in call.arguments.iter().enumerate() {
        let takes = takes(call.function, position);
        let (given, name, end) = match &argument.kind {
            ArgumentKind::String(text) => (Type::String, "a string", text.written.len() + 2),
            ArgumentKind::Number(_) => (Type::Number, "a number", 1),
            ArgumentKind::Bool(value) => (Type::Boolean, "a Boolean", value.to_string().len()),
            ArgumentKind::Call(inner) => {
                found.extend(wrong(source, whole, inner));
                (inner.function.result(), type_name(inner.function.result()), inner.text.len())
            }
            ArgumentKind::Null | ArgumentKind::Path(_) => continue,
        };
        if fits(takes, given) {
            continue;
        }
        let at = argument.offset;
        let span = locate(source, whole.span, &whole.value.text, at, at + end);
        let function = call.function.name();
        let expected = type_name(takes);
        let message = format!("`{function}` takes {expected} here, not {name}");
        found.push(
            finding(Code::IntrinsicArgument, message, span)
                .label(format!("{expected} is expected here"))
                .help(format!("write {expected}, or a path that leads to one")),
        );
    }
    found
}

/// What a function takes at a position.
fn takes(function: Function, position: usize) -> Type {
    use Function::*;
    match (function, position) {
        (ArrayPartition | ArrayContains | ArrayGetItem | ArrayLength | ArrayUnique, 0) => {
            Type::Array
        }
        (ArrayPartition | ArrayGetItem, _) | (ArrayRange | MathRandom | MathAdd, _) => Type::Number,
        (Base64Encode | Base64Decode | StringToJson | StringSplit, _) => Type::String,
        (Format, 0) | (Hash, 1) => Type::String,
        (JsonMerge, 2) => Type::Boolean,
        (JsonMerge, _) => Type::Object,
        (
            Array | ArrayContains | ArrayLength | ArrayUnique | Hash | JsonToString | Uuid | Format,
            _,
        ) => Type::Any,
    }
}

fn fits(takes: Type, given: Type) -> bool {
    takes == given
        || matches!((takes, given), (Type::Any, _) | (_, Type::Any))
        || matches!((takes, given), (Type::Number, Type::Integer) | (Type::Integer, Type::Number))
}

fn type_name(ty: Type) -> &'static str {
    match ty {
        Type::Any => "a value",
        Type::Null => "null",
        Type::Boolean => "a Boolean",
        Type::Integer | Type::Number => "a number",
        Type::String => "a string",
        Type::Array => "an array",
        Type::Object => "an object",
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    fn call(call: &str) -> Vec<String> {
        task(&format!(r#""Parameters": {{"a.$": "{call}"}}"#))
    }

    #[test]
    fn what_fits() {
        for text in [
            "States.MathAdd($.a, 1.5)",
            "States.Format('{} {}', 1, States.UUID())",
            "States.ArrayGetItem(States.StringSplit('a,b', ','), States.MathAdd(0, 1))",
            "States.Hash(1, 'MD5')",
            "States.ArrayContains($.a, null)",
            "States.JsonMerge($.a, States.StringToJson('{}'), false)",
        ] {
            assert_eq!(call(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_does_not() {
        let expected = "/States/A/Parameters: `States.MathAdd` takes a number here, not a string \
                        <'-1'> (a number is expected here) [write a number, or a path that leads \
                        to one]";
        assert_eq!(call("States.MathAdd(1, '-1')"), [expected]);
        let found = call("States.Array(States.ArrayLength(States.UUID()))");
        let expected = "/States/A/Parameters: `States.ArrayLength` takes an array here, not a \
                        string <States.UUID()> (an array is expected here) [write an array, or a \
                        path that leads to one]";
        assert_eq!(found, [expected]);
        assert_eq!(call("States.JsonMerge($.a, $.b, 1)").len(), 1);
    }
}
