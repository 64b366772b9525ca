//! Explanations as Markdown.

use super::Example;
use crate::diagnostic::{Code, render};
use crate::source::Format;

/// Lines of an example that are shown; the others are only counted.
const MOST_LINES: usize = 24;

/// Characters of a line that are shown.
const LONGEST_LINE: usize = 100;

/// Characters of a line of what the compiler says that are shown.
const LONGEST_RENDERED: usize = 240;

/// The topics, by the first two digits of a code.
const TOPICS: &[(&str, &str)] = &[
    ("00", "Reading"),
    ("01", "The shape of objects"),
    ("02", "Paths, templates and expressions"),
    ("03", "State names and transitions"),
    ("04", "Fields that have to agree"),
    ("09", "What is not supported yet"),
];

const HEAD: &str = "\
# Diagnostics

<!-- Made by `UPDATE_EXPECT=1 cargo test -p asl-lang --test diagnostics`: not to be edited. -->

What the compiler finds in a definition, by number. An error refuses the definition; a warning does
not. Where AWS has a name for such a finding in what `ValidateStateMachineDefinition` answers, it is
given. The examples are compiled, and what is shown below them is what the compiler says.
";

/// All explanations, as `docs/diagnostics.md` has them.
pub fn document() -> String {
    let mut text = HEAD.to_owned();
    let mut topics = TOPICS.iter().peekable();
    for &code in Code::ALL {
        let number = code.id().strip_prefix("ASL").unwrap_or_default();
        if let Some((_, topic)) = topics.next_if(|(digits, _)| number.starts_with(digits)) {
            text.push_str(&format!("\n## {topic}\n"));
        }
        text.push_str(&format!("\n#{}", explain(code)));
    }
    text
}

/// What a code means, with an example.
pub fn explain(code: Code) -> String {
    let severity = code.severity().as_str();
    let aws = code.aws().map_or(String::new(), |aws| format!(" · AWS: `{aws}`"));
    format!(
        "## {}: {}\n\n{severity}{aws}\n\n{}\n\n{}",
        code.id(),
        code.title(),
        wrapped(code.explanation()),
        example(code),
    )
}

fn example(code: Code) -> String {
    let example = Example::of(code);
    let (found, source) = example.findings();
    let rendered: Vec<String> = found
        .iter()
        .map(|finding| shortened(&render(finding, &source, false), LONGEST_RENDERED))
        .collect();
    let format = match example.format() {
        Format::Json => "json",
        Format::Yaml => "yaml",
    };
    let note = note(code).map_or(String::new(), |note| format!("{}\n\n", wrapped(note)));
    format!(
        "```{format}\n{}\n```\n\n{note}```text\n{}\n```\n",
        shortened(&example.text, LONGEST_LINE),
        rendered.join("\n\n"),
    )
}

/// What has to be known of an example beside its text.
fn note(code: Code) -> Option<&'static str> {
    Some(match code {
        Code::NotUtf8 => "The file is in Latin-1, where `ü` and `ß` are one byte each.",
        Code::DefinitionTooLong => "This is followed by 1,048,576 blanks.",
        Code::InvalidSubstitution => "`Pause` is given the value `ten`.",
        Code::UnusedSubstitution => "`Pause` is given the value `10`, and `Puase` the value `20`.",
        Code::FormatDisabled => "The compiler was built without the feature `yaml`.",
        Code::Express => "The machine is declared to be an Express one.",
        _ => return None,
    })
}

/// Without trailing blanks, and without what is too much to show.
fn shortened(text: &str, longest: usize) -> String {
    let lines = text.trim_end().lines();
    let count = lines.clone().count();
    let mut shown: Vec<String> =
        lines.take(MOST_LINES).map(|line| shortened_line(line, longest)).collect();
    if count > MOST_LINES {
        shown.push(format!("… {} more lines", count - MOST_LINES));
    }
    shown.join("\n")
}

fn shortened_line(line: &str, longest: usize) -> String {
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.trim_end().to_owned(),
    }
}

/// A paragraph in lines.
fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LONGEST_LINE => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}
