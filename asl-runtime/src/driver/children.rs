//! Children: the branches of a Parallel, the iterations of a Map.
//!
//! Each child is stepped in place first. Only one that has to wait for something becomes a
//! future, so that a body that never waits is a plain loop. All are polled by the execution's own
//! task; when one fails the others are dropped with their futures.

use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use super::line::Line;
use super::shared::Shared;
use super::turn::{Turn, first_turn};
use super::{context, drive};
use crate::error::Failure;
use crate::machine::{Dispatch, StateMachine, StateType};
use crate::observer::{Happening, Observer};

/// Children that may run in place one after the other before the execution yields its thread.
const CHILDREN_PER_TURN: u32 = 1024;

/// How many children there are, and how many may run at a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Children {
    pub(super) count: u32,
    /// 0 for any number.
    pub(super) at_a_time: u32,
}

/// Runs the children of the current state, and puts their outputs into the frame.
///
/// Boxed, because children may have children: so the future of a line has a size.
pub(super) fn run<'a, M, T, O>(
    shared: &'a Shared<'a, M, T, O>,
    frame: &'a mut M::Frame,
    line: &'a mut Line,
    children: Children,
) -> Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    Box::pin(run_all(shared, frame, line, children))
}

async fn run_all<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    children: Children,
) -> Result<(), Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let is_map = shared.machine.state(frame).state_type == StateType::Map;
    let mut started = start(shared, frame, line, children, is_map)?;
    let ended = run_each(shared, frame, line, children, &mut started).await;
    if ended.is_err() && is_map {
        let hooks = shared.hooks(line);
        shared.count(u64::from(started.iterations - started.children))?;
        let aborted = started.children..started.iterations;
        aborted.for_each(|index| hooks.observe(frame, Happening::IterationAborted { index }));
    }
    ended?;
    shared.count(1)?;
    shared.hooks(line).observe(frame, Happening::ChildrenSucceeded);
    Ok(())
}

/// What of a Parallel or a Map has been started, from the first on.
struct Started {
    is_map: bool,
    /// How many may run at a time.
    at_once: u32,
    /// Iterations that the history has as started.
    iterations: u32,
    /// Children that there have been.
    children: u32,
}

/// Runs the children until all have ended or one has failed.
///
/// One that comes to its end without waiting is run in a box that the next one runs in, too. One
/// that has to wait stays in its box and is polled from then on when it is woken.
async fn run_each<M, T, O>(
    shared: &Shared<'_, M, T, O>,
    frame: &mut M::Frame,
    line: &mut Line,
    children: Children,
    started: &mut Started,
) -> Result<(), Failure>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    let Started { is_map, at_once, .. } = *started;
    let mut running = FuturesUnordered::new();
    let mut entered = VecDeque::new();
    let mut room = None;
    let mut waiting = 0..children.count;
    loop {
        while entered.len() + running.len() < at_once as usize
            && let Some(index) = waiting.next()
        {
            if is_map && index >= at_once {
                shared.count(1)?;
                shared.hooks(line).observe(frame, Happening::IterationStarted { index });
                started.iterations += 1;
            }
            if let Some(child) = enter(shared, frame, line, index, started)? {
                entered.push_back(child);
            }
            if index % CHILDREN_PER_TURN == CHILDREN_PER_TURN - 1 {
                tokio::task::yield_now().await;
            }
        }
        let ended = if let Some(child) = entered.pop_front() {
            let mut child = boxed(room.take(), child.finish());
            match poll_fn(|cx| Poll::Ready(child.as_mut().poll(cx))).await {
                Poll::Ready(ended) => {
                    room = Some(child);
                    Some(ended)
                }
                Poll::Pending => {
                    running.push(child);
                    continue;
                }
            }
        } else {
            // Many may have been entered, and those that run may wait for long.
            entered = VecDeque::new();
            room = None;
            running.next().await
        };
        match ended {
            Some((child, Ok(()))) => child.succeed(frame)?,
            Some((child, Err(failure))) => return Err(child.fail(failure)),
            None => return Ok(()),
        }
    }
}

/// Puts a future into a box, the given one if there is one.
fn boxed<F>(room: Option<Pin<Box<F>>>, future: F) -> Pin<Box<F>> {
    match room {
        Some(mut room) => {
            room.set(future);
            room
        }
        None => Box::pin(future),
    }
}

/// Makes a child and has it take its first turn. None if that was its last.
#[inline(always)]
fn enter<'a, M: StateMachine, T, O: Observer>(
    shared: &'a Shared<'a, M, T, O>,
    parent: &mut M::Frame,
    line: &mut Line,
    index: u32,
    started: &mut Started,
) -> Result<Option<Child<'a, M, T, O>>, Failure> {
    let is_iteration = started.is_map;
    let source = is_iteration.then_some("STATE_DATA");
    let (mut frame, item) = context::child(shared, parent, line, index, source)?;
    let mut line = {
        let child = shared.child_line(line, index, item);
        let happening = Happening::ChildStarted { index, line: child.id };
        shared.hooks(line).observe(parent, happening);
        child
    };
    started.children += 1;
    match first_turn(shared, &mut frame, &mut line) {
        Ok(Turn::End) => {
            succeed(shared, parent, frame, &line, index, is_iteration)?;
            Ok(None)
        }
        Ok(turn) => {
            let frame = Some(Box::new(frame));
            Ok(Some(Child { shared, frame, line, turn, index, is_iteration }))
        }
        Err(failure) => Err(fail(shared, &frame, &line, index, is_iteration, failure)),
    }
}

/// A child has ended well: its output goes into the parent's frame.
#[inline(always)]
fn succeed<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    parent: &mut M::Frame,
    frame: M::Frame,
    line: &Line,
    index: u32,
    is_iteration: bool,
) -> Result<(), Failure> {
    if is_iteration {
        shared.count(1)?;
    }
    shared.hooks(line).observe(&frame, Happening::ChildSucceeded { index });
    shared.machine.join(parent, index, frame);
    Ok(())
}

/// A child has failed, and with it its parent.
#[cold]
fn fail<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
    index: u32,
    is_iteration: bool,
    failure: Failure,
) -> Failure {
    let is_task = shared.machine.state(frame).state_type == StateType::Task;
    let events = u64::from(is_iteration) + u64::from(is_task);
    let what = Happening::ChildFailed { index, failure: &failure };
    shared.hooks(line).observe(frame, what);
    match shared.count(events) {
        Ok(_) => failure,
        Err(too_many) => too_many,
    }
}

/// Says what starts at once: AWS starts all the iterations it may
/// before the first state of any.
fn start<M: StateMachine, T, O: Observer>(
    shared: &Shared<'_, M, T, O>,
    frame: &M::Frame,
    line: &Line,
    children: Children,
    is_map: bool,
) -> Result<Started, Failure> {
    let hooks = shared.hooks(line);
    let at_once = match children.at_a_time {
        0 => children.count,
        most => most.min(children.count),
    };
    shared.count(if is_map { 1 + u64::from(at_once) } else { 1 })?;
    hooks.observe(frame, Happening::ChildrenStarted { count: children.count });
    if O::ENABLED && is_map {
        (0..at_once).for_each(|index| hooks.observe(frame, Happening::IterationStarted { index }));
    }
    Ok(Started { is_map, at_once, iterations: if is_map { at_once } else { 0 }, children: 0 })
}

/// A child that has not ended. One that is dropped before it has is aborted.
struct Child<'a, M: StateMachine, T, O: Observer> {
    shared: &'a Shared<'a, M, T, O>,
    /// In a box, so that the child is moved without it. None when the child has ended.
    frame: Option<Box<M::Frame>>,
    line: Line,
    /// How its first turn has ended.
    turn: Turn,
    index: u32,
    is_iteration: bool,
}

impl<M: StateMachine, T, O: Observer> Child<'_, M, T, O> {
    /// See [`succeed`].
    #[inline(always)]
    fn succeed(mut self, parent: &mut M::Frame) -> Result<(), Failure> {
        let Some(frame) = self.frame.take() else { return Ok(()) };
        succeed(self.shared, parent, *frame, &self.line, self.index, self.is_iteration)
    }

    /// See [`fail`].
    #[cold]
    fn fail(mut self, failure: Failure) -> Failure {
        let Some(frame) = self.frame.take() else { return failure };
        fail(self.shared, &frame, &self.line, self.index, self.is_iteration, failure)
    }
}

impl<M, T, O> Child<'_, M, T, O>
where
    M: Dispatch<T>,
    T: Sync,
    O: Observer,
{
    /// Runs the child to its end, from where its first turn has left it.
    #[allow(clippy::manual_async_fn, reason = "an `async fn` keeps its arguments twice")]
    fn finish(mut self) -> impl Future<Output = (Self, Result<(), Failure>)> + Send {
        async move {
            let turn = std::mem::replace(&mut self.turn, Turn::End);
            let ended = match &mut self.frame {
                Some(frame) => drive(self.shared, frame, &mut self.line, Ok(turn)).await,
                None => Ok(()),
            };
            (self, ended)
        }
    }
}

impl<M: StateMachine, T, O: Observer> Drop for Child<'_, M, T, O> {
    /// Dropped before its end: a sibling has failed, or the execution is over.
    fn drop(&mut self) {
        if let Some(frame) = &self.frame {
            let state_type = self.shared.machine.state(frame).state_type;
            let is_open = matches!(
                state_type,
                StateType::Task | StateType::Wait | StateType::Parallel | StateType::Map
            );
            let what = Happening::ChildAborted { index: self.index };
            self.shared.hooks(&self.line).observe(frame, what);
            // Whoever counts next hears that there are too many.
            let _ = self.shared.count(u64::from(self.is_iteration) + u64::from(is_open));
        }
    }
}
