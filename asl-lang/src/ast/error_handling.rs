//! `Retry` and `Catch`.

use super::{Assign, Nullable, PayloadTemplate};
use crate::ir::Jitter;
use crate::path::ReferencePath;
use crate::source::{Span, Spanned};

/// A member of `Retry`.
#[derive(Debug, Clone, PartialEq)]
pub struct Retrier {
    /// The whole object.
    pub span: Span,
    /// `Comment`.
    pub comment: Option<String>,
    /// `ErrorEquals`.
    pub error_equals: Spanned<Vec<Spanned<String>>>,
    /// `IntervalSeconds`.
    pub interval_seconds: Option<Spanned<u32>>,
    /// `MaxAttempts`.
    pub max_attempts: Option<Spanned<u32>>,
    /// `BackoffRate`.
    pub backoff_rate: Option<Spanned<f64>>,
    /// `MaxDelaySeconds`.
    pub max_delay_seconds: Option<Spanned<u32>>,
    /// `JitterStrategy`.
    pub jitter_strategy: Option<Spanned<Jitter>>,
}

/// A member of `Catch`.
#[derive(Debug, Clone, PartialEq)]
pub struct Catcher {
    /// The whole object.
    pub span: Span,
    /// `Comment`.
    pub comment: Option<String>,
    /// `ErrorEquals`.
    pub error_equals: Spanned<Vec<Spanned<String>>>,
    /// `Next`.
    pub next: Spanned<String>,
    /// `ResultPath`.
    pub result_path: Option<Spanned<Nullable<ReferencePath>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
}
