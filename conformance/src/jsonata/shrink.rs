//! Makes an expression smaller in which the engines differ.

use sfn_conformance::{ExpressionCase, compile_case};

/// How many smaller expressions are tried at once.
const TRIED: usize = 150;

/// Expressions made of a part of another, the shortest first.
pub(super) fn smaller(case: &ExpressionCase) -> Vec<ExpressionCase> {
    let mut texts: Vec<String> = brackets(&case.expr)
        .into_iter()
        .flat_map(|(open, close)| without(&case.expr, open, close))
        .chain(parts(&case.expr))
        .filter(|text| text.len() < case.expr.len())
        .collect();
    texts.sort_by_key(String::len);
    texts.dedup();
    let cases = texts.into_iter().map(|expr| ExpressionCase { expr, ..case.clone() });
    cases.filter(|case| compile_case(case).is_ok()).take(TRIED).collect()
}

/// The places of brackets that belong together. Those in strings and patterns may be among them:
/// what does not parse is left out later.
fn brackets(text: &str) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (place, character) in text.char_indices() {
        match character {
            '(' | '[' | '{' => open.push(place),
            ')' | ']' | '}' => pairs.extend(open.pop().map(|open| (open, place))),
            _ => {}
        }
    }
    pairs
}

/// The text with something else in the place of brackets and what is in them.
fn without(text: &str, open: usize, close: usize) -> Vec<String> {
    let before = text.get(..open).unwrap_or_default();
    let inner = text.get(open + 1..close).unwrap_or_default();
    let after = text.get(close + 1..).unwrap_or_default();
    vec![
        inner.to_owned(),
        format!("{before}{after}"),
        format!("{before}{inner}{after}"),
        format!("{before}$"),
        before.to_owned(),
        after.trim_start_matches(['.', ' ', '&', '~', '>']).to_owned(),
        format!("{before}(1){after}"),
        format!("{before}[]{after}"),
    ]
}

/// The text without what stands between two separators.
fn parts(text: &str) -> Vec<String> {
    let separators = text.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | ' ' | '.'));
    let places: Vec<usize> = separators.map(|(place, _)| place).chain([text.len()]).collect();
    let mut parts = vec![text.get(places.first().map_or(0, |place| place + 1)..)];
    let mut owned: Vec<String> = parts.drain(..).flatten().map(str::to_owned).collect();
    for pair in places.windows(2) {
        if let [first, last] = pair {
            let before = text.get(..*first).unwrap_or_default();
            owned.push(format!("{before}{}", text.get(*last..).unwrap_or_default()));
        }
    }
    owned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_smaller_expressions() {
        let text = r#"{"id": "", "expr": "$sum([a, b[c > 1]])"}"#;
        let case = serde_json::from_str(text).unwrap_or_else(|error| unreachable!("{error}"));
        let found: Vec<String> = smaller(&case).into_iter().map(|case| case.expr).collect();
        for expected in ["c > 1", "a, b[c > 1]", "$sum([a, b])", "[a, b[c > 1]]"] {
            let is_expression = asl_lang::compile_expression(expected, &[]).is_ok();
            assert_eq!(found.iter().any(|text| text == expected), is_expression, "{expected}");
        }
        assert!(found.iter().all(|text| text.len() < case.expr.len()));
    }
}
