//! Checkpoints of machines over plain structs: their slots have names and types of their own.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::untyped::{self, Members};
use super::{Checkpoint, Durable, Phase, RestoreError};
use crate::error::Failure;
use crate::machine::{Definition, Outputs, Shared, Slot, StateInfo};
use crate::value::{Object, Str, Value, from_value, to_value};

/// What a state needs of a frame's data: places in [`Layout::slots`].
#[derive(Debug, Clone, Copy)]
pub struct Live<'a> {
    /// The state's name.
    pub state: &'a str,
    /// What it needs until it has ended.
    pub data: &'a [usize],
    /// What its work gives: a part of it may be there before all is.
    pub results: &'a [usize],
    /// What is left when the machine, the branch or the iteration has ended with it.
    pub output: &'a [usize],
    /// How many retriers it has.
    pub retriers: usize,
}

/// What is fixed about the frames of a machine.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a> {
    /// The definition.
    pub definition: &'a Definition<'a>,
    /// What each state needs. Those of machines in the machine come after the definition's own.
    pub live: &'a [Live<'a>],
    /// The names of the slots.
    pub slots: &'a [&'a str],
}

/// Why a value does not fit its slot.
pub type Misfit = String;

impl Layout<'_> {
    /// The checkpoint of a frame that is in the state with this index. `value` gives the value of a
    /// slot, if there is one.
    ///
    /// # Errors
    /// Data of the state is not there or has no JSON form.
    pub fn save(
        &self,
        state: usize,
        phase: Phase,
        retries: &[u32],
        value: &mut dyn FnMut(usize) -> Result<Option<Value>, Failure>,
    ) -> Result<Checkpoint, Failure> {
        let live = self.live.get(state).ok_or_else(no_state)?;
        let mut data = Object::new();
        for (slot, is_needed) in needed(live, phase) {
            let name = self.slots.get(slot).copied().unwrap_or_default();
            match value(slot)? {
                Some(value) => {
                    data.insert(Str::from(name), value);
                }
                None if is_needed => return Err(no_value(live.state, name)),
                None => {}
            }
        }
        let retries = match phase {
            Phase::Ended => &[],
            _ => retries.get(..live.retriers).unwrap_or(retries),
        };
        let counted = retries.iter().rposition(|used| *used > 0).map_or(0, |last| last + 1);
        Ok(Checkpoint {
            definition: self.definition.fingerprint,
            state: Str::from(live.state),
            phase,
            retries: retries.get(..counted).unwrap_or_default().to_vec(),
            data,
        })
    }

    /// Hands the values of a checkpoint to their slots: the index of its state, and how often each
    /// of its retriers has been used.
    ///
    /// # Errors
    /// The checkpoint is of another definition, or does not fit the machine.
    pub fn restore(
        &self,
        checkpoint: Checkpoint,
        put: &mut dyn FnMut(usize, Value) -> Result<(), Misfit>,
    ) -> Result<(usize, Vec<u32>), RestoreError> {
        untyped::check_definition(self.definition, &checkpoint)?;
        let Checkpoint { state, phase, retries, data, .. } = checkpoint;
        let found = self.live.iter().enumerate().find(|(_, live)| live.state == state.as_str());
        let Some((index, live)) = found else { return Err(RestoreError::NoSuchState(state)) };
        untyped::check_phase(self.definition.states.get(index), phase, &state)?;
        untyped::check_retries(&retries, live.retriers, &state)?;
        let mut data = Members::new(&state, data);
        for (slot, is_needed) in needed(live, phase) {
            let name = self.slots.get(slot).copied().unwrap_or_default();
            let value = match is_needed {
                true => Some(data.take(name)?),
                false => data.take_if(name),
            };
            if let Some(value) = value {
                put(slot, value).map_err(|misfit| data.misfit(format!("`{name}`: {misfit}")))?;
            }
        }
        data.finish()?;
        Ok((index, retries))
    }
}

/// The slots of a state, and whether there has to be something in them.
fn needed<'a>(live: &Live<'a>, phase: Phase) -> impl Iterator<Item = (usize, bool)> + 'a {
    let (data, results, output): (_, _, &[usize]) = match phase {
        Phase::Entered => (live.data, &[] as &[usize], &[]),
        Phase::Working | Phase::Succeeded => (live.data, live.results, &[]),
        Phase::Ended => (&[] as &[usize], &[] as &[usize], live.output),
    };
    let results = results.iter().filter(|slot| !data.contains(slot));
    let results = results.map(move |slot| (*slot, phase == Phase::Succeeded));
    data.iter().chain(output).map(|slot| (*slot, true)).chain(results)
}

#[cold]
fn no_state() -> Failure {
    Failure::engine("States.Runtime", "internal error: the frame is another machine's")
}

#[cold]
fn no_value(state: &str, name: &str) -> Failure {
    let detail = format!("internal error: `{name}` of the state `{state}` is not there");
    Failure::engine("States.Runtime", detail)
}

/// The value of a slot.
///
/// # Errors
/// It has no JSON form.
pub fn save<T: Serialize>(slot: &Slot<T>) -> Result<Option<Value>, Failure> {
    slot.value().map(save_value).transpose()
}

/// A value of a slot.
///
/// # Errors
/// It has no JSON form.
pub fn save_value<T: Serialize>(value: &T) -> Result<Value, Failure> {
    to_value(value).map_err(|error| {
        let ty = std::any::type_name::<T>();
        Failure::engine("States.Runtime", format!("`{ty}` cannot be kept as JSON: {error}"))
    })
}

/// The frame of a machine in the machine.
///
/// # Errors
/// Those of its own checkpoint.
pub fn save_machine<M: Durable>(
    machine: &M,
    slot: &Slot<Box<M::Frame>>,
    phase: Phase,
) -> Result<Option<Value>, Failure> {
    slot.value().map(|frame| machine.checkpoint(frame, phase).map(Value::from)).transpose()
}

/// Puts a value into its slot.
///
/// # Errors
/// It is not of the slot's type.
pub fn load<T: DeserializeOwned + 'static>(slot: &mut Slot<T>, value: Value) -> Result<(), Misfit> {
    slot.put(load_value(value)?);
    Ok(())
}

/// A value for a slot.
///
/// # Errors
/// It is not of that type.
pub fn load_value<T: DeserializeOwned + 'static>(value: Value) -> Result<T, Misfit> {
    from_value(value)
        .map_err(|error| format!("it does not fit `{}`: {error}", std::any::type_name::<T>()))
}

/// Puts the frame of a machine in the machine into its slot.
///
/// # Errors
/// Those of its own checkpoint.
pub fn load_machine<M: Durable>(
    machine: &M,
    slot: &mut Slot<Box<M::Frame>>,
    value: Value,
    parent: Option<&M::Frame>,
) -> Result<(), Misfit> {
    let frame = Checkpoint::try_from(value).and_then(|it| machine.restore(it, parent));
    slot.put(Box::new(frame.map_err(|error| error.to_string())?));
    Ok(())
}

/// An object for data that a state shares with its children.
pub fn save_members<const N: usize>(members: [(&'static str, Value); N]) -> Value {
    let members = members.into_iter().map(|(name, value)| (Str::from_static(name), value));
    Value::Object(members.collect())
}

/// The members of data that a state shares with its children.
///
/// # Errors
/// It is no object.
pub fn load_members(value: Value) -> Result<Object, Misfit> {
    match value {
        Value::Object(members) => Ok(members),
        _ => Err("it is no object".to_owned()),
    }
}

/// A member of such data.
///
/// # Errors
/// It is not there, or not of that type.
pub fn load_member<T: DeserializeOwned + 'static>(
    members: &mut Object,
    name: &str,
) -> Result<T, Misfit> {
    let value = members.remove(name).ok_or_else(|| format!("there is no `{name}` in it"))?;
    load_value(value).map_err(|misfit| format!("`{name}`: {misfit}"))
}

/// Whether such data has nothing else.
///
/// # Errors
/// It has.
pub fn no_more_members(members: &Object) -> Result<(), Misfit> {
    match members.keys().next() {
        Some(name) => Err(format!("it needs no `{name}`")),
        None => Ok(()),
    }
}

/// What a branch or an iteration gets of its parent.
///
/// # Errors
/// The parent is not there, or is in another state.
pub fn inherited<T>(
    state: &StateInfo<'_>,
    parent: Option<&Slot<Shared<T>>>,
) -> Result<Slot<Shared<T>>, RestoreError> {
    match parent.filter(|slot| slot.value().is_some()) {
        Some(slot) => Ok(slot.clone()),
        None => Err(RestoreError::misfit(state.name, "it needs the frame of its parent")),
    }
}

/// An array with null for what is not there yet, and `[output]` for what is.
impl<T: Serialize> Serialize for Outputs<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|output| output.map(|output| [output])))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Outputs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let outputs: Vec<Option<(T,)>> = Vec::deserialize(deserializer)?;
        let count =
            u32::try_from(outputs.len()).map_err(|_| D::Error::custom("too many outputs"))?;
        let mut all = Self::new(count);
        for (index, output) in (0..).zip(outputs) {
            all.put(index, output.map(|(output,)| output));
        }
        Ok(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn outputs_that_are_there_are_not_those_that_are_null() {
        let mut outputs = Outputs::new(3);
        outputs.put(1, Some(None));
        outputs.put(2, Some(Some(7)));
        let kept = save_value(&outputs).unwrap();
        assert_eq!(kept, json!([null, [null], [7]]));
        let outputs: Outputs<Option<u8>> = load_value(kept).unwrap();
        assert!(outputs.iter().eq([None, Some(&None), Some(&Some(7))]));
    }
}
