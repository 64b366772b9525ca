//! The engine: registers machines and runs their executions in memory.

mod execution;
mod identity;
mod info;
mod outcome;
mod storage;
mod workflow;

pub(crate) use execution::Control;
pub use execution::Execution;
pub(crate) use identity::Identity;
pub use info::ExecutionInfo;
pub(crate) use info::new_name;
pub use outcome::{ExecutionError, Run, Status};
use storage::NoStorage;
pub use storage::{MapRunStorage, StorageFuture};
pub use workflow::{Start, Workflow};

use std::sync::Arc;

use crate::clock::{Clock, TokioClock};
use crate::machine::Dispatch;
use crate::observer::{NullObserver, Observer};
use crate::random::Randomness;
use crate::task::Callbacks;
use crate::value::Str;

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
    pub(crate) identity: Identity,
    pub(crate) storage: Box<dyn MapRunStorage>,
}

/// Sets an [`Engine`] up.
#[derive(Debug)]
pub struct EngineBuilder<O = NullObserver> {
    clock: Box<dyn Clock>,
    randomness: Randomness,
    identity: Identity,
    storage: Box<dyn MapRunStorage>,
    observer: O,
}

impl Engine {
    /// An engine with [tokio's clock](TokioClock), the operating system's randomness and no
    /// observer.
    pub fn new() -> Self {
        Self::builder().build()
    }

    /// Sets an engine up.
    pub fn builder() -> EngineBuilder {
        EngineBuilder {
            clock: Box::new(TokioClock),
            randomness: Randomness::default(),
            identity: Identity::default(),
            storage: Box::new(NoStorage),
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

    /// The region in ARNs and in the context object; `us-east-1` if nothing is said.
    #[must_use]
    pub fn region(mut self, region: impl Into<Str>) -> Self {
        self.identity.region = region.into();
        self
    }

    /// The account in ARNs and in the context object; `123456789012` if nothing is said.
    #[must_use]
    pub fn account(mut self, account: impl Into<Str>) -> Self {
        self.identity.account = account.into();
        self
    }

    /// The role that machines work as, as the context object has it.
    #[must_use]
    pub fn role_arn(mut self, role_arn: impl Into<Str>) -> Self {
        self.identity.role_arn = role_arn.into();
        self
    }

    /// Reads the items of Distributed Maps, and writes their results, by `storage`.
    #[must_use]
    pub fn map_run_storage(mut self, storage: impl MapRunStorage) -> Self {
        self.storage = Box::new(storage);
        self
    }

    /// Tells `observer` what executions do.
    #[must_use]
    pub fn observer<P: Observer>(self, observer: P) -> EngineBuilder<P> {
        let Self { clock, randomness, identity, storage, observer: _ } = self;
        EngineBuilder { clock, randomness, identity, storage, observer }
    }
}

impl<O: Observer> EngineBuilder<O> {
    /// The engine.
    pub fn build(self) -> Engine<O> {
        let callbacks = Callbacks::new(self.randomness.clone());
        let Self { clock, randomness, identity, storage, observer } = self;
        let services = Services { clock, randomness, callbacks, identity, storage };
        Engine(Arc::new(Shared { services, observer }))
    }
}
