//! The items in the text that an `ItemReader` would read.
//!
//! Follows [ItemReader](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html).

use asl_runtime::machine::{ItemReader, ReaderConfig};
use asl_runtime::value::{Object, Str};
use asl_runtime::{Failure, Value};

/// What has been read.
#[derive(Debug, Default)]
pub(super) struct Read {
    /// The items, of which there may be too many.
    pub(super) items: Vec<Value>,
    /// What an `ItemsPointer` leads to.
    pub(super) pointed: Option<Value>,
}

/// Reads the items.
///
/// # Errors
/// `States.ItemReaderFailed`: the text is not what the reader's configuration says.
pub(super) fn read(reader: &ItemReader<'_>, text: &str) -> Result<Read, Failure> {
    let config = &reader.config;
    let mut read = match config.input_type {
        Some("CSV") => Read { items: csv(text, config), ..Read::default() },
        Some("JSONL") => Read { items: lines(text)?, ..Read::default() },
        _ => json(text, config.items_pointer)?,
    };
    if let Some(most) = reader.max_items.filter(|most| *most > 0) {
        read.items.truncate(most as usize);
    }
    Ok(read)
}

fn json(text: &str, pointer: Option<&str>) -> Result<Read, Failure> {
    let document = Value::from_json(text.as_bytes()).map_err(|_| failed("it is not JSON"))?;
    let items = match pointer {
        Some(pointer) => pointed(&document, pointer)
            .ok_or_else(|| failed("the ItemsPointer leads to nothing"))?,
        None => &document,
    };
    let pointed = pointer.map(|_| items.clone());
    match items {
        Value::Array(items) => Ok(Read { items: items.iter().cloned().collect(), pointed }),
        Value::Object(members) => Ok(Read { items: members.iter().map(pair).collect(), pointed }),
        _ => Err(failed("it holds neither an array nor an object")),
    }
}

/// A member of an object as an item.
fn pair((key, value): (&Str, &Value)) -> Value {
    asl_runtime::json!({ "Key": key.clone(), "Value": value.clone() })
}

/// What a JSON pointer (RFC 6901) leads to.
fn pointed<'a>(document: &'a Value, pointer: &str) -> Option<&'a Value> {
    let mut steps = pointer.split('/');
    if steps.next() != Some("") {
        return None;
    }
    steps.try_fold(document, |at, step| {
        let step = step.replace("~1", "/").replace("~0", "~");
        match at {
            Value::Array(items) => items.get(step.parse::<usize>().ok()?),
            at => at.get(&step),
        }
    })
}

fn lines(text: &str) -> Result<Vec<Value>, Failure> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let item = |line: &str| {
        Value::from_json(line.as_bytes()).map_err(|_| failed("a line of it is not JSON"))
    };
    lines.map(item).collect()
}

fn csv(text: &str, config: &ReaderConfig<'_>) -> Vec<Value> {
    let delimiter = match config.csv_delimiter {
        Some("PIPE") => '|',
        Some("SEMICOLON") => ';',
        Some("SPACE") => ' ',
        Some("TAB") => '\t',
        _ => ',',
    };
    let mut rows = rows(text, delimiter).into_iter();
    let headers = match config.csv_headers {
        Some(headers) => headers.iter().map(|header| (*header).to_owned()).collect(),
        None => rows.next().unwrap_or_default(),
    };
    let item = |row: Vec<String>| {
        let cells = row.into_iter().chain(std::iter::repeat(String::new()));
        let members = headers.iter().zip(cells);
        Value::Object(
            members.map(|(name, cell)| (Str::from(name), Value::from(cell))).collect::<Object>(),
        )
    };
    rows.map(item).collect()
}

/// The rows of a table. Cells may be quoted (RFC 4180).
fn rows(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted && rest.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other if other == delimiter && !quoted => row.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
    rows
}

#[cold]
fn failed(detail: &str) -> Failure {
    Failure::new(
        "States.ItemReaderFailed",
        format!("Attempting to read the mapItemReaderData failed: {detail}"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use asl_runtime::json;
    use asl_runtime::value::Array;

    fn items(text: &str, config: ReaderConfig<'_>) -> Result<Value, Failure> {
        let resource = "arn:aws:states:::s3:getObject";
        let reader = ItemReader { resource, parameters: Value::Null, config, max_items: Some(2) };
        read(&reader, text).map(|read| Value::Array(Array::from(read.items)))
    }

    #[test]
    fn each_format_has_its_items() {
        let of = |input_type| ReaderConfig { input_type: Some(input_type), ..Default::default() };
        let given = ReaderConfig {
            csv_headers: Some(&["a", "b"]),
            csv_delimiter: Some("PIPE"),
            ..of("CSV")
        };
        let pointed = ReaderConfig { items_pointer: Some("/a~1b/0"), ..of("JSON") };
        for (text, config, expected) in [
            ("[1, 2, 3]", of("JSON"), json!([1, 2])),
            (r#"{"a/b": [[4]]}"#, pointed, json!([4])),
            (r#"{"x": 1}"#, of("JSON"), json!([{ "Key": "x", "Value": 1 }])),
            ("{\"a\": 1}\n\n2\n", of("JSONL"), json!([{ "a": 1 }, 2])),
            (
                "a,b\r\n\"1,\"\"2\",3\n4\n",
                of("CSV"),
                json!([
                    { "a": "1,\"2", "b": "3" }, { "a": "4", "b": "" }
                ]),
            ),
            ("1|2\n", given, json!([{ "a": "1", "b": "2" }])),
        ] {
            assert_eq!(items(text, config), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_not_of_the_format_fails() {
        let pointed = ReaderConfig { items_pointer: Some("/b"), ..Default::default() };
        for (text, config) in
            [("[", ReaderConfig::default()), ("1", ReaderConfig::default()), ("{}", pointed)]
        {
            let failure = items(text, config).err();
            let error = failure.as_ref().and_then(Failure::error);
            assert_eq!(error, Some("States.ItemReaderFailed"), "{text}");
        }
    }
}
