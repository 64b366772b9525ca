//! `Resource`, also as CloudFormation has it filled in.

use super::context::Context;
use super::fields::Fields;
use super::values::string;
use crate::ast::Resource;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::json::{Member, Node, NodeKind};
use crate::source::{Span, Spanned};

/// Calls of CloudFormation's functions that are read within each other.
const DEEPEST: usize = 8;

impl Fields<'_> {
    /// `Resource`.
    pub(super) fn resource(&self, cx: &mut Context<'_>) -> Option<Spanned<Resource>> {
        let node = &self.get("Resource")?.value;
        let at = self.at.field("Resource");
        if let Some(text) = function(node).and_then(|call| substituted(call, DEEPEST)) {
            let message = "`Resource` is a function of CloudFormation";
            let finding = warning(message, cx.head(node.span))
                .label("AWS gets what it gives")
                .help(format!("as a string it is `{text}`, with `DefinitionSubstitutions`"));
            cx.report(finding, &at);
            return Some(node.span.of(Resource::parse(&text)));
        }
        let text = string(cx, node, &at)?;
        let arn = text.value.trim();
        if arn.len() != text.value.len() {
            let finding = warning("there is white space around the `Resource`", text.span)
                .label("it is left out")
                .help(format!("write `{arn}`"));
            cx.report(finding, &at);
        }
        Some(text.span.of(Resource::parse(arn)))
    }
}

fn warning(message: &str, span: Span) -> Diagnostic {
    let mut finding = Diagnostic::new(Code::UnknownResource, message, span);
    finding.severity = Severity::Warning;
    finding
}

/// `{"Ref": …}` or `{"Fn::GetAtt": …}`: the name of the function and what it is given.
fn function(node: &Node) -> Option<&Member> {
    let NodeKind::Object(object) = &node.kind else {
        return None;
    };
    match object.members.as_slice() {
        [call] if call.key == "Ref" || call.key.starts_with("Fn::") => Some(call),
        _ => None,
    }
}

/// The text that `Fn::Sub` takes for the same, in which `${Function.Arn}` is an attribute of a
/// resource. None for what is no call.
fn substituted(call: &Member, deepest: usize) -> Option<String> {
    let deeper = deepest.checked_sub(1)?;
    let text = |node: &Node| match function(node) {
        Some(call) => substituted(call, deeper),
        None => node.as_str().map(str::to_owned),
    };
    let elements = match &call.value.kind {
        NodeKind::Array(elements) => elements.as_slice(),
        _ => std::slice::from_ref(&call.value),
    };
    let texts = |nodes: &[Node]| nodes.iter().map(text).collect::<Option<Vec<String>>>();
    match (call.key.as_str(), elements) {
        ("Fn::Sub", [whole, ..]) => text(whole),
        ("Fn::Join", [delimiter, parts]) => {
            let NodeKind::Array(parts) = &parts.kind else {
                return None;
            };
            Some(texts(parts)?.join(&text(delimiter)?))
        }
        ("Ref" | "Fn::GetAtt", names) => Some(format!("${{{}}}", texts(names)?.join("."))),
        (name, _) => Some(format!("${{{name}}}")),
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::states;

    fn resource(value: &str) -> Vec<String> {
        states(&format!(r#""A": {{"Type": "Task", "Resource": {value}, "End": true}}"#))
    }

    #[test]
    fn functions_of_cloudformation() {
        for (value, text) in [
            (r#"{"Ref": "F"}"#, "${F}"),
            (r#"{"Fn::GetAtt": ["F", "Arn"]}"#, "${F.Arn}"),
            (r#"{"Fn::GetAtt": "F.Arn"}"#, "${F.Arn}"),
            (r#"{"Fn::ImportValue": {"Fn::Sub": "${Stack}-f"}}"#, "${Fn::ImportValue}"),
            (r#"{"Fn::Sub": ["${X}", {"X": 1}]}"#, "${X}"),
            (
                r#"{"Fn::Join": [":", ["arn:aws:lambda:us-east-1", {"Ref": "A"}, "function:f"]]}"#,
                "arn:aws:lambda:us-east-1:${A}:function:f",
            ),
        ] {
            let expected = format!(
                "warning: /States/A/Resource: `Resource` is a function of CloudFormation <{value}> \
                 (AWS gets what it gives) \
                 [as a string it is `{text}`, with `DefinitionSubstitutions`]"
            );
            assert_eq!(resource(value), [expected]);
        }
    }

    #[test]
    fn other_objects() {
        for value in [r#"{}"#, r#"{"Arn": "x"}"#, r#"{"Ref": 1}"#, r#"{"Ref": "x", "y": 1}"#] {
            let found = resource(value);
            assert!(found[0].contains("`Resource` takes a string, not an object"), "{found:?}");
        }
    }

    #[test]
    fn white_space() {
        let found = resource(r#"" arn:aws:states:::lambda:invoke ""#);
        assert!(
            found[0].starts_with(
                "warning: /States/A/Resource: there is white space around the `Resource` \
                 <\" arn:aws:states:::lambda:invoke \"> (it is left out) \
                 [write `arn:aws:states:::lambda:invoke`]"
            ),
            "{found:?}"
        );
        assert!(!found.iter().any(|found| found.contains("not recognized")), "{found:?}");
    }
}
