//! Fail.

use asl_lang::ir;
use asl_runtime::Failure;
use asl_runtime::generated::fail_text;
use asl_runtime::machine::{Command, StepContext};
use asl_runtime::value::Str;

use super::work::with_input;
use crate::expr::Expr;
use crate::frame::Frame;
use crate::scope::Scope;

/// A Fail, resolved.
#[derive(Debug)]
pub(crate) struct Fail<'a> {
    error: Option<Expr<'a>>,
    cause: Option<Expr<'a>>,
}

impl<'a> Fail<'a> {
    pub(super) fn new(fail: &'a ir::Fail) -> Self {
        Self {
            error: fail.error.as_ref().map(Expr::new),
            cause: fail.cause.as_ref().map(Expr::new),
        }
    }

    #[cold]
    pub(super) fn step(&self, frame: &mut Frame, cx: &StepContext<'_>) -> Result<Command, Failure> {
        let (error, cause) = with_input(frame, cx, |registers, around| {
            let scope = &Scope { registers, around };
            let error = text(self.error.as_ref(), "ErrorPath", scope)?;
            Ok((error, text(self.cause.as_ref(), "CausePath", scope)?))
        })?;
        Err(Failure::from_optional(error, cause))
    }
}

fn text(expr: Option<&Expr<'_>>, field: &str, scope: &Scope<'_>) -> Result<Option<Str>, Failure> {
    expr.map(|expr| fail_text(&*expr.reference(scope)?, field)).transpose()
}
