//! Steps that follow each other.

use super::{Code, Draft, Error, Node, NodeKind, Path, Processed, Processor, Slot, Step};
use crate::jsonata::ast::Stage;
use crate::jsonata::syntax::Syntax;
use crate::jsonata::text;

impl Processor {
    /// A path of several steps.
    pub(super) fn path(&mut self, first: Syntax, rest: Vec<Syntax>) -> Processed {
        let first = self.process(first)?;
        let parent = match first.step.node.kind {
            NodeKind::Parent(label) => Some(vec![Slot::of(label)]),
            _ => None,
        };
        let mut draft = as_path(first);
        if parent.is_some() {
            draft.seeking = parent;
        }
        let mut checked = 0;
        for step in rest {
            let step = self.process(step)?;
            append(&mut draft, *step);
            if let Some(path) = draft.path() {
                check_steps(path, checked)?;
                checked = path.steps.len();
            }
            self.resolve(&mut draft)?;
        }
        Ok(draft)
    }

    /// Finds the steps that the last step seeks.
    pub(super) fn resolve(&mut self, draft: &mut Draft) -> Result<(), Error> {
        let NodeKind::Path(path) = &mut draft.step.node.kind else { return Ok(()) };
        let mut slots = draft.last_seeking.clone().unwrap_or_default();
        if let Some(NodeKind::Parent(label)) = path.steps.last().map(|step| &step.node.kind) {
            slots.push(Slot::of(*label));
        }
        self.ancestry.resolve(path, &slots, &mut draft.seeking)
    }
}

/// The expression as a path; if it is none, as one of a single step.
pub(super) fn as_path(draft: Box<Draft>) -> Box<Draft> {
    if matches!(draft.step.node.kind, NodeKind::Path(_)) {
        return draft;
    }
    let Draft { step, seeking, .. } = *draft;
    let span = step.node.span;
    let path = Path { steps: vec![step], keep_singleton: false, tuple: false };
    let mut draft = Draft::new(NodeKind::Path(path), span);
    draft.last_seeking = seeking;
    draft
}

/// Predicates of what has become a step filter for each item of the context.
pub(super) fn predicates_to_stages(step: &mut Step) {
    let predicates = std::mem::take(&mut step.node.predicates);
    step.stages.extend(predicates.into_iter().map(Stage::Filter));
}

fn append(draft: &mut Draft, appended: Draft) {
    let Draft { mut step, seeking, last_seeking } = appended;
    let Some(path) = draft.path() else { return };
    if let NodeKind::Path(appended) = step.node.kind {
        path.steps.extend(appended.steps);
        draft.last_seeking = last_seeking;
    } else {
        predicates_to_stages(&mut step);
        path.steps.push(step);
        draft.last_seeking = seeking;
    }
}

/// Checks the steps from `checked` on: strings among them are names, constructors make values of
/// their own, and numbers and the like cannot be steps.
fn check_steps(path: &mut Path, checked: usize) -> Result<(), Error> {
    for step in path.steps.iter_mut().skip(checked) {
        let value = match &mut step.node.kind {
            NodeKind::Number(value) => text::number(*value),
            NodeKind::Bool(value) => value.to_string(),
            NodeKind::Null => "null".to_owned(),
            NodeKind::String(name) => {
                step.node.kind = NodeKind::Name(std::mem::take(name));
                continue;
            }
            _ => continue,
        };
        return Err(Error::with(Code::S0213, step.node.span, &[value]));
    }
    path.keep_singleton |= path.steps.iter().skip(checked).any(|step| step.node.keep_array);
    let last = path.steps.len().saturating_sub(1);
    for at in [0, last] {
        if let Some(NodeKind::Array(array)) = path.steps.get_mut(at).map(|s| &mut s.node.kind) {
            array.constructed = true;
        }
    }
    Ok(())
}

/// Whether it is a constructor of a value of its own, or a path that starts with one.
pub(super) fn starts_constructed(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Array(array) => array.constructed,
        NodeKind::Block(block) => block.constructed,
        NodeKind::Path(path) => path.steps.first().is_some_and(|step| step.node.is_constructed()),
        _ => false,
    }
}
