//! A machine that forgets everything between two steps but what a checkpoint has.

use std::borrow::Cow;
use std::sync::{Arc, Mutex, PoisonError};

use super::{Checkpoint, Durable, Phase};
use crate::error::Failure;
use crate::machine::{
    Command, Datum, Definition, Dispatch, Event, MapRun, StateInfo, StateMachine, StepContext,
};
use crate::task::{Called, TaskContext};
use crate::value::Value;

/// A machine whose frames go through a checkpoint, as JSON text, before each event, each call of a
/// task and each end: what comes of it is what would have come of it without, or something that is
/// still needed does not survive.
///
/// For tests of machines that are to be durable, as of the `Serialize` and `Deserialize` of their
/// data.
///
/// # Examples
/// ```
/// use asl_runtime::machine::{Durable, Restoring};
/// use asl_runtime::{Dispatch, Engine};
///
/// async fn survives<M, T>(machine: M, tasks: T, input: M::Input) -> bool
/// where
///     M: Durable + Dispatch<T>,
///     T: Send + Sync + 'static,
/// {
///     Engine::new().register(Restoring(machine), tasks).run(input).await.is_ok()
/// }
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Restoring<M>(
    /// The machine.
    pub M,
);

/// The frame of a machine that goes through checkpoints.
#[derive(Debug)]
pub struct Restored<F> {
    frame: F,
    /// How far the work of its state has got; none while a step goes wrong.
    phase: Option<Phase>,
    /// What a child shares, if it is one.
    parent: Option<Arc<Mutex<F>>>,
    /// What its own children share, made for the first of them.
    shared: Mutex<Option<Arc<Mutex<F>>>>,
    /// Whether its children are executions of their own.
    is_map_run: bool,
    /// Why a child, or the frame with the child's output, cannot be restored.
    failed: Option<Failure>,
}

/// Children after whose ends their parent goes through a checkpoint: it is as large as all their
/// outputs.
const CHILDREN: u32 = 8;

impl<F> Restored<F> {
    fn new(frame: F, parent: Option<Arc<Mutex<F>>>) -> Self {
        let phase = Some(Phase::Entered);
        Self { frame, phase, parent, shared: Mutex::default(), is_map_run: false, failed: None }
    }
}

impl<M: Durable> Restoring<M> {
    /// The same frame, from its checkpoint.
    fn again(
        &self,
        frame: &M::Frame,
        phase: Phase,
        parent: Option<&Arc<Mutex<M::Frame>>>,
    ) -> Result<M::Frame, Failure> {
        let machine = &self.0;
        let text = machine.checkpoint(frame, phase)?.to_json();
        let parent = parent.map(|parent| parent.lock().unwrap_or_else(PoisonError::into_inner));
        let restored = machine.restore(Checkpoint::from_json(&text)?, parent.as_deref())?;
        let again = machine.checkpoint(&restored, phase)?.to_json();
        if again == text {
            return Ok(restored);
        }
        let (text, again) = (String::from_utf8_lossy(&text), String::from_utf8_lossy(&again));
        let detail = format!("the checkpoint {text} gives a frame with the checkpoint {again}");
        Err(Failure::new("States.Runtime", detail))
    }

    fn restore(&self, frame: &mut Restored<M::Frame>, phase: Phase) -> Result<(), Failure> {
        frame.frame = self.again(&frame.frame, phase, frame.parent.as_ref())?;
        Ok(())
    }

    /// A child, from its checkpoint and that of its parent.
    fn restored_child(
        &self,
        parent: &Restored<M::Frame>,
        child: &M::Frame,
    ) -> Result<Restored<M::Frame>, Failure> {
        if parent.is_map_run {
            return Ok(Restored::new(self.again(child, Phase::Entered, None)?, None));
        }
        let mut shared = parent.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let shared = match &mut *shared {
            Some(shared) => shared,
            none => {
                let copy = self.again(&parent.frame, Phase::Working, parent.parent.as_ref())?;
                none.insert(Arc::new(Mutex::new(copy)))
            }
        };
        let child = self.again(child, Phase::Entered, Some(shared))?;
        Ok(Restored::new(child, Some(Arc::clone(shared))))
    }
}

impl<M: Durable> StateMachine for Restoring<M> {
    type Input = M::Input;
    type Output = M::Output;
    type Frame = Restored<M::Frame>;

    fn definition(&self) -> &Definition<'_> {
        self.0.definition()
    }

    fn frame(&self) -> Self::Frame {
        Restored::new(self.0.frame(), None)
    }

    fn start(&self, frame: &mut Self::Frame, input: M::Input) -> Result<(), Failure> {
        self.0.start(&mut frame.frame, input)
    }

    fn start_json(&self, frame: &mut Self::Frame, input: &[u8]) -> Result<(), Failure> {
        self.0.start_json(&mut frame.frame, input)
    }

    fn state<'a>(&'a self, frame: &Self::Frame) -> &'a StateInfo<'a> {
        self.0.state(&frame.frame)
    }

    fn is_random(&self) -> bool {
        self.0.is_random()
    }

    fn step(
        &self,
        frame: &mut Self::Frame,
        event: Event,
        cx: &StepContext<'_>,
    ) -> Result<Command, Failure> {
        if let Some(failure) = frame.failed.take() {
            return Err(failure);
        }
        if let Some(phase) = frame.phase.take() {
            let phase = match event {
                Event::Succeeded => Phase::Succeeded,
                _ => phase,
            };
            self.restore(frame, phase)?;
        }
        let command = self.0.step(&mut frame.frame, event, cx)?;
        frame.phase = Some(match command {
            Command::Next | Command::Retry(_) => Phase::Entered,
            Command::Succeed => Phase::Ended,
            _ => Phase::Working,
        });
        frame.is_map_run = matches!(command, Command::MapRun { .. });
        frame.shared = Mutex::default();
        Ok(command)
    }

    fn child(
        &self,
        frame: &Self::Frame,
        index: u32,
        cx: &StepContext<'_>,
    ) -> Result<Self::Frame, Failure> {
        let child = self.0.child(&frame.frame, index, cx)?;
        self.restored_child(frame, &child)
    }

    fn join(&self, frame: &mut Self::Frame, index: u32, mut child: Self::Frame) {
        let mut restored = self.restore(&mut child, Phase::Ended);
        self.0.join(&mut frame.frame, index, child.frame);
        if index < CHILDREN {
            restored = restored.and(self.restore(frame, Phase::Working));
        }
        frame.failed = frame.failed.take().or(restored.err());
    }

    fn map_run<'a>(
        &'a self,
        frame: &Self::Frame,
        cx: &StepContext<'_>,
    ) -> Result<MapRun<'a>, Failure> {
        self.0.map_run(&self.again(&frame.frame, Phase::Working, frame.parent.as_ref())?, cx)
    }

    fn batch(&self, frame: &Self::Frame, input: Value) -> Result<Self::Frame, Failure> {
        let child = self.0.batch(&frame.frame, input)?;
        self.restored_child(frame, &child)
    }

    fn complete(&self, frame: &mut Self::Frame, result: Value) -> Result<(), Failure> {
        self.restore(frame, Phase::Working)?;
        self.0.complete(&mut frame.frame, result)
    }

    fn datum<'a>(&self, frame: &'a Self::Frame, datum: Datum) -> Cow<'a, Value> {
        self.0.datum(&frame.frame, datum)
    }

    fn finish(&self, frame: &mut Self::Frame) -> Result<M::Output, Failure> {
        self.restore(frame, Phase::Ended)?;
        self.0.finish(&mut frame.frame)
    }

    fn finish_json(&self, frame: &mut Self::Frame) -> Result<Vec<u8>, Failure> {
        self.restore(frame, Phase::Ended)?;
        self.0.finish_json(&mut frame.frame)
    }
}

impl<M: Durable + Dispatch<T>, T: Sync> Dispatch<T> for Restoring<M> {
    async fn call<'a>(
        &'a self,
        frame: &'a mut Self::Frame,
        tasks: &'a T,
        cx: &'a TaskContext<'_>,
    ) -> Result<Called, Failure> {
        self.restore(frame, Phase::Working)?;
        self.0.call(&mut frame.frame, tasks, cx).await
    }
}
