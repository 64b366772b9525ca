//! Whether the text of a file is a definition, where its name does not say so.

use std::ops::Range;

use asl_lang::source::Format;

const START_AT: &[u8] = b"StartAt";
const STATES: &[u8] = b"States";

/// Whether it has `StartAt` and `States` on its first level, as nothing but a state machine has.
pub(super) fn is_definition(text: &[u8], format: Format) -> bool {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text).trim_ascii_start();
    // JSON is YAML too.
    if format == Format::Json || text.starts_with(b"{") {
        has_members(text)
    } else {
        has_keys(text)
    }
}

/// Reads just enough of JSON to tell the members of the outermost object, broken or not.
fn has_members(text: &[u8]) -> bool {
    if !text.starts_with(b"{") {
        return false;
    }
    let (mut start_at, mut states) = (false, false);
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let rest = text.get(at..).unwrap_or_default();
                let length = string_length(rest);
                let (string, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
                let after = after.strip_prefix(b"\"").unwrap_or(after).trim_ascii_start();
                if depth == 1 && after.starts_with(b":") {
                    start_at |= string == START_AT;
                    states |= string == STATES;
                    if start_at && states {
                        return true;
                    }
                }
                at += length + 1;
            }
            _ => {}
        }
    }
    false
}

/// Where the definition is in a file that has other things too: the value of `definition` on the
/// first level of a JSON object, as in what AWS's API takes and gives.
pub(super) fn definition_inside(text: &[u8]) -> Option<Range<usize>> {
    let (mut depth, mut at, mut start) = (0_usize, 0, None);
    while let Some(byte) = text.get(at) {
        at += 1;
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.saturating_sub(1);
                if let (1, Some(start)) = (depth, start) {
                    let value = start..at;
                    return has_members(text.get(value.clone())?).then_some(value);
                }
            }
            b'"' => {
                let rest = text.get(at..).unwrap_or_default();
                let key = rest.get(..string_length(rest)).unwrap_or_default();
                at += key.len() + 1;
                let after = text.get(at..).unwrap_or_default().trim_ascii_start();
                if depth == 1 && start.is_none() && matches!(key, b"definition" | b"Definition") {
                    let value = after.strip_prefix(b":").map(<[u8]>::trim_ascii_start);
                    start = value
                        .filter(|value| value.starts_with(b"{"))
                        .map(|value| text.len() - value.len());
                }
            }
            _ => {}
        }
    }
    None
}

/// How many bytes there are up to the closing quote.
fn string_length(text: &[u8]) -> usize {
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}

/// Whether two lines begin with the keys.
fn has_keys(text: &[u8]) -> bool {
    let has = |key: &[u8]| text.split(|&byte| byte == b'\n').any(|line| is_key(line, key));
    has(START_AT) && has(STATES)
}

fn is_key(line: &[u8], key: &[u8]) -> bool {
    let rest = [b"".as_slice(), b"\"", b"'"].iter().find_map(|quote| {
        let rest = line.strip_prefix(*quote)?.strip_prefix(key)?;
        rest.strip_prefix(*quote)
    });
    rest.is_some_and(|rest| rest.trim_ascii_start().starts_with(b":"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json() {
        let is = |text: &str| is_definition(text.as_bytes(), Format::Json);
        assert!(is(r#"{"Comment": "}\"{", "StartAt": "A", "States": {}}"#));
        assert!(is("\u{feff} {\"States\" : [}, \"StartAt\":"));
        assert!(!is(r#"{"definition": {"StartAt": "A", "States": {}}}"#));
        assert!(!is(r#"{"a": "StartAt", "b": "States"}"#));
        assert!(!is(r#"["StartAt", "States"]"#));
        for broken in ["", "{", "{\"", "{\"\\", "{\"StartAt\"", "}}}}", "{\"a\\\":"] {
            assert!(!is(broken), "{broken}");
        }
    }

    #[test]
    fn inside() {
        let text =
            r#"{"a": {"definition": {}}, "definition" : {"States": {}, "StartAt": "}"}, "b": 1}"#;
        let found = definition_inside(text.as_bytes()).and_then(|range| text.get(range));
        assert_eq!(found, Some(r#"{"States": {}, "StartAt": "}"}"#));
        for none in [
            r#"{"definition": "{}", "StartAt": 1}"#,
            r#"{"definition": {"StartAt": "A"}}"#,
            r#"{"definition": {"StartAt": "A", "States": {"#,
            r#"{"definition"#,
            r#"{"definition":"#,
            "[]",
            "",
        ] {
            assert_eq!(definition_inside(none.as_bytes()), None, "{none}");
        }
    }

    #[test]
    fn yaml() {
        let is = |text: &str| is_definition(text.as_bytes(), Format::Yaml);
        assert!(is("Comment: x\nStartAt: A\nStates:\n  A: {}\n"));
        assert!(is("'StartAt' : A\r\n\"States\":\r\n"));
        assert!(is(r#"{"StartAt": "A", "States": {}}"#));
        assert!(!is("Definition:\n  StartAt: A\n  States: {}\n"));
        assert!(!is("StartAtAll: A\nStates: {}\n"));
    }
}
