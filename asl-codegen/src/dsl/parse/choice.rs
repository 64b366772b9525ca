//! `choice { … }` by conditions, `match status { … }` by patterns.

use syn::parse::ParseStream;
use syn::{Pat, Token, braced, token};

use super::kind::comma;
use super::{expression, keyword, recovery, transition};
use crate::declaration::{Findings, with_help};
use crate::dsl::ast::{Kind, MatchArm};

/// Reads `choice { order.total > 100 => Review(order), _ => Charge(order) }`.
pub(super) fn choice(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: keyword::choice = input.parse()?;
    let example = "write `choice { order.total > 100 => Review(order), _ => Charge(order), }`";
    if !input.peek(token::Brace) {
        return Err(with_help(word.span, "expected `{` after `choice`", example));
    }
    let content;
    let braces = braced!(content in input);
    let (mut rules, mut otherwise, mut is_complete) = (Vec::new(), None, true);
    while !content.is_empty() {
        let begin = content.cursor();
        let span = content.span();
        let read = (|| {
            let condition = match content.peek(Token![_]) {
                true => content.parse::<Token![_]>().map(|_| None)?,
                false => Some(expression::parse(&content, findings)?),
            };
            transition::arrow(&content, span, example)?;
            let next = transition::parse(&content, findings)?;
            comma(&content)?;
            syn::Result::Ok((condition, next))
        })();
        match read {
            Ok(_) if otherwise.is_some() => {
                let help = "put `_` last";
                findings.push(with_help(span, "nothing comes after `_`, which takes all", help));
            }
            Ok((Some(condition), next)) => rules.push((condition, next)),
            Ok((None, next)) => otherwise = Some(next),
            Err(error) => {
                is_complete = false;
                findings.push(error);
                recovery::skip_arm(&content, begin);
            }
        }
    }
    if otherwise.is_none() && is_complete {
        let help = "end with `_ => Next(args)`";
        let message = "this choice does not say what happens if no condition holds";
        findings.push(with_help(braces.span.open(), message, help));
    }
    input.parse::<Option<Token![;]>>()?;
    Ok(Kind::Choice { rules, otherwise })
}

/// Reads `match status { Status::Done(file) => Fetch(file), … }`.
pub(super) fn matching(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: Token![match] = input.parse()?;
    let example = "write `match status { Status::Done(file) => Fetch(file), … }`";
    if input.peek(token::Brace) {
        return Err(with_help(word.span, "expected what is matched before `{`", example));
    }
    let on = expression::parse_before_brace(input, findings)?;
    if !input.peek(token::Brace) {
        return Err(with_help(word.span, "expected `{` after what is matched", example));
    }
    let content;
    let braces = braced!(content in input);
    let (mut arms, mut is_complete) = (Vec::new(), true);
    while !content.is_empty() {
        let begin = content.cursor();
        match match_arm(&content, example, findings) {
            Ok(arm) => arms.push(arm),
            Err(error) => {
                is_complete = false;
                findings.push(error);
                recovery::skip_arm(&content, begin);
            }
        }
    }
    if arms.is_empty() && is_complete {
        is_complete = false;
        findings.push(with_help(braces.span.open(), "there is no arm here", example));
    }
    input.parse::<Option<Token![;]>>()?;
    // What was meant by an arm that is left out, rustc would miss.
    Ok(if is_complete { Kind::Match { on, arms } } else { Kind::Broken })
}

fn match_arm(
    content: ParseStream<'_>,
    example: &str,
    findings: &mut Findings,
) -> syn::Result<MatchArm> {
    let span = content.span();
    let pattern = Pat::parse_multi_with_leading_vert(content)?;
    let guard = match content.peek(Token![if]) {
        true => {
            content.parse::<Token![if]>()?;
            Some(expression::parse(content, findings)?)
        }
        false => None,
    };
    transition::arrow(content, span, example)?;
    let next = transition::parse(content, findings)?;
    comma(content)?;
    Ok(MatchArm { pattern, guard, next })
}
