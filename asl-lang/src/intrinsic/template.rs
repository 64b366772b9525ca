//! The template of `States.Format`: text with `{}` for the arguments.

/// Splits a template at its placeholders: the texts around them, one more than there are `{}`.
///
/// `written` is the template as it stands between the quotes, with `\{` and `\}` for braces that
/// are text. None for a template with another brace, which AWS refuses when it evaluates the call.
///
/// # Examples
/// ```
/// use asl_lang::intrinsic::split_template;
///
/// let texts = split_template(r"\{{}\} of {}");
/// assert_eq!(texts.as_deref(), Some(&["{".into(), "} of ".into(), "".into()][..]));
/// assert_eq!(split_template("of {x}"), None);
/// ```
pub fn split_template(written: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut text = String::new();
    let mut characters = written.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.extend(characters.next()),
            '{' if characters.next() == Some('}') => texts.push(std::mem::take(&mut text)),
            '{' | '}' => return None,
            other => text.push(other),
        }
    }
    texts.push(text);
    Some(texts)
}
