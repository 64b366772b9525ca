//! Paths: steps, what they bind, and what `%` means.

use super::names::has_scope;
use super::scope::at;
use super::{Lowering, ScopePlace};
use crate::ir::query::{NodeKind, Path, SortTerm, Source, Stage, Step, StepKind};
use crate::jsonata::ast::{self, Label};

/// The name of what a `%` stands for. No variable is called like this.
pub(super) fn ancestor(label: Label) -> String {
    format!("%{}", label.0)
}

impl Lowering<'_> {
    pub(super) fn path(&mut self, path: &ast::Path, group: Option<&ast::Group>) -> NodeKind {
        if !has_scope(path) {
            return self.steps(path, group, None);
        }
        // A path whose variables are read outside has them in the scope of the path around.
        let shared = if path.tuple { self.tuples.last().copied() } else { None };
        self.scopes.deepen();
        self.scopes.open(Vec::new());
        let place = match shared {
            Some(place) => place,
            None => self.scopes.place(),
        };
        self.tuples.push(place);
        let lowered = self.tentatively(|this| this.steps(path, group, Some(place)));
        self.tuples.pop();
        self.scopes.close();
        self.scopes.undeepen();
        lowered
    }

    fn steps(
        &mut self,
        path: &ast::Path,
        group: Option<&ast::Group>,
        place: Option<ScopePlace>,
    ) -> NodeKind {
        let mut steps = path.steps.iter();
        let mut lowered = Vec::with_capacity(path.steps.len());
        let mut is_absolute = false;
        if let Some((source, rest)) = self.member_of_states(&path.steps) {
            steps = rest.iter();
            is_absolute = true;
            if rest.is_empty() && group.is_none() && !path.keep_singleton {
                return NodeKind::Source(source);
            }
            lowered.push(plain(StepKind::Each(at(
                path.steps.first().map(|step| step.node.span).unwrap_or_default(),
                NodeKind::Source(source),
            ))));
        }
        if let Some(first) = constructed_binding(&path.steps) {
            steps = path.steps.get(1..).unwrap_or_default().iter();
            if first.focus.is_none() {
                lowered.push(self.unbound(first));
                is_absolute = true;
            }
        }
        for step in steps {
            let is_first = lowered.is_empty();
            is_absolute |= is_first
                && matches!(step.node.kind, ast::NodeKind::Variable(_) | ast::NodeKind::Context);
            lowered.push(self.step(step, is_first, place));
        }
        if path.steps.first().is_some_and(|step| step.tuple)
            && let Some(first) = lowered.first_mut()
        {
            first.is_tuple = true;
        }
        let group = group.map(|group| self.inside(|this| this.pairs(&group.pairs)));
        let variables = match place {
            Some(place) => self.scopes.slots_of(place),
            None => Vec::new(),
        };
        NodeKind::Path(Box::new(Path {
            steps: lowered,
            is_absolute,
            keep_singleton: path.keep_singleton,
            is_tuple: path.tuple,
            group,
            variables,
        }))
    }

    /// The source that `$states.member` at the beginning of a path reads, and the steps behind it.
    fn member_of_states<'s>(
        &mut self,
        steps: &'s [ast::Step],
    ) -> Option<(Source, &'s [ast::Step])> {
        let [first, second, rest @ ..] = steps else { return None };
        let (ast::NodeKind::Variable(variable), ast::NodeKind::Name(member)) =
            (&first.node.kind, &second.node.kind)
        else {
            return None;
        };
        if variable != "states" || !is_plain(first) || !is_plain(second) {
            return None;
        }
        self.scopes.state_member(member).map(|source| (source, rest))
    }

    fn step(&mut self, step: &ast::Step, is_first: bool, place: Option<ScopePlace>) -> Step {
        let kind = match &step.node.kind {
            ast::NodeKind::Sort(terms) => StepKind::Sort(self.inside(|this| this.terms(terms))),
            _ if is_first && step.node.is_constructed() => StepKind::Whole(self.node(&step.node)),
            _ => StepKind::Each(self.inside(|this| this.node(&step.node))),
        };
        let name = |this: &mut Self, name: Option<String>| {
            let slot = this.scopes.declare(place?, &name?);
            this.scopes.set_bound(slot);
            Some(slot)
        };
        let focus = name(self, step.focus.clone().filter(|focus| !focus.is_empty()));
        let index = name(self, step.index.clone());
        let ancestor = name(self, step.ancestor.map(ancestor));
        let stages = step.stages.iter().map(|stage| match stage {
            ast::Stage::Filter(filter) => Stage::Filter(self.predicate(&filter.predicate)),
            ast::Stage::Index { variable, .. } => {
                let place = place.unwrap_or_else(|| self.scopes.place());
                let slot = self.scopes.declare(place, variable);
                self.scopes.set_bound(slot);
                Stage::Index(slot)
            }
        });
        let stages = stages.collect();
        Step { kind, stages, focus, index, ancestor, is_tuple: step.tuple }
    }

    /// An array that a path begins with, without what it binds.
    fn unbound(&mut self, step: &ast::Step) -> Step {
        plain(StepKind::Each(self.inside(|this| this.node(&step.node))))
    }

    fn terms(&mut self, terms: &[ast::SortTerm]) -> Vec<SortTerm> {
        let terms = terms.iter().map(|term| SortTerm {
            descending: term.descending,
            expression: self.node(&term.expression),
        });
        terms.collect()
    }
}

/// The array that a path begins with, if variables are to be bound to its items.
///
/// The reference implementation evaluates such an array once and binds nothing: `#$i` and the
/// filters around it have no effect, and after `@$v` the context is what it was before the array.
fn constructed_binding(steps: &[ast::Step]) -> Option<&ast::Step> {
    let first = steps.first().filter(|_| steps.len() > 1)?;
    (first.tuple && first.node.is_constructed()).then_some(first)
}

fn plain(kind: StepKind) -> Step {
    Step { kind, stages: Vec::new(), focus: None, index: None, ancestor: None, is_tuple: false }
}

/// Whether a step does nothing but find a value.
fn is_plain(step: &ast::Step) -> bool {
    let ast::Step { node, stages, focus, index, ancestor, tuple } = step;
    let ast::Node { kind: _, span: _, keep_array, predicates, group } = node;
    stages.is_empty()
        && focus.is_none()
        && index.is_none()
        && ancestor.is_none()
        && !tuple
        && !keep_array
        && predicates.is_empty()
        && group.is_none()
}
