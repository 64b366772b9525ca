//! Tags: those of YAML itself say what a scalar is, others mean nothing in a definition.

use std::borrow::Cow;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::json::short;
use crate::source::Span;

/// What a tag says of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    /// Nothing.
    None,
    /// It is a string, whatever it looks like.
    String,
    /// It is what its text looks like, even in quotes: `!!int "5"`.
    Plain,
    /// It has been refused: what the node would be is not known.
    Refused,
}

/// Reads a node's tag. `text` is the scalar it stands before.
pub(super) fn read(
    tag: Option<Cow<'_, granit_parser::Tag>>,
    span: Option<Span>,
    text: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Tag {
    let Some(tag) = tag else { return Tag::None };
    let core = tag.core_suffix();
    match (core, text.is_some()) {
        (Some("str"), true) => return Tag::String,
        (Some("int" | "float" | "bool" | "null"), true) => return Tag::Plain,
        (Some("map" | "seq"), false) => return Tag::None,
        (None, is_scalar) if tag.handle().is_empty() && tag.suffix() == "!" => {
            return if is_scalar { Tag::String } else { Tag::None };
        }
        _ => {}
    }
    let written = tag.original();
    let message = format!("the tag `{}` has no meaning in a definition", short(&written));
    let finding = Diagnostic::new(Code::YamlTag, message, span.unwrap_or_default());
    diagnostics.push(finding.help(help(&written, text)));
    Tag::Refused
}

/// What to write instead.
fn help(tag: &str, text: Option<&str>) -> String {
    let name = text.map_or_else(|| "Name".to_owned(), short);
    match tag {
        "!Sub" => "leave `!Sub` out: `${Name}` is filled in wherever it stands".to_owned(),
        "!Ref" | "!GetAtt" => {
            let name = if text.is_none() { "Name.Arn" } else { &name };
            format!("write `${{{name}}}`, and give `{name}` a value")
        }
        "!Join" | "!If" | "!Select" | "!Split" | "!FindInMap" | "!ImportValue" | "!Base64"
        | "!Cidr" | "!GetAZs" | "!Transform" | "!ToJsonString" | "!Length" => {
            format!("write a placeholder, `${{Name}}`, and give it what `{tag}` makes as its value")
        }
        _ => "leave it out".to_owned(),
    }
}
