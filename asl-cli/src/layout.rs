//! How definitions are written: the layout of `asl fmt`.
//!
//! Members keep their order, and numbers, strings and placeholders are copied as they are written:
//! only the space between them is made anew. So what is laid out already stays the same.

use asl_lang::diagnostic::{Diagnostic, Diagnostics};
use asl_lang::json::{Member, Node, NodeKind, Object, Substitutions, read};
use asl_lang::source::{Source, Span};

/// What stands on one line ends before this column.
const WIDTH: usize = 100;

const INDENT: &str = "  ";

/// The text of a source laid out.
///
/// # Errors
/// The text is not JSON, placeholders in the place of values aside.
pub(crate) fn layout(source: &Source) -> Result<String, Vec<Diagnostic>> {
    let mut diagnostics = Diagnostics::new();
    let document = read(source, &Substitutions::new(), true, &mut diagnostics);
    let errors = diagnostics.into_vec().into_iter().filter(Diagnostic::is_error).collect();
    let Some(root) = document.root.filter(|_| Vec::is_empty(&errors)) else { return Err(errors) };
    let mut writer = Writer { source, text: String::new(), depth: 0 };
    writer.node(&root, 0);
    writer.text.push('\n');
    Ok(writer.text)
}

struct Writer<'a> {
    source: &'a Source,
    text: String,
    depth: usize,
}

impl Writer<'_> {
    /// Writes a value behind `before` characters of its line, not counting the indent.
    fn node(&mut self, node: &Node, before: usize) {
        let room = WIDTH.saturating_sub(self.depth * INDENT.len() + before + ",".len());
        if let Some(flat) = self.flat(node, room) {
            self.text.push_str(&flat);
            return;
        }
        match &node.kind {
            NodeKind::Array(elements) => {
                self.lines('[', ']', elements.iter(), |writer, element| writer.node(element, 0));
            }
            NodeKind::Object(object) => {
                self.lines('{', '}', members(object).into_iter(), |writer, member| {
                    let key = writer.source.slice(member.key_span).to_owned();
                    writer.text.push_str(&key);
                    writer.text.push_str(": ");
                    writer.node(&member.value, key.chars().count() + ": ".len());
                });
            }
            _ => self.text.push_str(self.source.slice(node.span)),
        }
    }

    /// Writes each item on lines of its own.
    fn lines<T>(
        &mut self,
        open: char,
        close: char,
        items: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T),
    ) {
        self.text.push(open);
        self.depth += 1;
        for (number, item) in items.enumerate() {
            self.text.push_str(if number > 0 { "," } else { "" });
            self.line();
            write(self, item);
        }
        self.depth -= 1;
        self.line();
        self.text.push(close);
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str(INDENT);
        }
    }

    /// The value on one line, if that is plain to read and there is room: a scalar, an array of
    /// scalars, an object of both, or such an object alone in an array, as retriers often are.
    fn flat(&self, node: &Node, room: usize) -> Option<String> {
        let flat = self.flat_object(node).or_else(|| match &node.kind {
            NodeKind::Array(elements) => match elements.as_slice() {
                [only] => self.flat_object(only).map(|object| format!("[{object}]")),
                _ => None,
            },
            _ => None,
        });
        let flat = flat.or_else(|| self.flat_array(node))?;
        (flat.chars().count() <= room).then_some(flat)
    }

    fn flat_object(&self, node: &Node) -> Option<String> {
        let NodeKind::Object(object) = &node.kind else { return None };
        let part = |member: &Member| {
            let value = self.flat_array(&member.value)?;
            Some(format!("{}: {value}", self.source.slice(member.key_span)))
        };
        let parts: Option<Vec<String>> = members(object).into_iter().map(part).collect();
        let parts = parts.filter(|parts| !parts.is_empty())?;
        Some(format!("{{ {} }}", parts.join(", ")))
    }

    /// An array of scalars, or a scalar.
    fn flat_array(&self, node: &Node) -> Option<String> {
        if let Some(scalar) = self.scalar(node) {
            return Some(scalar.to_owned());
        }
        let NodeKind::Array(elements) = &node.kind else { return None };
        let parts: Option<Vec<&str>> = elements.iter().map(|one| self.scalar(one)).collect();
        Some(format!("[{}]", parts?.join(", ")))
    }

    /// A value without others in it, as it is written.
    fn scalar(&self, node: &Node) -> Option<&str> {
        match &node.kind {
            NodeKind::Array(elements) => elements.is_empty().then_some("[]"),
            NodeKind::Object(object) => members(object).is_empty().then_some("{}"),
            _ => Some(self.source.slice(node.span)),
        }
    }
}

/// All members in the order of the text, those of a name that comes again later too.
fn members(object: &Object) -> Vec<&Member> {
    let mut members: Vec<&Member> = object.members.iter().chain(&object.overridden).collect();
    members.sort_by_key(|member| -> Span { member.key_span });
    members
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn laid_out(text: &str) -> String {
        layout(&Source::new("a.asl.json", text)).unwrap_or_else(|errors| panic!("{errors:?}"))
    }

    #[test]
    fn lines_are_as_long_as_there_is_room() {
        let object = |length| format!("{{ \"a\": \"{}\" }}", "x".repeat(length));
        // The comma that may follow has its place.
        let fits = object(WIDTH - 1 - object(0).len());
        assert_eq!(laid_out(&fits), format!("{fits}\n"));
        let long = object(WIDTH - object(0).len());
        assert!(laid_out(&long).starts_with("{\n  \"a\": \"xxx"));
    }

    /// Any JSON, its text as it may be written.
    fn json() -> impl Strategy<Value = Value> {
        let scalar = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,30}".prop_map(Value::from),
        ];
        scalar.prop_recursive(5, 60, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::hash_map(".{0,12}", inner, 0..6)
                    .prop_map(|members| Value::Object(members.into_iter().collect())),
            ]
        })
    }

    /// The text without what stands between its tokens.
    fn tokens(text: &str) -> String {
        let (mut tokens, mut in_string, mut escaped) = (String::new(), false, false);
        for c in text.chars() {
            in_string ^= c == '"' && !escaped;
            escaped = in_string && c == '\\' && !escaped;
            if in_string || !" \t\r\n".contains(c) {
                tokens.push(c);
            }
        }
        tokens
    }

    proptest! {
        #[test]
        fn nothing_but_space_changes_and_only_once(value in json()) {
            let compact = serde_json::to_string(&value).unwrap();
            let once = laid_out(&compact);
            prop_assert_eq!(tokens(&once), tokens(&compact));
            prop_assert_eq!(&laid_out(&once), &once);
            prop_assert_eq!(&laid_out(&serde_json::to_string_pretty(&value).unwrap()), &once);
        }

        #[test]
        fn any_text_is_laid_out_or_refused(text in ".{0,200}") {
            if let Ok(once) = layout(&Source::new("a.asl.json", text.as_str())) {
                prop_assert_eq!(laid_out(&once), once);
            }
        }
    }
}
