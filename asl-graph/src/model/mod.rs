//! What is drawn of a machine, whatever it is drawn as: the nodes and edges of each scope, with
//! their texts.

mod caption;
mod condition;
mod edges;
mod value;

use crate::text::one_line;
use asl_lang::ir::{Machine, Retrier, ScopeId, State, StateId, StateKind};

/// Characters of a condition in the formats that are laid out by others.
const MAX_CONDITION: usize = 80;

/// A machine as a drawing.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    /// What the drawing is called.
    pub(crate) title: String,
    /// The machine's `Comment`.
    pub(crate) comment: Option<String>,
    /// The scopes by their ids: the machine's own, the branches, the bodies of Maps.
    pub(crate) scopes: Vec<Scope>,
}

/// A `States` object.
#[derive(Debug, Clone)]
pub(crate) struct Scope {
    /// Its nodes; the first is [`Node::Start`].
    pub(crate) nodes: Vec<Node>,
    /// Its edges, in the order of their sources, main flow first.
    pub(crate) edges: Vec<Edge>,
    /// How many containers it stands in.
    pub(crate) depth: usize,
}

/// What an edge may start from or lead to.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// Where the scope starts.
    Start,
    /// Where it ends well. Only there if something leads to it.
    End,
    /// A state.
    State(StateNode),
}

/// A state as a drawing shows it.
#[derive(Debug, Clone)]
pub(crate) struct StateNode {
    /// Which state it is.
    pub(crate) id: StateId,
    /// Its name.
    pub(crate) name: String,
    /// What it does.
    pub(crate) kind: Kind,
    /// That in words.
    pub(crate) caption: String,
    /// Its `Comment`.
    pub(crate) comment: Option<String>,
    /// Retries at most, of the retrier that has most of them.
    pub(crate) retries: Option<u32>,
    /// How long it may take.
    pub(crate) timeout: Option<String>,
    /// The scopes in it.
    pub(crate) bodies: Vec<usize>,
}

/// The type of a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A Task with a Lambda function, which has a sign of its own.
    Lambda,
    /// Any other Task.
    Task,
    /// `Pass`
    Pass,
    /// `Choice`
    Choice,
    /// `Wait`
    Wait,
    /// `Succeed`
    Succeed,
    /// `Fail`
    Fail,
    /// `Parallel`
    Parallel,
    /// `Map`
    Map,
}

/// Edges from one node to another with one meaning.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Edge {
    /// Index of the node it starts from.
    pub(crate) from: usize,
    /// Index of the node it leads to.
    pub(crate) to: usize,
    /// What it means.
    pub(crate) kind: EdgeKind,
    /// When it is taken: one text for each rule or catcher, none for always.
    pub(crate) conditions: Vec<String>,
}

/// What an edge means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EdgeKind {
    /// `StartAt`, `Next`, `End`, a choice rule or `Default`.
    Flow,
    /// A catcher.
    Catch,
}

impl Scope {
    /// What a node is called.
    pub(crate) fn name(&self, node: usize) -> &str {
        match self.nodes.get(node) {
            Some(Node::State(state)) => &state.name,
            Some(Node::Start) => "Start",
            Some(Node::End) | None => "End",
        }
    }
}

impl StateNode {
    /// The caption, and what else is to say of the state, on one line.
    pub(crate) fn details(&self) -> String {
        let retries = self.retries.map(|retries| format!(" · ↻ {retries}")).unwrap_or_default();
        let timeout = self.timeout.as_ref().map(|timeout| format!(" · {timeout}"));
        one_line(&format!("{}{retries}{}", self.caption, timeout.unwrap_or_default()))
    }
}

impl Edge {
    /// The conditions, each on one line and not too long.
    pub(crate) fn short_conditions(&self) -> impl Iterator<Item = String> {
        self.conditions.iter().map(|condition| {
            let mut text: String = one_line(condition).chars().take(MAX_CONDITION + 1).collect();
            if let Some((end, _)) = text.char_indices().nth(MAX_CONDITION) {
                text.truncate(end);
                text.push('…');
            }
            text
        })
    }
}

impl Model {
    pub(crate) fn new(machine: &Machine) -> Model {
        let scope = |id| scope(machine, ScopeId(id));
        let count = u32::try_from(machine.scopes.len()).unwrap_or(u32::MAX);
        let file = machine.source_name.rsplit(['/', '\\']).next().unwrap_or_default();
        Model {
            title: format!("State machine {file}").trim_end().to_owned(),
            comment: machine.comment.clone(),
            scopes: (0..count).map(scope).collect(),
        }
    }
}

fn scope(machine: &Machine, id: ScopeId) -> Scope {
    let states = machine.scope(id).map_or(&[][..], |scope| &scope.states);
    let mut nodes = vec![Node::Start];
    let state = |id: &StateId| Some(Node::State(self::state(machine, *id, machine.state(*id)?)));
    nodes.extend(states.iter().filter_map(state));
    let edges = edges::edges(machine, id, &mut nodes);
    Scope { nodes, edges, depth: depth(machine, id) }
}

fn depth(machine: &Machine, id: ScopeId) -> usize {
    let outer = |id: &ScopeId| Some(machine.state(machine.scope(*id)?.parent?)?.scope);
    std::iter::successors(Some(id), outer).take(machine.scopes.len()).count()
}

fn state(machine: &Machine, id: StateId, state: &State) -> StateNode {
    StateNode {
        id,
        name: state.name.clone(),
        kind: caption::kind(&state.kind),
        caption: caption::caption(machine, &state.kind),
        comment: state.comment.clone(),
        retries: retriers(&state.kind).iter().map(|retrier| retrier.max_attempts).max(),
        timeout: match &state.kind {
            StateKind::Task(task) => task.timeout.as_ref().map(value::seconds),
            _ => None,
        },
        bodies: match &state.kind {
            StateKind::Parallel(parallel) => parallel.branches.iter().map(index).collect(),
            StateKind::Map(map) => vec![index(&map.processor)],
            _ => Vec::new(),
        },
    }
}

fn index(scope: &ScopeId) -> usize {
    scope.0 as usize
}

fn retriers(state: &StateKind) -> &[Retrier] {
    match state {
        StateKind::Task(task) => &task.retry,
        StateKind::Parallel(parallel) => &parallel.retry,
        StateKind::Map(map) => &map.retry,
        _ => &[],
    }
}
