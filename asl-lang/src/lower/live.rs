//! What of an execution's data each state still needs, so that a checkpoint has nothing else.

use std::collections::BTreeSet;

use super::liveness::uses;
use super::needs::expressions;
use crate::ast::QueryLanguage;
use crate::ir::query::Source;
use crate::ir::{
    Assignment, Catcher, Expr, ExprKind, Let, Machine, Map, Register, Retrier, Root, ScopeId,
    State, StateKind, Transition, VariableId,
};

/// What a state needs of an execution's data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Live {
    /// The raw input, while its work goes on.
    pub input: bool,
    /// The raw input, when the result of its work is there.
    pub input_after: bool,
    /// Arguments that are not the raw input, while its work goes on.
    pub arguments: bool,
    /// Its `Credentials`, while its work goes on.
    pub credentials: bool,
    /// What the fields of a Map start from, while its iterations run.
    pub effective_input: EffectiveInput,
    /// How many retriers it has, which are counted.
    pub retriers: u32,
    /// How many branches.
    pub branches: u32,
    /// The variables of its own scope that it, its children or the states after it may read, as
    /// others have left them.
    pub variables: Vec<VariableId>,
}

/// What the fields of a Map start from, while its iterations run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum EffectiveInput {
    /// Nobody asks for it.
    #[default]
    Unread,
    /// The raw input.
    Input,
    /// A part of it, or what else `InputPath` says.
    Own,
}

/// What each state needs of an execution's data.
pub fn live(machine: &Machine) -> Vec<Live> {
    let variables = variables(machine);
    let states = machine.states.iter().zip(variables);
    let live = states.map(|(state, variables)| {
        let own = |id: &VariableId| scope_of(machine, *id) == Some(state.scope);
        Live { variables: variables.into_iter().filter(own).collect(), ..data(state) }
    });
    live.collect()
}

/// What a state needs but for variables.
fn data(state: &State) -> Live {
    match &state.kind {
        StateKind::Task(task) => {
            let errors = ErrorHandling::new(state, &task.retry, &task.catch);
            Live {
                credentials: task.credentials.is_some(),
                ..worked(&task.enter, leaves_with_input(&task.leave, &task.assign), &errors)
            }
        }
        StateKind::Wait(wait) => {
            let input = leaves_with_input(&wait.leave, &wait.assign) || !wait.enter.is_empty();
            Live { input, ..Live::default() }
        }
        StateKind::Parallel(parallel) => {
            let errors = ErrorHandling::new(state, &parallel.retry, &parallel.catch);
            let leaves = leaves_with_input(&parallel.leave, &parallel.assign);
            Live {
                branches: u32::try_from(parallel.branches.len()).unwrap_or(u32::MAX),
                ..worked(&parallel.enter, leaves, &errors)
            }
        }
        StateKind::Map(map) => {
            let errors = ErrorHandling::new(state, &map.retry, &map.catch);
            let leaves = leaves_with_input(&map.leave, &map.assign);
            let effective_input = effective_input(map);
            let fields = effective_input == EffectiveInput::Input;
            let live = worked(&map.enter, leaves, &errors);
            let input = leaves || errors.read_input || fields;
            Live { input, arguments: false, effective_input, ..live }
        }
        StateKind::Pass(_) | StateKind::Choice(_) | StateKind::Succeed(_) | StateKind::Fail(_) => {
            Live::default()
        }
    }
}

/// A state that has work done with arguments that `enter` makes, if it does anything.
fn worked(enter: &[Let], leaves_with_input: bool, errors: &ErrorHandling) -> Live {
    let arguments = !enter.is_empty();
    Live {
        input: !arguments || leaves_with_input || errors.read_input,
        input_after: leaves_with_input || (errors.read_input && errors.take_evaluations),
        arguments,
        retriers: errors.retriers,
        ..Live::default()
    }
}

/// `Retry` and `Catch`.
struct ErrorHandling {
    retriers: u32,
    /// Whether there is something that starts from the raw input again.
    read_input: bool,
    /// Whether they take what goes wrong when the state is left.
    take_evaluations: bool,
}

impl ErrorHandling {
    fn new(state: &State, retry: &[Retrier], catch: &[Catcher]) -> Self {
        let catches = catch.iter().any(|c| leaves_with_input(&c.steps, &c.assign));
        Self {
            retriers: u32::try_from(retry.len()).unwrap_or(u32::MAX),
            read_input: !retry.is_empty() || catches,
            take_evaluations: state.query_language == QueryLanguage::Jsonata,
        }
    }
}

/// Whether a flow that leaves a state reads the raw input.
fn leaves_with_input(steps: &[Let], assign: &[Assignment]) -> bool {
    let expressions = steps.iter().map(|step| &step.value).chain(assign.iter().map(|a| &a.value));
    let reads = |register: Register| register <= Register::Arguments;
    expressions.into_iter().any(|expression| uses(expression).into_iter().any(reads))
}

fn effective_input(map: &Map) -> EffectiveInput {
    if map.item_selector.is_none() && map.distributed.is_none() {
        return EffectiveInput::Unread;
    }
    let is_own = map.enter.iter().any(|step| step.register == Register::EffectiveInput);
    if is_own { EffectiveInput::Own } else { EffectiveInput::Input }
}

type Ids = BTreeSet<VariableId>;

/// The variables that each state, or one after it, may read as others have left them: those of all
/// scopes that it sees.
fn variables(machine: &Machine) -> Vec<Ids> {
    let mut live: Vec<Ids> = machine.states.iter().map(|state| read(machine, state)).collect();
    if machine.variables.is_empty() {
        return live;
    }
    loop {
        let mut changed = false;
        for (place, state) in machine.states.iter().enumerate().rev() {
            let mut all = Ids::new();
            for (next, assign) in ways_out(state) {
                let assigned = |id: &VariableId| assign.iter().any(|it| it.variable == *id);
                let next = live.get(next as usize).into_iter().flatten();
                all.extend(next.filter(|id| !assigned(id)));
            }
            for scope in children(state) {
                let start = machine.scope(scope).and_then(|it| live.get(it.start.0 as usize));
                let outer = |id: &&VariableId| scope_of(machine, **id) != Some(scope);
                all.extend(start.into_iter().flatten().filter(outer));
            }
            if let Some(of_state) = live.get_mut(place) {
                let before = of_state.len();
                of_state.extend(all);
                changed |= of_state.len() > before;
            }
        }
        if !changed {
            return live;
        }
    }
}

fn scope_of(machine: &Machine, id: VariableId) -> Option<ScopeId> {
    machine.variables.get(id.0 as usize).map(|variable| variable.scope)
}

/// The variables that the state itself reads.
fn read(machine: &Machine, state: &State) -> Ids {
    let mut ids = Ids::new();
    if !machine.variables.is_empty() {
        expressions(state).into_iter().for_each(|expression| collect(expression, &mut ids));
    }
    ids
}

fn collect(expression: &Expr, ids: &mut Ids) {
    match &expression.kind {
        ExprKind::Path { root: Root::Variable(id), .. }
        | ExprKind::IsPresent { root: Root::Variable(id), .. } => {
            ids.insert(*id);
        }
        ExprKind::Query(query) => {
            ids.extend(query.sources.iter().filter_map(|source| match source {
                Source::Variable(id) => Some(*id),
                Source::Register(_) | Source::Context | Source::Binding(_) => None,
            }))
        }
        _ => {}
    }
    expression.parts().into_iter().for_each(|part| collect(part, ids));
}

/// The scopes of a state's children.
fn children(state: &State) -> Vec<ScopeId> {
    match &state.kind {
        StateKind::Parallel(parallel) => parallel.branches.clone(),
        StateKind::Map(map) => vec![map.processor],
        _ => Vec::new(),
    }
}

/// Where a state may go, with what it assigns on the way.
fn ways_out(state: &State) -> Vec<(u32, &[Assignment])> {
    let mut ways = Vec::new();
    match &state.kind {
        StateKind::Pass(pass) => after(&mut ways, pass.transition, &pass.assign),
        StateKind::Wait(wait) => after(&mut ways, wait.transition, &wait.assign),
        StateKind::Task(task) => {
            after(&mut ways, task.transition, &task.assign);
            caught(&mut ways, &task.catch);
        }
        StateKind::Parallel(parallel) => {
            after(&mut ways, parallel.transition, &parallel.assign);
            caught(&mut ways, &parallel.catch);
        }
        StateKind::Map(map) => {
            after(&mut ways, map.transition, &map.assign);
            caught(&mut ways, &map.catch);
        }
        StateKind::Choice(choice) => {
            let rules = choice.rules.iter().map(|rule| (rule.next.0, rule.assign.as_slice()));
            ways.extend(rules.chain(choice.default.map(|next| (next.0, choice.assign.as_slice()))));
        }
        StateKind::Succeed(_) | StateKind::Fail(_) => {}
    }
    ways
}

fn after<'a>(ways: &mut Vec<(u32, &'a [Assignment])>, next: Transition, assign: &'a [Assignment]) {
    if let Transition::Next(next) = next {
        ways.push((next.0, assign));
    }
}

fn caught<'a>(ways: &mut Vec<(u32, &'a [Assignment])>, catch: &'a [Catcher]) {
    ways.extend(catch.iter().map(|catcher| (catcher.next.0, catcher.assign.as_slice())));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, compile};

    fn live_of(text: &str) -> (Machine, Vec<Live>) {
        let source = crate::source::Source::new("a.asl.json", text);
        let compilation = compile(&source, &Options::default());
        let machine =
            compilation.machine.unwrap_or_else(|| panic!("{:?}", compilation.diagnostics));
        let live = live(&machine);
        (machine, live)
    }

    fn names(machine: &Machine, live: &Live) -> Vec<String> {
        let names = live.variables.iter().filter_map(|id| machine.variables.get(id.0 as usize));
        names.map(|variable| variable.name.clone()).collect()
    }

    #[test]
    fn a_task_needs_its_input_as_long_as_something_starts_from_it() {
        let task = |fields: &str| {
            let text = format!(
                r#"{{ "StartAt": "S", "States": {{ "S": {{ "Type": "Choice", "Choices": [
                        {{ "Variable": "$.b", "IsPresent": true, "Next": "B" }} ], "Default": "A" }},
                    "A": {{ "Type": "Task", {fields}
                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true }},
                    "B": {{ "Type": "Succeed" }} }} }}"#
            );
            let (_, live) = live_of(&text);
            live.get(1).map(|live| (live.input, live.input_after, live.arguments))
        };
        let made = r#""Parameters": { "a.$": "$.a" },"#;
        assert_eq!(task(""), Some((true, false, false)));
        assert_eq!(task(made), Some((false, false, true)));
        assert_eq!(task(&format!("{made} \"ResultPath\": \"$.b\",")), Some((true, true, true)));
        let retry = r#""Retry": [{ "ErrorEquals": ["States.ALL"] }],"#;
        assert_eq!(task(&format!("{made} {retry}")), Some((true, false, true)));
        let catch = r#""Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }],"#;
        assert_eq!(task(&format!("{made} {catch}")), Some((false, false, true)));
        let catch =
            r#""Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "B" }],"#;
        assert_eq!(task(&format!("{made} {catch}")), Some((true, false, true)));
    }

    #[test]
    fn a_variable_lives_until_it_is_read_for_the_last_time_or_assigned_anew() {
        let (machine, live) = live_of(
            r#"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
                "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" },
                "B": { "Type": "Pass", "Output": "{% $x %}", "Next": "C" },
                "C": { "Type": "Pass", "Assign": { "y": 3 }, "Next": "Each" },
                "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "P", "States": {
                    "P": { "Type": "Pass", "Assign": { "z": "{% $y %}" }, "Next": "Q" },
                    "Q": { "Type": "Pass", "Output": "{% $y + $z %}", "End": true } } },
                    "Next": "D" },
                "D": { "Type": "Choice", "Choices": [{ "Condition": "{% $y > 1 %}", "Next": "A" }],
                    "Default": "E" },
                "E": { "Type": "Succeed" } } }"#,
        );
        let names: Vec<_> = live.iter().map(|live| names(&machine, live).join(" ")).collect();
        let states: Vec<_> = machine.states.iter().map(|state| state.name.as_str()).collect();
        assert_eq!(states, ["A", "B", "C", "Each", "P", "Q", "D", "E"]);
        assert_eq!(names, ["", "x", "", "y", "", "z", "y", ""]);
    }
}
