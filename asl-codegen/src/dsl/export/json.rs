//! JSON text, member by member, in the order in which a person writes a definition.

/// A value of JSON.
pub(super) enum Json {
    Text(String),
    /// A number or a word.
    Raw(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn number(number: impl ToString) -> Self {
        Self::Raw(number.to_string())
    }

    /// The text, indented as it stands so deep.
    pub(super) fn write(&self, depth: usize, to: &mut String) {
        match self {
            Self::Text(text) => quote(text, to),
            Self::Raw(text) => to.push_str(text),
            Self::Array(items) => {
                let items = items.iter().map(|item| (None, item));
                block(('[', ']'), items, depth, to);
            }
            Self::Object(members) => {
                let members = members.iter().map(|(name, value)| (Some(name.as_str()), value));
                block(('{', '}'), members, depth, to);
            }
        }
    }
}

fn block<'a>(
    (open, close): (char, char),
    items: impl ExactSizeIterator<Item = (Option<&'a str>, &'a Json)>,
    depth: usize,
    to: &mut String,
) {
    to.push(open);
    let is_empty = items.len() == 0;
    for (place, (name, value)) in items.enumerate() {
        to.push_str(if place == 0 { "\n" } else { ",\n" });
        to.push_str(&"  ".repeat(depth + 1));
        if let Some(name) = name {
            quote(name, to);
            to.push_str(": ");
        }
        value.write(depth + 1, to);
    }
    if !is_empty {
        to.push('\n');
        to.push_str(&"  ".repeat(depth));
    }
    to.push(close);
}

/// A string of JSON; of JSONata too.
pub(super) fn quote(text: &str, to: &mut String) {
    to.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // What `${Name}` stands for is filled in before the text is read.
            '$' if chars.peek() == Some(&'{') => to.push_str("\\u0024"),
            '"' => to.push_str("\\\""),
            '\\' => to.push_str("\\\\"),
            c if c.is_control() => to.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => to.push(c),
        }
    }
    to.push('"');
}
