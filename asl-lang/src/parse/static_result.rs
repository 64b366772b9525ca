//! `Result` of a Pass is taken as it is: what looks computed in it is most likely a mistake.

use super::context::Context;
use super::location::Location;
use super::path::looks_computed;
use crate::diagnostic::{Code, Diagnostic};
use crate::json::{Node, NodeKind};
use crate::source::Span;

/// Reports the first member or text of a `Result` that looks computed.
pub(super) fn check(cx: &mut Context<'_>, result: &Node, at: &Location<'_>) {
    let Some(Found { span, what }) = find(result) else { return };
    let message = "`Result` is taken as it is written: nothing in it is computed";
    let finding = Diagnostic::new(Code::StaticResult, message, span)
        .label(what)
        .help("use `Parameters`, with names that end in `.$`");
    cx.report(finding, at);
}

struct Found {
    span: Span,
    what: &'static str,
}

fn find(node: &Node) -> Option<Found> {
    match &node.kind {
        NodeKind::String(text) if looks_computed(text) => {
            Some(Found { span: node.span, what: "this looks computed" })
        }
        NodeKind::Array(elements) => elements.iter().find_map(find),
        NodeKind::Object(object) => object.members.iter().find_map(|member| {
            if member.key.ends_with(".$") {
                return Some(Found { span: member.key_span, what: "this stays a name with `.$`" });
            }
            find(&member.value)
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn result(result: &str) -> Vec<String> {
        states(&format!(r#""A": {{"Type": "Pass", "End": true, "Result": {result}}}"#))
    }

    #[test]
    fn what_looks_computed() {
        let expected = |at: &str, label: &str| {
            format!(
                "warning: /States/A/Result: `Result` is taken as it is written: nothing in it is \
                 computed <{at}> ({label}) [use `Parameters`, with names that end in `.$`]"
            )
        };
        let name = "this stays a name with `.$`";
        assert_eq!(result(r#"{"a": [{"b.$": 1}]}"#), [expected("\"b.$\"", name)]);
        assert_eq!(result(r#""$.a""#), [expected("\"$.a\"", "this looks computed")]);
        assert_eq!(result(r#"{"a": "$5", "b": "States.Timeout"}"#), [""; 0]);
    }
}
