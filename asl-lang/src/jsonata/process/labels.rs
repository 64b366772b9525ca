//! Labels, counted in the order of the tree.

use super::{Label, Node, NodeKind};
use crate::jsonata::process::ancestry::Ancestry;

/// Replaces slots by labels: those of one step have the same, and they are counted from 0.
pub(super) fn number(root: &mut Node, ancestry: &Ancestry) {
    Numbering { ancestry, seen: Vec::new() }.node(root);
}

struct Numbering<'a> {
    ancestry: &'a Ancestry,
    /// Labels as slots, in the order in which they were met.
    seen: Vec<Label>,
}

impl Numbering<'_> {
    fn node(&mut self, node: &mut Node) {
        match &mut node.kind {
            NodeKind::Parent(label) => self.label(label),
            NodeKind::Path(path) => {
                let ancestors = path.steps.iter_mut().filter_map(|step| step.ancestor.as_mut());
                ancestors.for_each(|label| self.label(label));
            }
            _ => {}
        }
        node.for_each_child(&mut |child| self.node(child));
    }

    fn label(&mut self, label: &mut Label) {
        let own = self.ancestry.label(*label);
        let at = self.seen.iter().position(|&seen| seen == own).unwrap_or_else(|| {
            self.seen.push(own);
            self.seen.len() - 1
        });
        *label = Label(u32::try_from(at).unwrap_or(u32::MAX));
    }
}
