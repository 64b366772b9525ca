//! `States.Format`: a text with values put into it.

use super::IntrinsicError;
use super::error::MOST_TEXT;
use super::java::push_java_text;
use crate::value::{Str, Value};

/// `States.Format` of a constant template: the texts around its placeholders, one more than there
/// are arguments.
///
/// Strings are put in as they are, numbers, booleans and null as JSON, arrays and objects as Java
/// prints them.
///
/// # Errors
/// The text would have more than 1 MiB.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::format;
/// use asl_runtime::json;
///
/// let text = format(&["order ", " of ", ""], &[&json!(7), &json!({ "name": "Ada" })])?;
/// assert_eq!(text, "order 7 of {name=Ada}");
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn format(parts: &[impl AsRef<str>], arguments: &[&Value]) -> Result<Value, IntrinsicError> {
    let capacity =
        parts.iter().map(|part| part.as_ref().len()).sum::<usize>() + 16 * arguments.len();
    let mut text = String::with_capacity(capacity);
    let mut arguments = arguments.iter();
    for part in parts {
        text.push_str(part.as_ref());
        if let Some(argument) = arguments.next() {
            push(argument, &mut text)?;
        }
    }
    Ok(Value::String(Str::from(text)))
}

/// `States.Format` of a template found in the data.
///
/// In a template `{}` is the next argument, and a backslash makes the character after it text.
///
/// # Errors
/// The template is no string, has a brace that is neither part of `{}` nor text, or has not as
/// many placeholders as there are arguments; or the text would have more than 1 MiB.
pub fn format_template(template: &Value, arguments: &[&Value]) -> Result<Value, IntrinsicError> {
    let template = template.as_str().ok_or_else(|| IntrinsicError::arguments("Format"))?;
    let mut text = String::with_capacity(template.len() + 16 * arguments.len());
    let mut arguments = arguments.iter();
    let mut rest = template;
    while let Some(position) = rest.find(['\\', '{', '}']) {
        let (plain, special) = rest.split_at(position);
        text.push_str(plain);
        rest = if let Some(after) = special.strip_prefix("{}") {
            push(arguments.next().ok_or_else(count_mismatch)?, &mut text)?;
            after
        } else if let Some(escaped) = special.strip_prefix('\\') {
            let mut characters = escaped.chars();
            text.extend(characters.next());
            characters.as_str()
        } else {
            return Err(lone_brace(special.starts_with('{')));
        };
    }
    if arguments.next().is_some() {
        return Err(count_mismatch());
    }
    text.push_str(rest);
    Ok(Value::String(Str::from(text)))
}

/// Adds the text of an argument.
fn push(argument: &Value, text: &mut String) -> Result<(), IntrinsicError> {
    push_java_text(argument, text, MOST_TEXT).map_err(|_| IntrinsicError::text_too_long("Format"))
}

#[cold]
fn count_mismatch() -> IntrinsicError {
    IntrinsicError::new(
        "Invalid arguments in States.Format: number of arguments do not match the occurrences of \
         {}.",
    )
}

#[cold]
fn lone_brace(opens: bool) -> IntrinsicError {
    let (brace, partner) = if opens { ('{', '}') } else { ('}', '{') };
    IntrinsicError::new(std::format!(
        "Invalid template in States.Format: matching '{partner}' not found for '{brace}'."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn formats_as_recorded() {
        for (value, text) in [
            (json!(""), ""),
            (json!(" "), " "),
            (json!("HelloWorld"), "HelloWorld"),
            (json!(null), "null"),
            (json!(1), "1"),
            (json!(1.1), "1.1"),
            (json!("{\"Arg1\": 1, \"Arg2\": []}"), "{\"Arg1\": 1, \"Arg2\": []}"),
            (json!({ "Arg1": 1, "Arg2": [] }), "{Arg1=1, Arg2=[]}"),
        ] {
            let one = std::format!("Formatting argument {text}.");
            assert_eq!(format(&["Formatting argument ", "."], &[&value]), Ok(json!(one)));
            let two = std::format!("Formatting arguments fst={text} and snd={text}.");
            let parts = ["Formatting arguments fst=", " and snd=", "."];
            assert_eq!(format(&parts, &[&value, &value]), Ok(json!(&two)));
            let template = json!("Formatting arguments fst={} and snd={}.");
            assert_eq!(format_template(&template, &[&value, &value]), Ok(json!(two)));
        }
        assert_eq!(format(&["plain"], &[]), Ok(json!("plain")));
    }

    #[test]
    fn a_template_of_the_data_may_escape() {
        let formatted = |template: &str, arguments: &[&Value]| {
            format_template(&json!(template), arguments).unwrap().as_str().unwrap().to_owned()
        };
        assert_eq!(formatted(r"\{{}\} \\ \' é{}", &[&json!(1), &json!(2)]), r"{1} \ ' é2");
        assert_eq!(formatted("", &[]), "");
        assert_eq!(formatted("end\\", &[]), "end");
        // What is put in is no template.
        assert_eq!(formatted("{}", &[&json!("{}\\")]), "{}\\");
    }

    #[test]
    fn the_text_is_bounded() {
        let message = "The text that States.Format makes has more than 1048576 bytes.";
        let large = json!("x".repeat(262_144));
        assert!(format(&["", "", "", "", ""], &[&large; 4]).is_ok());
        assert_eq!(format(&[""; 1001], &[&large; 1000]).unwrap_err().to_string(), message);
        let template = json!("{}".repeat(100_000));
        let found = format_template(&template, &vec![&large; 100_000]);
        assert_eq!(found.unwrap_err().to_string(), message);
        // One argument that holds the same text many times.
        let mut nested = large;
        for _ in 0..40 {
            nested = json!([nested.clone(), nested]);
        }
        assert_eq!(format(&["", ""], &[&nested]).unwrap_err().to_string(), message);
    }

    #[test]
    fn placeholders_and_arguments_are_as_many() {
        for (template, arguments) in [("{}", &[][..]), ("x", &[&json!(1)]), ("{}{}", &[&json!(1)])]
        {
            let error = format_template(&json!(template), arguments).unwrap_err();
            assert_eq!(
                error.to_string(),
                "Invalid arguments in States.Format: number of arguments do not match the \
                 occurrences of {}."
            );
        }
        let error = format_template(&json!(1), &[]).unwrap_err();
        assert_eq!(error.to_string(), "Invalid arguments in States.Format");
    }

    #[test]
    fn braces_that_are_text_have_a_backslash() {
        for (template, partner, brace) in
            [("Hello {", '}', '{'), ("Hello {{}}", '}', '{'), ("{x}", '}', '{'), ("}", '{', '}')]
        {
            let error = format_template(&json!(template), &[&json!("x")]).unwrap_err();
            let message = "Invalid template in States.Format";
            assert_eq!(
                error.to_string(),
                std::format!("{message}: matching '{partner}' not found for '{brace}'.")
            );
        }
    }
}
