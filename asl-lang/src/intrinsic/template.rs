//! The template of `States.Format`: text with `{}` for the arguments.

/// Splits a template at its placeholders: the texts around them, one more than there are `{}`.
///
/// `written` is the template as it stands between the quotes, with `\{` and `\}` for braces that
/// are text. A brace that is not part of `{}` is text as well.
///
/// # Examples
/// ```
/// use asl_lang::intrinsic::split_template;
///
/// assert_eq!(split_template(r"\{{}\} of {}"), ["{", "} of ", ""]);
/// ```
pub fn split_template(written: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text = String::new();
    let mut characters = written.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.extend(characters.next()),
            '{' if characters.next_if_eq(&'}').is_some() => texts.push(std::mem::take(&mut text)),
            other => text.push(other),
        }
    }
    texts.push(text);
    texts
}
