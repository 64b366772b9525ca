//! Retriers with AWS's defaults, and catchers.

use super::expression;
use super::flow::Flow;
use super::state::live_after;
use super::{Lowering, Place};
use crate::ast;
use crate::ir::{Catcher, Register, Retrier, Type};
use crate::parse::location::Location;
use crate::source::Spanned;

const INTERVAL_SECONDS: u32 = 1;
const MAX_ATTEMPTS: u32 = 3;
const BACKOFF_RATE: f64 = 2.0;

pub(super) fn retriers(retriers: &[ast::Retrier]) -> Vec<Retrier> {
    retriers.iter().map(retrier).collect()
}

fn retrier(retrier: &ast::Retrier) -> Retrier {
    fn or<T: Copy>(field: Option<Spanned<T>>, default: T) -> T {
        field.map_or(default, |field| field.value)
    }
    Retrier {
        error_equals: names(&retrier.error_equals),
        interval_seconds: or(retrier.interval_seconds, INTERVAL_SECONDS),
        max_attempts: or(retrier.max_attempts, MAX_ATTEMPTS),
        backoff_rate: or(retrier.backoff_rate, BACKOFF_RATE),
        max_delay_seconds: retrier.max_delay_seconds.map(|field| field.value),
        jitter: retrier.jitter_strategy.map(|field| field.value).unwrap_or_default(),
    }
}

impl Lowering<'_> {
    pub(super) fn catchers(&self, catchers: &[ast::Catcher], place: Place<'_>) -> Vec<Catcher> {
        let at = Location::Root.field("Catch");
        let catchers = catchers.iter().enumerate();
        catchers.map(|(index, catcher)| self.catcher(catcher, place, &at.index(index))).collect()
    }

    fn catcher(&self, catcher: &ast::Catcher, place: Place<'_>, at: &Location<'_>) -> Catcher {
        let error_output =
            place.data(Register::ErrorOutput).with(Register::ErrorOutput, Type::Object);
        let assign = expression::assign(catcher.assign.as_ref(), error_output, at);
        let steps = Flow::new(error_output, catcher.span, place.unread_steps)
            .result_path(catcher.result_path.as_ref())
            .output(None, catcher.output.as_ref(), at)
            .finish(&live_after(&assign));
        Catcher {
            error_equals: names(&catcher.error_equals),
            steps,
            assign,
            next: self.target(&catcher.next.value),
        }
    }
}

fn names(error_equals: &Spanned<Vec<Spanned<String>>>) -> Vec<String> {
    error_equals.value.iter().map(|name| name.value.clone()).collect()
}
