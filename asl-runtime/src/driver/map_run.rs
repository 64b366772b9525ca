//! Distributed Maps: iterations that are executions of their own.

use std::future::Future;
use std::pin::Pin;

use super::line::Line;
use super::shared::Shared;
use crate::error::Failure;
use crate::machine::Dispatch;
use crate::observer::Observer;

/// Runs the Distributed Map that the line is in.
pub(super) fn run<'a, M, T, O>(
    shared: &'a Shared<'a, M, T, O>,
    frame: &'a mut M::Frame,
    line: &'a mut Line,
) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let _ = (shared, frame, line);
    Box::pin(std::future::ready(Err(Failure::engine("States.Runtime", "no distributed maps"))))
}
