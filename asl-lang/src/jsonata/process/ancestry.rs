//! Which step each `%` stands for the context of.
//!
//! A `%` that has not found its step is a slot with a level: how many steps it is still away. As
//! paths are put together, slots are taken from their last step backwards, and to what the path is
//! part of if there is no step left.

use super::{Code, Error, Label, Node, NodeKind, Path, Span, Step};

/// The `%`s of an expression.
#[derive(Debug, Default)]
pub(super) struct Ancestry {
    slots: Vec<State>,
}

/// A `%`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot(u32);

#[derive(Debug)]
struct State {
    /// The slot whose label it has: its own, or one that found the same step before.
    label: Slot,
    /// How many steps away its own is.
    level: i32,
    span: Span,
}

impl Slot {
    /// Until labels are counted, that of a `%` is its slot.
    pub(super) fn of(label: Label) -> Slot {
        Slot(label.0)
    }
}

impl Ancestry {
    /// A slot for a `%`.
    pub(super) fn slot(&mut self, span: Span) -> Label {
        let index = u32::try_from(self.slots.len()).unwrap_or(u32::MAX);
        self.slots.push(State { label: Slot(index), level: 1, span });
        Label(index)
    }

    /// The slot whose label this one has.
    pub(super) fn label(&self, label: Label) -> Label {
        self.state(Slot::of(label)).map_or(label, |state| Label(state.label.0))
    }

    /// The error for a `%` that finds no step.
    pub(super) fn underivable(&self, slots: &[Slot]) -> Error {
        let state = slots.iter().find_map(|&slot| self.state(slot));
        Error::new(Code::S0217, state.map(|state| state.span).unwrap_or_default())
    }

    fn state(&self, slot: Slot) -> Option<&State> {
        self.slots.get(slot.0 as usize)
    }

    fn level(&self, slot: Slot) -> i32 {
        self.state(slot).map_or(0, |state| state.level)
    }

    fn move_by(&mut self, slot: Slot, levels: i32) {
        if let Some(state) = self.slots.get_mut(slot.0 as usize) {
            state.level += levels;
        }
    }

    /// What a predicate seeks: its step, or what stands before it.
    pub(super) fn seek_from_predicate(
        &mut self,
        slots: &[Slot],
        step: &mut Step,
    ) -> Result<(), Error> {
        for &slot in slots {
            match self.level(slot) {
                1 => self.seek_in_step(step, slot)?,
                _ => self.move_by(slot, -1),
            }
        }
        Ok(())
    }

    /// Finds the steps that the last step of a path seeks. Those that are not in the path it seeks
    /// itself.
    pub(super) fn resolve(
        &mut self,
        path: &mut Path,
        sought_by_last: &[Slot],
        seeking: &mut Option<Vec<Slot>>,
    ) -> Result<(), Error> {
        let Some((_, before)) = path.steps.split_last_mut() else { return Ok(()) };
        for &slot in sought_by_last {
            let mut index = before.len();
            while self.level(slot) > 0 {
                if index == 0 {
                    seeking.get_or_insert_default().push(slot);
                    break;
                }
                index -= 1;
                // Of steps that bind their values and so have the same context, the first counts.
                while index > 0 && binds_focus(&before[index]) && binds_focus(&before[index - 1]) {
                    index -= 1;
                }
                self.seek_in_step(&mut before[index], slot)?;
            }
        }
        Ok(())
    }

    fn seek_in_step(&mut self, step: &mut Step, slot: Slot) -> Result<(), Error> {
        match &step.node.kind {
            NodeKind::Name(_) | NodeKind::Wildcard => {
                self.move_by(slot, -1);
                if self.level(slot) == 0 {
                    self.take(step, slot);
                }
                Ok(())
            }
            NodeKind::Block(block) => {
                step.tuple |= !block.expressions.is_empty();
                self.seek_in_node(&mut step.node, slot)
            }
            _ => self.seek_in_node(&mut step.node, slot),
        }
    }

    /// The step is that of the slot, and maybe of others that have found it before.
    fn take(&mut self, step: &mut Step, slot: Slot) {
        if let Some(label) = step.ancestor.map(|ancestor| self.label(ancestor))
            && let Some(state) = self.slots.get_mut(slot.0 as usize)
        {
            state.label = Slot::of(label);
        }
        step.ancestor = Some(Label(slot.0));
        step.tuple = true;
    }

    fn seek_in_node(&mut self, node: &mut Node, slot: Slot) -> Result<(), Error> {
        match &mut node.kind {
            // One that is no step binds nothing.
            NodeKind::Wildcard => self.move_by(slot, -1),
            NodeKind::Parent(_) => self.move_by(slot, 1),
            NodeKind::Block(block) => {
                if let Some(last) = block.expressions.last_mut() {
                    self.seek_in_node(last, slot)?;
                }
            }
            NodeKind::Path(path) => {
                path.tuple = true;
                let steps = path.steps.iter_mut().rev();
                for step in steps {
                    self.seek_in_step(step, slot)?;
                    if self.level(slot) <= 0 {
                        break;
                    }
                }
            }
            _ => return Err(self.underivable(&[slot])),
        }
        Ok(())
    }
}

/// An empty name binds nothing.
fn binds_focus(step: &Step) -> bool {
    step.focus.as_ref().is_some_and(|focus| !focus.is_empty())
}
