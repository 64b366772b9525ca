//! A definition in a string.

use proc_macro2::Span;
use syn::LitStr;

/// The text of a string that says just what is written, with blanks before it, so that it stands
/// where it does in the caller's file: lines and columns of findings are then those of that file.
/// None where escapes move the text, or where the place is not known.
pub(super) fn in_place(literal: &LitStr) -> Option<String> {
    let written = literal.token().to_string();
    let quote = written.find('"')?;
    if quote == 0 && written.contains('\\') {
        return None;
    }
    let (lines, columns) = lines_and_columns(literal.span())?;
    let columns = columns + written.get(..=quote)?.chars().count();
    Some(format!("{}{}{}", "\n".repeat(lines), " ".repeat(columns), literal.value()))
}

/// More lines or columns before a definition than this are not made up for.
const MAX_BLANKS: usize = 50_000;

/// How many lines and, in its own line, characters stand before a place in its file.
pub(super) fn lines_and_columns(span: Span) -> Option<(usize, usize)> {
    let start = span.start();
    let lines = start.line.checked_sub(1)?;
    (lines <= MAX_BLANKS && start.column <= MAX_BLANKS).then_some((lines, start.column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_place_of(source: &str) -> Option<String> {
        let tokens: proc_macro2::TokenStream = source.parse().unwrap();
        in_place(&syn::parse2(tokens).unwrap())
    }

    #[test]
    fn the_text_stands_where_it_is_written() {
        assert_eq!(in_place_of("\n  r#\"{\n}\"#").unwrap(), "\n     {\n}");
        assert_eq!(in_place_of("\"{}\"").unwrap(), " {}");
        assert_eq!(in_place_of(r#" "{\"a\": 1}""#), None);
    }
}
