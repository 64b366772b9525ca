//! Sequences whose items carry bound variables: `@$x`, `#$i` and `%` in a path.
//!
//! Follows [Context variable binding](https://docs.jsonata.org/path-operators#-context-variable-binding)
//! and its neighbours of JSONata's documentation.

use std::rc::Rc;

use super::error::Error;
use super::evaluation::{Evaluation, Slot};
use super::item::{Item, View};
use super::path::append_all;
use crate::value::Str;

/// A sequence whose items carry bound variables.
#[derive(Debug, Clone, Default)]
pub struct Tuples {
    /// The items in order.
    pub rows: Vec<Tuple>,
    /// Whether an order-by has put them into their order. The reference implementation takes them
    /// for plain objects then, until the next step: predicates and groups see neither what the
    /// items have nor what is bound.
    is_sorted: bool,
}

/// An item with the variables bound on the way to it.
#[derive(Debug, Clone, Default)]
pub struct Tuple {
    /// The item, which the next step has as its context.
    pub item: Item,
    /// The variables, by a number each has in the expression.
    pub bound: Vec<(u32, Item)>,
}

/// What a step of a path binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Binds {
    /// `@$x`: the result of the step, while the context stays.
    pub focus: Option<u32>,
    /// `#$i`: the position in the result of the step.
    pub index: Option<u32>,
    /// What `%` of a later step means: the context of the step.
    pub ancestor: Option<u32>,
}

impl Tuple {
    /// An item without variables.
    #[must_use]
    pub fn new(item: Item) -> Self {
        Self { item, bound: Vec::new() }
    }

    /// The variable of this number; none if it is not bound.
    #[must_use]
    pub fn get(&self, variable: u32) -> Option<&Item> {
        self.bound.iter().find(|(bound, _)| *bound == variable).map(|(_, item)| item)
    }

    /// The value of a variable; nothing if it is not bound.
    #[must_use]
    pub fn view(&self, variable: u32) -> View<'_> {
        self.get(variable).map_or(View::Undefined, Item::view)
    }

    /// A variable that functions hold on to, with its value.
    #[must_use]
    pub fn cell(&self, cx: &Evaluation, variable: u32) -> Slot {
        match self.get(variable) {
            Some(item) => cx.bound_slot(item.clone()),
            None => cx.slot(),
        }
    }

    /// Binds a variable, again if it is bound.
    pub fn bind(&mut self, variable: u32, item: Item) {
        match self.bound.iter_mut().find(|(bound, _)| *bound == variable) {
            Some((_, old)) => *old = item,
            None => self.bound.push((variable, item)),
        }
    }
}

impl Tuples {
    /// The items of a sequence, without variables.
    #[must_use]
    pub fn of(input: View<'_>) -> Self {
        match input {
            View::Tuples(tuples) => Self::clone(tuples),
            input => input.items().map(|item| Tuple::new(item.to_item())).collect(),
        }
    }

    /// One item, without variables, whether it is an array or not.
    #[must_use]
    pub fn one(input: View<'_>) -> Self {
        std::iter::once(Tuple::new(input.to_item())).collect()
    }

    /// One step of a path: what `evaluate` gives of each row, with what the step binds.
    ///
    /// # Errors
    /// Those of `evaluate`, and too many items.
    pub fn step(
        self,
        cx: &Evaluation,
        binds: Binds,
        mut evaluate: impl FnMut(&Tuple) -> Result<Item, Error>,
    ) -> Result<Self, Error> {
        let mut rows = Vec::new();
        for row in self.rows {
            match evaluate(&row)? {
                Item::Undefined => {}
                Item::Tuples(inner) => {
                    for found in &inner.rows {
                        let mut tuple = row.clone();
                        tuple.item = found.item.clone();
                        for (variable, item) in &found.bound {
                            tuple.bind(*variable, item.clone());
                        }
                        rows.push(tuple);
                    }
                }
                found => {
                    for (position, item) in found.view().items().enumerate() {
                        rows.push(row.found(item.to_item(), position, binds));
                    }
                }
            }
            cx.check_length(rows.len())?;
        }
        Ok(rows.into_iter().collect())
    }

    /// `#$i` after a predicate or an order-by: binds the position to each row.
    #[must_use]
    pub fn numbered(mut self, variable: u32) -> Self {
        for (position, row) in self.rows.iter_mut().enumerate() {
            row.bind(variable, Item::number(position as f64));
        }
        self
    }

    /// A predicate: the rows for which it holds, or whose position it gives.
    ///
    /// # Errors
    /// Those of `predicate`.
    pub fn filter(
        self,
        mut predicate: impl FnMut(&Tuple) -> Result<Item, Error>,
    ) -> Result<Self, Error> {
        let (length, is_sorted) = (self.rows.len(), self.is_sorted);
        let mut rows = Vec::new();
        for (position, row) in self.rows.into_iter().enumerate() {
            let result = if is_sorted { predicate(&row.plain())? } else { predicate(&row)? };
            let chosen = super::path::times_chosen(result.view(), position, length)?;
            rows.extend(std::iter::repeat_n(row, chosen));
        }
        Ok(Self { rows, is_sorted })
    }

    /// The rows as a group sees them.
    pub(super) fn into_grouped(self) -> Vec<Tuple> {
        if self.is_sorted { self.rows.iter().map(Tuple::plain).collect() } else { self.rows }
    }

    /// The row at an index, which counts from the end if it is negative.
    #[must_use]
    pub fn index(self, index: f64) -> Self {
        let position = super::path::position(index, self.rows.len());
        let row = position.and_then(|position| self.rows.into_iter().nth(position));
        Self { rows: row.into_iter().collect(), is_sorted: self.is_sorted }
    }

    /// The items without their variables.
    #[must_use]
    pub fn into_sequence(self) -> Item {
        Item::sequence(self.rows.into_iter().map(|row| row.item).collect())
    }

    /// The rows in an order: `follows` says whether the first has to come after the second.
    ///
    /// # Errors
    /// Those of `follows`.
    pub fn sort(
        self,
        follows: impl FnMut(&Tuple, &Tuple) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        let is_sorted = self.is_sorted || self.rows.len() > 1;
        Ok(Self { is_sorted, ..self.sort_items(follows)? })
    }

    /// [`sort`](Self::sort) of what carries no variables yet.
    ///
    /// # Errors
    /// Those of `follows`.
    pub fn sort_items(
        self,
        follows: impl FnMut(&Tuple, &Tuple) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        Ok(Self { rows: super::sort::merge_sort(self.rows, follows)?, is_sorted: self.is_sorted })
    }
}

impl FromIterator<Tuple> for Tuples {
    fn from_iter<T: IntoIterator<Item = Tuple>>(rows: T) -> Self {
        Self { rows: rows.into_iter().collect(), is_sorted: false }
    }
}

impl Tuple {
    /// The row for what a step found from this one.
    fn found(&self, item: Item, position: usize, binds: Binds) -> Self {
        let mut tuple = self.clone();
        match binds.focus {
            Some(variable) => tuple.bind(variable, item),
            None => tuple.item = item,
        }
        if let Some(variable) = binds.index {
            tuple.bind(variable, Item::number(position as f64));
        }
        if let Some(variable) = binds.ancestor {
            tuple.bind(variable, self.item.clone());
        }
        tuple
    }

    /// The row as an object.
    fn plain(&self) -> Self {
        Self::new(Item::object(vec![(Str::from_static("@"), self.item.clone())]))
    }

    /// One row of several that fall into one group: what each variable is bound to, together.
    #[must_use]
    pub fn merged(rows: &[Self]) -> Self {
        let Some(first) = rows.first() else { return Self::default() };
        let mut merged = Self::new(append_all(rows.iter().map(|row| row.item.clone())));
        for (variable, _) in &first.bound {
            let values = rows.iter().filter_map(|row| row.get(*variable).cloned());
            merged.bound.push((*variable, append_all(values)));
        }
        merged
    }
}

impl From<Tuples> for Item {
    fn from(tuples: Tuples) -> Self {
        Self::Tuples(Rc::new(tuples))
    }
}
