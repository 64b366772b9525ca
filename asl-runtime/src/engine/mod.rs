//! The engine: registers machines and runs their executions in memory.

mod execution;
mod info;
mod outcome;
mod workflow;

pub(crate) use execution::Control;
pub use execution::Execution;
pub use info::ExecutionInfo;
pub use outcome::{ExecutionError, Run, Status};
pub use workflow::{Start, Workflow};

use std::sync::Arc;

use crate::clock::{Clock, TokioClock};
use crate::machine::Dispatch;
use crate::observer::{NullObserver, Observer};
use crate::random::Randomness;
use crate::task::Callbacks;

/// Runs state machines in memory, in the caller's own tokio runtime.
///
/// Cloning is cheap, and clones share everything.
///
/// ```
/// use asl_runtime::Engine;
///
/// let engine = Engine::new();
/// // let flow = engine.register(OrderFlow, Shop::default());
/// ```
#[derive(Debug)]
pub struct Engine<O: Observer = NullObserver>(Arc<Shared<O>>);

#[derive(Debug)]
pub(crate) struct Shared<O> {
    pub(crate) services: Services,
    pub(crate) observer: O,
}

/// What executions need of their surroundings.
#[derive(Debug)]
pub(crate) struct Services {
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) randomness: Randomness,
    pub(crate) callbacks: Callbacks,
}

/// Sets an [`Engine`] up.
#[derive(Debug)]
pub struct EngineBuilder<O = NullObserver> {
    clock: Box<dyn Clock>,
    randomness: Randomness,
    observer: O,
}

impl Engine {
    /// An engine with tokio's clock, the operating system's randomness and no observer.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Sets an engine up.
    pub fn builder() -> EngineBuilder {
        EngineBuilder {
            clock: Box::new(TokioClock),
            randomness: Randomness::default(),
            observer: NullObserver,
        }
    }
}

impl Default for Engine {
    fn default() -> Self {
        Self::new()
    }
}

impl<O: Observer> Engine<O> {
    /// Binds a machine to the handlers that serve its tasks.
    pub fn register<M, T>(&self, machine: M, tasks: T) -> Workflow<M, T, O>
    where
        M: Dispatch<T>,
        T: Send + Sync + 'static,
    {
        Workflow::new(self.clone(), machine, tasks)
    }

    /// Where tasks are completed by token.
    pub fn callbacks(&self) -> &Callbacks {
        &self.0.services.callbacks
    }

    pub(crate) fn services(&self) -> &Services {
        &self.0.services
    }

    pub(crate) fn observer(&self) -> &O {
        &self.0.observer
    }
}

impl<O: Observer> Clone for Engine<O> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<O> EngineBuilder<O> {
    /// Takes the time from `clock`.
    #[must_use]
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Box::new(clock);
        self
    }

    /// Draws random numbers from `seed`, the same ones in each run: names, tokens and jitter. For
    /// tests; tokens can then be guessed.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.randomness = Randomness::seeded(seed);
        self
    }

    /// Tells `observer` what executions do.
    #[must_use]
    pub fn observer<P: Observer>(self, observer: P) -> EngineBuilder<P> {
        EngineBuilder { clock: self.clock, randomness: self.randomness, observer }
    }
}

impl<O: Observer> EngineBuilder<O> {
    /// The engine.
    pub fn build(self) -> Engine<O> {
        let callbacks = Callbacks::new(self.randomness.clone());
        let services = Services { clock: self.clock, randomness: self.randomness, callbacks };
        Engine(Arc::new(Shared { services, observer: self.observer }))
    }
}
