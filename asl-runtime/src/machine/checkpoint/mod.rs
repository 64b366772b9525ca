//! Checkpoints: a frame as JSON, from which the execution goes on in another process.
//!
//! A checkpoint says which state the frame is in and how far its work has got, and has the data that
//! is still needed, by name; what no state will look at any more is not in it. [`untyped`] knows the
//! frames of machines in ASL, [`typed`] those of machines over plain structs.

pub(super) mod part;
mod restoring;
pub mod typed;
pub mod untyped;

pub use restoring::{Restored, Restoring};

use serde::{Deserialize, Serialize};

use super::{Fingerprint, StateMachine};
use crate::error::Failure;
use crate::value::{self, MAX_DEPTH, Object, Str, Value};

/// A machine whose frames can be kept and taken up again.
///
/// Every machine in ASL is one, and so is every machine of the typed DSL that is not `#[express]`:
/// the data of its states has to implement `Serialize` and `DeserializeOwned`.
///
/// Branches and iterations have frames of their own and so have checkpoints of their own, to be
/// restored after that of the state that they belong to. What they share with it is in its
/// checkpoint alone.
pub trait Durable: StateMachine {
    /// What is left to know of a frame, of whose current state `phase` says how far it has got.
    ///
    /// # Errors
    /// Data of the state is not there or has no JSON form.
    fn checkpoint(&self, frame: &Self::Frame, phase: Phase) -> Result<Checkpoint, Failure>;

    /// A frame that goes on where the checkpoint was made. `parent` is the frame of the Parallel or
    /// Map whose branch or iteration it is; an execution has none, and nor has one that a
    /// Distributed Map has started.
    ///
    /// # Errors
    /// The checkpoint is of another definition, or does not fit the machine.
    fn restore(
        &self,
        checkpoint: Checkpoint,
        parent: Option<&Self::Frame>,
    ) -> Result<Self::Frame, RestoreError>;
}

/// How far the work of a state has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Phase {
    /// It is to be started, for the first time or again: `Event::Enter` is next.
    Entered,
    /// It goes on: a task is called, time passes, children run.
    Working,
    /// It has succeeded, and its result is in the frame: `Event::Succeeded` is next.
    Succeeded,
    /// The machine, the branch or the iteration has ended, with an output.
    Ended,
}

impl Phase {
    const ALL: [Self; 4] = [Self::Entered, Self::Working, Self::Succeeded, Self::Ended];

    /// As checkpoints name it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Working => "working",
            Self::Succeeded => "succeeded",
            Self::Ended => "ended",
        }
    }
}

/// A frame as data: its state, how far it has got, and what of its data is still needed.
///
/// As JSON it explains itself. A member that is not there has no value, one that is `null` has the
/// value null; numbers stay as they are. Data that two frames share is in the checkpoint of both,
/// but for what branches and iterations share with their state.
///
/// # Examples
/// ```
/// use asl_runtime::machine::{Checkpoint, Phase};
/// use asl_runtime::json;
///
/// let text = br#"{
///     "definition": "1f0ac37e52ab2c6e", "state": "Charge", "phase": "working",
///     "retries": [1], "data": { "input": { "id": "o-1", "cents": 250 } }
/// }"#;
/// let checkpoint = Checkpoint::from_json(text)?;
/// assert_eq!(checkpoint.phase, Phase::Working);
/// assert_eq!(checkpoint.data.get("input"), Some(&json!({ "id": "o-1", "cents": 250 })));
/// assert_eq!(Checkpoint::from_json(&checkpoint.to_json())?, checkpoint);
///
/// let error = Checkpoint::from_json(br#"{ "state": "Charge" }"#).unwrap_err();
/// assert_eq!(error.to_string(), "the checkpoint has no `definition`");
/// # Ok::<(), asl_runtime::machine::RestoreError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Value", into = "Value")]
pub struct Checkpoint {
    /// What tells the machine's definition from others.
    pub definition: Fingerprint,
    /// The current state.
    pub state: Str,
    /// How far its work has got.
    pub phase: Phase,
    /// How often each of its retriers has been used; those at the end that have not are not there.
    pub retries: Vec<u32>,
    /// The data by name.
    pub data: Object,
}

/// Bytes of JSON that a checkpoint may have.
const MOST_BYTES: usize = 256 << 20;

/// Levels of arrays and objects that it may have: what data has, and what is around it.
const MOST_LEVELS: usize = MAX_DEPTH + 64;

impl Checkpoint {
    /// The checkpoint as JSON.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        Value::from(self.clone()).to_json()
    }

    /// Reads a checkpoint, which need not come from friends.
    ///
    /// # Errors
    /// It is no JSON, larger than 256 MiB, or not what [`to_json`](Self::to_json) writes.
    pub fn from_json(text: &[u8]) -> Result<Self, RestoreError> {
        if text.len() > MOST_BYTES {
            return Err(RestoreError::TooLarge);
        }
        let value = Value::from_json_within(text, MOST_LEVELS).map_err(RestoreError::NotJson)?;
        Self::try_from(value)
    }
}

impl From<Checkpoint> for Value {
    fn from(checkpoint: Checkpoint) -> Self {
        let Checkpoint { definition, state, phase, retries, data } = checkpoint;
        let mut object = Object::new();
        object.insert(Str::from_static("definition"), definition.to_string());
        object.insert(Str::from_static("state"), Value::String(state));
        object.insert(Str::from_static("phase"), phase.as_str());
        if !retries.is_empty() {
            let retries = retries.into_iter().map(Value::from);
            object.insert(Str::from_static("retries"), Value::Array(retries.collect()));
        }
        object.insert(Str::from_static("data"), Value::Object(data));
        Value::Object(object)
    }
}

impl TryFrom<Value> for Checkpoint {
    type Error = RestoreError;

    fn try_from(value: Value) -> Result<Self, RestoreError> {
        let Value::Object(mut object) = value else {
            return Err(RestoreError::Malformed("it is no object".to_owned()));
        };
        let definition = member(&mut object, "definition")?;
        let definition = definition.as_str().and_then(Fingerprint::parse);
        let Value::String(state) = member(&mut object, "state")? else {
            return Err(garbled("state"));
        };
        let phase = member(&mut object, "phase")?;
        let phase = Phase::ALL.into_iter().find(|known| phase.as_str() == Some(known.as_str()));
        let retries = match object.remove("retries") {
            Some(retries) => retries.as_array().and_then(|retries| {
                let counts = retries.iter().map(|count| u32::try_from(count.as_u64()?).ok());
                counts.collect()
            }),
            None => Some(Vec::new()),
        };
        let Value::Object(data) = member(&mut object, "data")? else {
            return Err(garbled("data"));
        };
        if let Some(name) = object.keys().next() {
            return Err(RestoreError::Malformed(format!("nothing in it is called `{name}`")));
        }
        Ok(Self {
            definition: definition.ok_or_else(|| garbled("definition"))?,
            state,
            phase: phase.ok_or_else(|| garbled("phase"))?,
            retries: retries.ok_or_else(|| garbled("retries"))?,
            data,
        })
    }
}

fn member(object: &mut Object, name: &str) -> Result<Value, RestoreError> {
    object.remove(name).ok_or_else(|| RestoreError::Missing(Str::from(name)))
}

fn garbled(name: &str) -> RestoreError {
    RestoreError::Malformed(format!("`{name}` is not what it has to be"))
}

/// Why a checkpoint cannot be taken up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RestoreError {
    /// It is not JSON.
    #[error("the checkpoint is not JSON: {0}")]
    NotJson(value::Error),
    /// It has more bytes than a checkpoint may have.
    #[error("the checkpoint has more than {} MiB", MOST_BYTES >> 20)]
    TooLarge,
    /// A part of it is missing.
    #[error("the checkpoint has no `{0}`")]
    Missing(Str),
    /// A part of it is not what it has to be.
    #[error("the checkpoint is malformed: {0}")]
    Malformed(String),
    /// The machine's definition is another one.
    #[error(
        "the checkpoint is of another definition of `{machine}`: it was made for {found}, \
         and this is {expected}"
    )]
    OtherDefinition {
        /// The machine.
        machine: Str,
        /// What tells its definition from others.
        expected: Fingerprint,
        /// What the checkpoint says.
        found: Fingerprint,
    },
    /// The machine has no such state.
    #[error("the machine has no state `{0}`")]
    NoSuchState(Str),
    /// The data is not what the state needs.
    #[error("the checkpoint does not fit the state `{state}`: {what}")]
    Misfit {
        /// The state.
        state: Str,
        /// What does not fit.
        what: String,
    },
}

impl RestoreError {
    #[cold]
    fn misfit(state: &str, what: impl Into<String>) -> Self {
        Self::Misfit { state: Str::from(state), what: what.into() }
    }
}

impl From<RestoreError> for Failure {
    fn from(error: RestoreError) -> Self {
        Self::new("States.Runtime", error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        Checkpoint::from_json(text.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_garbled_is_said() {
        assert!(error("{").starts_with("the checkpoint is not JSON"));
        assert_eq!(error("7"), "the checkpoint is malformed: it is no object");
        let whole = r#"{"definition":"00000000000000ff","state":"A","phase":"entered","data":{}}"#;
        assert!(Checkpoint::from_json(whole.as_bytes()).is_ok());
        for (old, new, what) in [
            ("00000000000000ff", "ff", "`definition`"),
            ("00000000000000ff", "+00000000000000f", "`definition`"),
            ("\"A\"", "7", "`state`"),
            ("entered", "left", "`phase`"),
            ("{}", "[]", "`data`"),
            ("\"data\":{}", "\"data\":{},\"retries\":[-1]", "`retries`"),
            ("\"data\":{}", "\"data\":{},\"more\":1", "`more`"),
            ("\"data\"", "\"date\"", "`data`"),
        ] {
            let said = error(&whole.replace(old, new));
            assert!(said.contains(what), "{said}");
        }
        let deep = format!("{{\"data\":{}", "[".repeat(100_000));
        assert!(error(&deep).contains("nested"));
    }

    #[test]
    fn numbers_and_nulls_stay_as_they_are() {
        let text = r#"{"definition":"00000000000000ff","state":"A","phase":"entered","data":{"input":[1,1.0,null,18446744073709551615,-0.0,1e300]}}"#;
        let checkpoint = Checkpoint::from_json(text.as_bytes()).unwrap();
        let again = checkpoint.to_json();
        assert_eq!(Checkpoint::from_json(&again).unwrap().to_json(), again);
        let through_serde: Checkpoint =
            serde_json::from_str(&serde_json::to_string(&checkpoint).unwrap()).unwrap();
        assert_eq!(through_serde.to_json(), again);
        assert!(String::from_utf8(again).unwrap().contains("[1,1.0,null,18446744073709551615,"));
    }

    #[test]
    fn data_may_be_as_deep_as_data_is() {
        let deep = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        let text = format!(
            r#"{{"definition":"00000000000000ff","state":"A","phase":"entered","data":{{"input":{deep}}}}}"#
        );
        let checkpoint = Checkpoint::from_json(text.as_bytes()).unwrap();
        assert_eq!(checkpoint.to_json(), text.as_bytes());
    }
}
