//! Reading single fields.

use std::ops::RangeInclusive;

use super::context::Context;
use super::fields::Fields;
use super::jsonata::jsonata;
use super::location::Location;
use super::template::expression;
use crate::ast::{Dynamic, QueryLanguage, Transition};
use crate::diagnostic::{Code, Diagnostic, did_you_mean};
use crate::json::{Member, Node, NodeKind};
use crate::source::{Span, Spanned};

/// AWS's limit for seconds.
pub(super) const MAX_SECONDS: u32 = 99_999_999;

impl<'a> Fields<'a> {
    /// A field with a string.
    pub(super) fn text(&self, cx: &mut Context<'_>, name: &str) -> Option<Spanned<String>> {
        let node = &self.get(name)?.value;
        string(cx, node, &self.at.field(name))
    }

    /// `Comment`.
    pub(super) fn comment(&self, cx: &mut Context<'_>) -> Option<String> {
        self.text(cx, "Comment").map(|comment| comment.value)
    }

    /// A field with one of a few words.
    pub(super) fn keyword<T: Copy>(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        words: &[(&'static str, T)],
    ) -> Option<Spanned<T>> {
        let text = self.text(cx, name)?;
        if let Some(&(_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(text.span.of(value));
        }
        if cx.leaves_open(&text.value) {
            return None;
        }
        let known: Vec<&str> = words.iter().map(|&(word, _)| word).collect();
        let message =
            format!("The field '{name}' should have one of these values: [{}]", known.join(", "));
        let finding = Diagnostic::new(Code::UnknownValue, message, text.span)
            .label("this is none of them")
            .maybe_help(did_you_mean(&text.value, known));
        cx.report(finding, &self.at.field(name));
        None
    }

    /// A field with one of a few words that are kept as text.
    pub(super) fn word(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        words: &[&'static str],
    ) -> Option<Spanned<String>> {
        let words: Vec<(&'static str, &'static str)> = words.iter().map(|&w| (w, w)).collect();
        self.keyword(cx, name, &words).map(|word| word.map(str::to_owned))
    }

    /// A field with an integer.
    pub(super) fn integer(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        range: RangeInclusive<u32>,
    ) -> Option<Spanned<u32>> {
        let node = &self.get(name)?.value;
        integer(cx, node, range, &self.at.field(name))
    }

    /// A field with any number.
    pub(super) fn number(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        range: RangeInclusive<f64>,
    ) -> Option<Spanned<f64>> {
        let node = &self.get(name)?.value;
        number(cx, node, range, &self.at.field(name))
    }

    /// `X` with an integer or an expression, or `XPath`.
    pub(super) fn dynamic_integer(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        range: RangeInclusive<u32>,
    ) -> Option<Spanned<Dynamic<u32>>> {
        self.dynamic(cx, name, |cx, node, at| integer(cx, node, range, at))
    }

    /// `X` with a value that `read` takes, or with an expression, or `XPath`.
    pub(super) fn dynamic<T>(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        read: impl FnOnce(&mut Context<'_>, &Node, &Location<'_>) -> Option<Spanned<T>>,
    ) -> Option<Spanned<Dynamic<T>>> {
        let Some(member) = self.get(name) else {
            let path = self.path(cx, &format!("{name}Path"))?;
            return Some(path.map(Dynamic::Path));
        };
        let node = &member.value;
        if self.language == QueryLanguage::Jsonata
            && let Some(written) = expression(node)
        {
            let expression = jsonata(cx, node, written, &self.at.field(name))?;
            return Some(node.span.of(Dynamic::Jsonata(expression)));
        }
        let value = read(cx, node, &self.at.field(name))?;
        Some(value.map(Dynamic::Literal))
    }

    /// A field with an array: its elements.
    pub(super) fn array(&self, cx: &mut Context<'_>, name: &str) -> Option<&'a [Node]> {
        let node = &self.get(name)?.value;
        match &node.kind {
            NodeKind::Array(elements) => Some(elements),
            _ => {
                cx.wrong_type(node, "an array", &self.at.field(name));
                None
            }
        }
    }

    /// A field with an array that is not empty.
    pub(super) fn some(&self, cx: &mut Context<'_>, name: &str) -> Option<&'a [Node]> {
        let elements = self.array(cx, name)?;
        if elements.is_empty() {
            let span = self.get(name).map_or(self.head, |member| member.value.span);
            empty(cx, span, &self.at.field(name));
        }
        Some(elements)
    }

    /// A field with an array of strings.
    pub(super) fn texts(
        &self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<Vec<Spanned<String>>>> {
        let span = self.get(name)?.value.span;
        let elements = self.some(cx, name)?;
        let at = self.at.field(name);
        let texts =
            elements.iter().enumerate().filter_map(|(i, node)| string(cx, node, &at.index(i)));
        Some(span.of(texts.collect()))
    }

    /// `Next` or `End`, of which there has to be exactly one. `End: false` counts as absent.
    pub(super) fn transition(&self, cx: &mut Context<'_>) -> Transition {
        let (next, end) = (self.get("Next"), self.get("End"));
        let ends = end.is_some_and(|member| self.ends(cx, member));
        match (next, end) {
            (Some(next), Some(end)) if ends => self.both(cx, next, end),
            (None, _) if !ends => {
                let finding = Diagnostic::new(
                    Code::MissingField,
                    "Either 'Next' or 'End' is required",
                    self.head,
                );
                let help = "add `\"Next\"` with the name of a state, or `\"End\": true`";
                cx.report(finding.label("nothing follows this state").help(help), self.at);
            }
            _ => {}
        }
        match self.text(cx, "Next") {
            Some(next) => Transition::Next(next),
            None => Transition::End(end.map_or(self.head, |end| end.value.span)),
        }
    }

    fn ends(&self, cx: &mut Context<'_>, end: &Member) -> bool {
        match end.value.kind {
            NodeKind::Bool(ends) => ends,
            _ => {
                cx.wrong_type(&end.value, "`true`", &self.at.field("End"));
                true
            }
        }
    }
}

/// A string.
pub(super) fn string(
    cx: &mut Context<'_>,
    node: &Node,
    at: &Location<'_>,
) -> Option<Spanned<String>> {
    let Some(text) = node.as_str() else {
        cx.wrong_type(node, "a string", at);
        return None;
    };
    Some(node.span.of(text.to_owned()))
}

/// An integer in a range.
pub(super) fn integer(
    cx: &mut Context<'_>,
    node: &Node,
    range: RangeInclusive<u32>,
    at: &Location<'_>,
) -> Option<Spanned<u32>> {
    let NodeKind::Number(number) = &node.kind else {
        cx.wrong_type(node, "an integer", at);
        return None;
    };
    let integral = number.as_str().bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if !integral {
        cx.wrong_type(node, "an integer", at);
        return None;
    }
    let value = number.as_i64().and_then(|value| u32::try_from(value).ok());
    match value.filter(|value| range.contains(value)) {
        Some(value) => Some(node.span.of(value)),
        None => {
            let is_less = number.as_f64() < f64::from(*range.start());
            out_of_range(cx, node.span, is_less, range.start(), range.end(), at);
            None
        }
    }
}

/// A number in a range.
pub(super) fn number(
    cx: &mut Context<'_>,
    node: &Node,
    range: RangeInclusive<f64>,
    at: &Location<'_>,
) -> Option<Spanned<f64>> {
    let NodeKind::Number(number) = &node.kind else {
        cx.wrong_type(node, "a number", at);
        return None;
    };
    let value = number.as_f64();
    if !range.contains(&value) {
        out_of_range(cx, node.span, value < *range.start(), range.start(), range.end(), at);
        return None;
    }
    Some(node.span.of(value))
}

fn out_of_range<T: std::fmt::Display + Into<f64> + Copy>(
    cx: &mut Context<'_>,
    span: Span,
    is_less: bool,
    least: &T,
    most: &T,
    at: &Location<'_>,
) {
    let Location::Field(_, name) = at else { return };
    let unlimited = (*most).into() >= f64::from(u32::MAX);
    let message = if unlimited {
        format!("`{name}` has to be at least {least}")
    } else {
        format!("`{name}` has to be from {least} to {most}")
    };
    let (label, help) = match is_less {
        true => ("this is too small", format!("write at least {least}")),
        false => ("this is too large", format!("write at most {most}")),
    };
    cx.report(Diagnostic::new(Code::OutOfRange, message, span).label(label).help(help), at);
}

/// Reports an array or object that may not be empty.
pub(super) fn empty(cx: &mut Context<'_>, span: Span, at: &Location<'_>) {
    let mut finding = Diagnostic::new(Code::EmptyValue, "Value cannot be empty", span);
    if let Location::Field(_, name) = at {
        finding = finding.label(format!("`{name}` has at least one element")).help("add one");
    }
    cx.report(finding, at);
}
