//! Checkpoints of machines in ASL: all of them have the same few slots.

use super::{Checkpoint, Phase, RestoreError};
use crate::machine::{Children, Definition, StateInfo, StateType};
use crate::value::{Object, Str, Value};

/// What a state needs of a frame's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Live<'a> {
    input: bool,
    input_after: bool,
    arguments: bool,
    credentials: bool,
    fields: Fields,
    retriers: u32,
    branches: u32,
    variables: &'a [usize],
}

/// What the fields of a Map start from, while its iterations run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Fields {
    #[default]
    Unread,
    Input,
    Own,
}

impl<'a> Live<'a> {
    /// Only the raw input, when it is entered.
    pub const INPUT: Self = Self {
        input: false,
        input_after: false,
        arguments: false,
        credentials: false,
        fields: Fields::Unread,
        retriers: 0,
        branches: 0,
        variables: &[],
    };

    /// The raw input also while its work goes on.
    #[must_use]
    pub const fn at_work(self) -> Self {
        Self { input: true, ..self }
    }

    /// The raw input also when the result is there.
    #[must_use]
    pub const fn after(self) -> Self {
        Self { input_after: true, ..self }
    }

    /// Arguments that are not the raw input.
    #[must_use]
    pub const fn arguments(self) -> Self {
        Self { arguments: true, ..self }
    }

    /// `Credentials`.
    #[must_use]
    pub const fn credentials(self) -> Self {
        Self { credentials: true, ..self }
    }

    /// What the fields of a Map start from, which is the raw input.
    #[must_use]
    pub const fn fields_of_input(self) -> Self {
        Self { fields: Fields::Input, ..self }
    }

    /// What the fields of a Map start from, which is not the raw input.
    #[must_use]
    pub const fn fields(self) -> Self {
        Self { fields: Fields::Own, ..self }
    }

    /// So many retriers.
    #[must_use]
    pub const fn retriers(self, retriers: u32) -> Self {
        Self { retriers, ..self }
    }

    /// So many branches.
    #[must_use]
    pub const fn branches(self, branches: u32) -> Self {
        Self { branches, ..self }
    }

    /// The variables in these places.
    #[must_use]
    pub const fn variables(self, variables: &'a [usize]) -> Self {
        Self { variables, ..self }
    }
}

/// What is fixed about the frames of a machine.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a, N> {
    /// The definition.
    pub definition: &'a Definition<'a>,
    /// What each state needs.
    pub live: &'a [Live<'a>],
    /// The names of the variables.
    pub variables: &'a [N],
}

/// The slots of a frame. One that the machine does not have is empty.
#[derive(Debug, Clone, Copy)]
pub struct Slots<'a> {
    /// The raw input; after the last state, the output.
    pub document: &'a Value,
    /// The arguments of the work, then its result.
    pub work: &'a Value,
    /// `Credentials`.
    pub credentials: Option<&'a Value>,
    /// How often each retrier has been used.
    pub retries: &'a [u32],
    /// The variables.
    pub variables: &'a [Option<Value>],
    /// What a Parallel or Map keeps.
    pub children: Option<&'a Children>,
}

/// The slots of an empty frame, which are to be filled.
#[derive(Debug)]
pub struct SlotsMut<'a> {
    /// The raw input; after the last state, the output.
    pub document: &'a mut Value,
    /// The arguments of the work, then its result.
    pub work: &'a mut Value,
    /// `Credentials`.
    pub credentials: Option<&'a mut Value>,
    /// The variables.
    pub variables: &'a mut [Option<Value>],
    /// What a Parallel or Map keeps.
    pub children: Option<&'a mut Children>,
}

/// What else there is to know of a restored frame.
#[derive(Debug)]
pub struct State {
    /// The index of its state.
    pub index: usize,
    /// How often each retrier has been used.
    pub retries: Vec<u32>,
}

impl<N: AsRef<str>> Layout<'_, N> {
    /// The checkpoint of a frame that is in the state with this index.
    #[must_use]
    pub fn save(&self, state: usize, phase: Phase, slots: &Slots<'_>) -> Checkpoint {
        let live = self.live.get(state).copied().unwrap_or_default();
        let info = self.definition.states.get(state);
        let state_type = info.map(|info| info.state_type);
        let mut data = Object::new();
        let mut put = |name: &'static str, value: &Value| {
            data.insert(Str::from_static(name), value.clone());
        };
        let container = slots.children.filter(|_| is_container(state_type));
        match phase {
            Phase::Entered => put("input", slots.document),
            Phase::Working => {
                if live.input {
                    put("input", slots.document);
                }
                if live.arguments {
                    put("arguments", slots.work);
                }
                if let Some(credentials) = slots.credentials.filter(|_| live.credentials) {
                    put("credentials", credentials);
                }
                if let Some(children) = container {
                    if live.fields == Fields::Own {
                        put("effectiveInput", children.effective_input());
                    }
                    let input = live.input.then_some(slots.document);
                    children.save(state_type == Some(StateType::Map), input, &mut put);
                }
            }
            Phase::Succeeded => {
                if live.input_after {
                    put("input", slots.document);
                }
                match container {
                    Some(children) => put("result", children.outputs().unwrap_or(&Value::Null)),
                    None => put("result", slots.work),
                }
            }
            Phase::Ended => put("output", slots.document),
        }
        let mut retries = Vec::new();
        if phase != Phase::Ended {
            let variables = self.save_variables(live, slots.variables);
            if !variables.is_empty() {
                put("variables", &Value::Object(variables));
            }
            retries = slots.retries.iter().copied().take(live.retriers as usize).collect();
            while retries.last() == Some(&0) {
                retries.pop();
            }
        }
        Checkpoint {
            definition: self.definition.fingerprint,
            state: info.map(|info| Str::from(info.name)).unwrap_or_default(),
            phase,
            retries,
            data,
        }
    }

    fn save_variables(&self, live: Live<'_>, variables: &[Option<Value>]) -> Object {
        let assigned = live.variables.iter().filter_map(|place| {
            let (name, value) = (self.variables.get(*place)?, variables.get(*place)?);
            Some((Str::from(name.as_ref()), value.clone()?))
        });
        assigned.collect()
    }

    /// Fills the slots of an empty frame, in which the variables of outer scopes may be already.
    ///
    /// # Errors
    /// The checkpoint is of another definition, or does not fit the machine.
    pub fn restore(
        &self,
        checkpoint: Checkpoint,
        slots: &mut SlotsMut<'_>,
    ) -> Result<State, RestoreError> {
        let index = find(self.definition, &checkpoint)?;
        let live = self.live.get(index).copied().unwrap_or_default();
        let info = self.definition.states.get(index);
        let state_type = info.map(|info| info.state_type);
        let Checkpoint { state, phase, retries, data, .. } = checkpoint;
        check_phase(info, phase, &state)?;
        check_retries(&retries, live.retriers as usize, &state)?;
        let mut data = Members::new(&state, data);
        let container = slots.children.as_deref_mut().filter(|_| is_container(state_type));
        match phase {
            Phase::Entered => *slots.document = data.take("input")?,
            Phase::Working => {
                if live.input {
                    *slots.document = data.take("input")?;
                }
                if live.arguments {
                    *slots.work = data.take("arguments")?;
                }
                if let Some(credentials) = slots.credentials.as_mut().filter(|_| live.credentials) {
                    **credentials = data.take("credentials")?;
                }
                if let Some(children) = container {
                    let effective_input = match live.fields {
                        Fields::Own => data.take("effectiveInput")?,
                        Fields::Input => slots.document.clone(),
                        Fields::Unread => Value::Null,
                    };
                    let branches =
                        (state_type == Some(StateType::Parallel)).then_some(live.branches);
                    *children =
                        Children::restore(branches, slots.document, effective_input, &mut data)?;
                }
            }
            Phase::Succeeded => {
                if live.input_after {
                    *slots.document = data.take("input")?;
                }
                let result = data.take("result")?;
                match container {
                    Some(children) => *children = Children::ended(result),
                    None => *slots.work = result,
                }
            }
            Phase::Ended => *slots.document = data.take("output")?,
        }
        if let Some(variables) = data.take_if("variables").filter(|_| phase != Phase::Ended) {
            self.restore_variables(live, variables, slots.variables, &state)?;
        }
        data.finish()?;
        Ok(State { index, retries })
    }

    fn restore_variables(
        &self,
        live: Live<'_>,
        values: Value,
        variables: &mut [Option<Value>],
        state: &str,
    ) -> Result<(), RestoreError> {
        let Value::Object(values) = values else {
            return Err(RestoreError::misfit(state, "`variables` is no object"));
        };
        for (name, value) in values {
            let is_named = |place: &&usize| {
                self.variables.get(**place).is_some_and(|known| known.as_ref() == name.as_str())
            };
            let place = live.variables.iter().find(is_named);
            let Some(variable) = place.and_then(|place| variables.get_mut(*place)) else {
                let what = format!("it needs no variable `{name}`");
                return Err(RestoreError::misfit(state, what));
            };
            *variable = Some(value);
        }
        Ok(())
    }
}

fn is_container(state_type: Option<StateType>) -> bool {
    matches!(state_type, Some(StateType::Parallel | StateType::Map))
}

/// The index of the state that a checkpoint names.
pub(super) fn find(
    definition: &Definition<'_>,
    checkpoint: &Checkpoint,
) -> Result<usize, RestoreError> {
    check_definition(definition, checkpoint)?;
    let mut states = definition.states.iter();
    let index = states.position(|state| state.name == checkpoint.state.as_str());
    index.ok_or_else(|| RestoreError::NoSuchState(checkpoint.state.clone()))
}

pub(super) fn check_definition(
    definition: &Definition<'_>,
    checkpoint: &Checkpoint,
) -> Result<(), RestoreError> {
    if checkpoint.definition == definition.fingerprint {
        return Ok(());
    }
    Err(RestoreError::OtherDefinition {
        machine: Str::from(definition.name),
        expected: definition.fingerprint,
        found: checkpoint.definition,
    })
}

/// A state that does all at once is never found at work.
pub(super) fn check_phase(
    info: Option<&StateInfo<'_>>,
    phase: Phase,
    state: &str,
) -> Result<(), RestoreError> {
    let Some(info) = info else { return Ok(()) };
    let fits = match (phase, info.state_type) {
        (Phase::Entered | Phase::Ended, _) => true,
        (_, StateType::Task | StateType::Parallel | StateType::Map) => true,
        (phase, StateType::Wait) => phase == Phase::Working,
        _ => false,
    };
    if fits {
        return Ok(());
    }
    let what = format!("a {} is never `{}`", info.state_type, phase.as_str());
    Err(RestoreError::misfit(state, what))
}

pub(super) fn check_retries(
    retries: &[u32],
    retriers: usize,
    state: &str,
) -> Result<(), RestoreError> {
    if retries.len() <= retriers {
        return Ok(());
    }
    let what = format!("it has {retriers} retriers, and {} are counted", retries.len());
    Err(RestoreError::misfit(state, what))
}

/// The members of an object, each of which has to be taken.
pub(crate) struct Members<'a> {
    state: &'a str,
    rest: Object,
}

impl<'a> Members<'a> {
    pub(crate) fn new(state: &'a str, members: Object) -> Self {
        Self { state, rest: members }
    }

    /// A member that has to be there.
    pub(crate) fn take(&mut self, name: &str) -> Result<Value, RestoreError> {
        let value = self.take_if(name);
        value.ok_or_else(|| self.misfit(format!("there is no `{name}`")))
    }

    /// A member, if it is there.
    pub(crate) fn take_if(&mut self, name: &str) -> Option<Value> {
        self.rest.remove(name)
    }

    #[cold]
    pub(crate) fn misfit(&self, what: String) -> RestoreError {
        RestoreError::misfit(self.state, what)
    }

    /// Whether all have been taken.
    pub(crate) fn finish(self) -> Result<(), RestoreError> {
        match self.rest.keys().next() {
            Some(name) => Err(self.misfit(format!("it needs no `{name}`"))),
            None => Ok(()),
        }
    }
}
