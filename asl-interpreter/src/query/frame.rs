//! The variables of a call, and walking an expression with them.

use std::cell::RefCell;
use std::rc::Rc;

use asl_runtime::jsonata::{Evaluation, Item, Slot};

/// The variables of one activation: of an expression, or of one call of a function.
pub(super) struct Frame<'e> {
    pub(super) cx: &'e Evaluation,
    /// What the expression reads from its surroundings.
    pub(super) surroundings: Rc<Surroundings>,
    variables: Box<[RefCell<Variable>]>,
}

/// What an expression and the functions in it read that they do not bind.
#[derive(Debug)]
pub(super) struct Surroundings {
    pub(super) sources: Box<[Item]>,
    /// `$$`
    pub(super) root: Item,
}

#[derive(Debug)]
enum Variable {
    Own(Option<Item>),
    /// Functions hold on to it.
    Shared(Slot),
}

impl<'e> Frame<'e> {
    /// A frame with these variables, of each whether it is shared.
    pub(super) fn new(cx: &'e Evaluation, shared: &[bool], surroundings: Rc<Surroundings>) -> Self {
        let variables = shared.iter().map(|is_shared| {
            RefCell::new(if *is_shared { Variable::Shared(cx.slot()) } else { Variable::Own(None) })
        });
        Self { cx, surroundings, variables: variables.collect() }
    }

    /// The value of a variable; none as long as it is not bound.
    pub(super) fn get(&self, slot: usize) -> Option<Item> {
        match &*self.variables.get(slot)?.borrow() {
            Variable::Own(item) => item.clone(),
            Variable::Shared(slot) => slot.get(),
        }
    }

    /// Binds a variable.
    pub(super) fn set(&self, slot: usize, item: Item) {
        if let Some(variable) = self.variables.get(slot) {
            match &mut *variable.borrow_mut() {
                Variable::Own(own) => *own = Some(item),
                Variable::Shared(slot) => slot.set(item),
            }
        }
    }

    /// Makes a variable anew, not bound.
    pub(super) fn begin(&self, slot: usize) {
        if let Some(variable) = self.variables.get(slot) {
            let mut variable = variable.borrow_mut();
            *variable = match &*variable {
                Variable::Own(_) => Variable::Own(None),
                Variable::Shared(_) => Variable::Shared(self.cx.slot()),
            };
        }
    }

    /// The variable itself, for a function that holds on to it.
    pub(super) fn share(&self, slot: usize) -> Option<Slot> {
        match &*self.variables.get(slot)?.borrow() {
            Variable::Own(_) => None,
            Variable::Shared(slot) => Some(slot.clone()),
        }
    }

    /// Puts a variable in here that is one of another frame.
    pub(super) fn adopt(&self, slot: usize, shared: Slot) {
        if let Some(variable) = self.variables.get(slot) {
            *variable.borrow_mut() = Variable::Shared(shared);
        }
    }
}
