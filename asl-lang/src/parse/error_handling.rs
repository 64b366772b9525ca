//! Reading `Retry` and `Catch`.

use super::context::Context;
use super::fields::Fields;
use super::schema;
use super::values::MAX_SECONDS;
use crate::ast::{Catcher, Retrier};
use crate::ir::Jitter;
use crate::source::Spanned;

/// AWS's limit for `MaxDelaySeconds`: 366 days.
const MAX_DELAY: u32 = 31_622_400;

const JITTER: &[(&str, Jitter)] = &[("FULL", Jitter::Full), ("NONE", Jitter::None)];

impl Fields<'_> {
    /// `Retry`.
    pub(super) fn retry(&self, cx: &mut Context<'_>) -> Vec<Retrier> {
        let nodes = self.array(cx, "Retry").unwrap_or_default();
        let at = self.at.field("Retry");
        let mut retriers = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let at = at.index(index);
            if let Some(fields) = Fields::open(cx, node, &schema::RETRIER, self.language, &at) {
                retriers.push(retrier(cx, &fields));
            }
        }
        retriers
    }

    /// `Catch`. A catcher without `Next` is left out.
    pub(super) fn catch(&self, cx: &mut Context<'_>) -> Vec<Catcher> {
        let nodes = self.array(cx, "Catch").unwrap_or_default();
        let at = self.at.field("Catch");
        let mut catchers = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            let at = at.index(index);
            if let Some(fields) = Fields::open(cx, node, &schema::CATCHER, self.language, &at) {
                catchers.extend(catcher(cx, &fields));
            }
        }
        catchers
    }

    fn error_equals(&self, cx: &mut Context<'_>) -> Spanned<Vec<Spanned<String>>> {
        self.texts(cx, "ErrorEquals").unwrap_or_else(|| self.head.of(Vec::new()))
    }
}

fn retrier(cx: &mut Context<'_>, fields: &Fields<'_>) -> Retrier {
    Retrier {
        span: fields.span,
        comment: fields.comment(cx),
        error_equals: fields.error_equals(cx),
        interval_seconds: fields.integer(cx, "IntervalSeconds", 1..=MAX_SECONDS),
        max_attempts: fields.integer(cx, "MaxAttempts", 0..=MAX_SECONDS),
        backoff_rate: fields.number(cx, "BackoffRate", 1.0..=f64::MAX),
        max_delay_seconds: fields.integer(cx, "MaxDelaySeconds", 1..=MAX_DELAY),
        jitter_strategy: fields.keyword(cx, "JitterStrategy", JITTER),
    }
}

fn catcher(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<Catcher> {
    let catcher = Catcher {
        span: fields.span,
        comment: fields.comment(cx),
        error_equals: fields.error_equals(cx),
        next: fields.head.of(String::new()),
        result_path: fields.result_path(cx),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
    };
    let next = fields.text(cx, "Next")?;
    Some(Catcher { next, ..catcher })
}
