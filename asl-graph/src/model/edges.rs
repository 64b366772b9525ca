//! The edges of a scope.

use super::{Edge, EdgeKind, Node, condition};
use asl_lang::ir::{Catcher, Machine, ScopeId, StateId, StateKind, Transition};
use std::collections::HashMap;

/// The edges between the nodes of a scope. If one leads to the end, the end is added to the nodes.
pub(super) fn edges(machine: &Machine, scope: ScopeId, nodes: &mut Vec<Node>) -> Vec<Edge> {
    let mut edges = Edges {
        of_state: nodes.iter().enumerate().filter_map(|(at, node)| Some((id(node)?, at))).collect(),
        end: nodes.len(),
        places: HashMap::new(),
        edges: Vec::new(),
    };
    if let Some(scope) = machine.scope(scope) {
        edges.lead_to(0, scope.start, EdgeKind::Flow, None);
    }
    for (from, node) in nodes.iter().enumerate() {
        if let Some(state) = id(node).and_then(|id| machine.state(id)) {
            edges.of(from, &state.kind);
        }
    }
    if edges.edges.iter().any(|edge| edge.to == edges.end) {
        nodes.push(Node::End);
    }
    edges.edges
}

fn id(node: &Node) -> Option<StateId> {
    match node {
        Node::State(state) => Some(state.id),
        Node::Start | Node::End => None,
    }
}

struct Edges {
    of_state: HashMap<StateId, usize>,
    /// The node of the end.
    end: usize,
    /// Where the edge with these ends is.
    places: HashMap<(usize, usize, bool), usize>,
    edges: Vec<Edge>,
}

impl Edges {
    fn of(&mut self, from: usize, state: &StateKind) {
        let (transition, catch): (Transition, &[Catcher]) = match state {
            StateKind::Pass(pass) => (pass.transition, &[]),
            StateKind::Wait(wait) => (wait.transition, &[]),
            StateKind::Task(task) => (task.transition, &task.catch),
            StateKind::Parallel(parallel) => (parallel.transition, &parallel.catch),
            StateKind::Map(map) => (map.transition, &map.catch),
            StateKind::Succeed(_) => (Transition::End, &[]),
            StateKind::Fail(_) => return,
            StateKind::Choice(choice) => {
                for rule in &choice.rules {
                    let text = condition::text(&rule.condition);
                    self.lead_to(from, rule.next, EdgeKind::Flow, Some(text));
                }
                if let Some(next) = choice.default {
                    self.lead_to(from, next, EdgeKind::Flow, Some("default".to_owned()));
                }
                return;
            }
        };
        match transition {
            Transition::Next(next) => self.lead_to(from, next, EdgeKind::Flow, None),
            Transition::End => self.add(from, self.end, EdgeKind::Flow, None),
        }
        for catcher in catch {
            let errors = format!("Catch: {}", catcher.error_equals.join(", "));
            self.lead_to(from, catcher.next, EdgeKind::Catch, Some(errors));
        }
    }

    fn lead_to(&mut self, from: usize, to: StateId, kind: EdgeKind, condition: Option<String>) {
        if let Some(&to) = self.of_state.get(&to) {
            self.add(from, to, kind, condition);
        }
    }

    /// Adds an edge, or another condition to the edge that is there already.
    fn add(&mut self, from: usize, to: usize, kind: EdgeKind, condition: Option<String>) {
        let key = (from, to, kind == EdgeKind::Catch);
        let at = *self.places.entry(key).or_insert(self.edges.len());
        if at == self.edges.len() {
            self.edges.push(Edge { from, to, kind, conditions: Vec::new() });
        }
        if let Some(edge) = self.edges.get_mut(at) {
            edge.conditions.extend(condition);
        }
    }
}
