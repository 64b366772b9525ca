//! Walking a path.

use asl_runtime::jsonata::{Error, Item, ListKind, Tuple, Tuples, View, group, path, sort};

use super::frame::Frame;
use super::node::{Node, Pair, Path, Predicate, Stage, Step, StepKind};

/// What the steps of a path have found.
enum Found {
    Items(Item),
    Tuples(Tuples),
}

impl Frame<'_> {
    pub(super) fn path(&self, path: &Path, context: View<'_>) -> Result<Item, Error> {
        let first = if path.is_absolute && context.is_array() {
            Item::list(vec![context.to_item()], ListKind::Sequence)
        } else {
            context.to_item()
        };
        let mut found = Found::Items(first);
        for (index, step) in path.steps.iter().enumerate() {
            let is_last = index + 1 == path.steps.len();
            found = self.step(path, step, found, is_last)?;
            if let (StepKind::Whole(_), Found::Items(items), false) = (&step.kind, &found, is_last)
                && !items.view().is_array()
            {
                // As in the reference implementation, which looks for items in it.
                found = Found::Items(Item::Undefined);
            }
            if matches!(&found, Found::Items(items) if items.is_undefined() || items.view().is_empty())
            {
                break;
            }
        }
        self.finish(path, found)
    }

    fn finish(&self, path: &Path, found: Found) -> Result<Item, Error> {
        let found = match (found, &path.group) {
            (Found::Tuples(tuples), Some(pairs)) => {
                return self.group_rows(&path.variables, pairs, tuples);
            }
            (Found::Tuples(tuples), None) if path.is_tuple => return Ok(tuples.into()),
            (Found::Tuples(tuples), None) => tuples.into_sequence(),
            (Found::Items(items), _) => items,
        };
        let found = if path.keep_singleton { path::kept(found) } else { found };
        match &path.group {
            Some(pairs) => self.group(&found, pairs),
            None => Ok(found),
        }
    }

    fn step(&self, path: &Path, step: &Step, found: Found, is_last: bool) -> Result<Found, Error> {
        let found = match found {
            Found::Items(items) if step.is_tuple => {
                return self.first_tuple_step(path, step, &items);
            }
            found => found,
        };
        match found {
            Found::Items(items) => self.plain_step(step, &items, is_last).map(Found::Items),
            Found::Tuples(tuples) => self.tuple_step(path, step, tuples).map(Found::Tuples),
        }
    }

    fn plain_step(&self, step: &Step, input: &Item, is_last: bool) -> Result<Item, Error> {
        match &step.kind {
            StepKind::Whole(node) => {
                let mut result = self.evaluate(node, input.view())?;
                for stage in &step.stages {
                    result = self.stage(stage, result)?;
                }
                Ok(result)
            }
            StepKind::Each(node) => path::step(self.cx, input.view(), is_last, |item| {
                let mut result = self.evaluate(node, item)?;
                for stage in &step.stages {
                    result = self.stage(stage, result)?;
                }
                Ok(result)
            }),
            StepKind::Sort(terms) => {
                let mut result =
                    sort::sort(self.cx, input.view(), |a, b| self.follows(terms, a, b))?;
                for stage in &step.stages {
                    result = self.stage(stage, result)?;
                }
                Ok(result)
            }
        }
    }

    fn stage(&self, stage: &Stage, input: Item) -> Result<Item, Error> {
        match stage {
            Stage::Filter(predicate) => self.filter(predicate, input.view()),
            // Only a step with variables is numbered.
            Stage::Index(_) => Ok(input),
        }
    }

    fn follows(&self, terms: &[(Node, bool)], a: View<'_>, b: View<'_>) -> Result<bool, Error> {
        for (term, is_descending) in terms {
            let (a, b) = (self.evaluate(term, a)?, self.evaluate(term, b)?);
            let order = sort::order(a.view(), b.view(), *is_descending)?;
            if order.is_ne() {
                return Ok(order.is_gt());
            }
        }
        Ok(false)
    }

    /// The first step whose values carry variables.
    fn first_tuple_step(&self, path: &Path, step: &Step, items: &Item) -> Result<Found, Error> {
        if let StepKind::Sort(terms) = &step.kind {
            let sorted = sort::sort(self.cx, items.view(), |a, b| self.follows(terms, a, b))?;
            let mut tuples = Tuples::of(sorted.view());
            if let Some(index) = step.binds.index {
                tuples = tuples.numbered(index);
            }
            return self.tuple_stages(path, step, tuples).map(Found::Tuples);
        }
        self.tuple_step(path, step, Tuples::of(items.view())).map(Found::Tuples)
    }

    fn tuple_step(&self, path: &Path, step: &Step, tuples: Tuples) -> Result<Tuples, Error> {
        let tuples = match &step.kind {
            StepKind::Sort(terms) => {
                tuples.sort(|a, b| self.row_follows(&path.variables, terms, a, b))?
            }
            StepKind::Each(node) | StepKind::Whole(node) => {
                tuples.step(self.cx, step.binds, |row| self.at_row(&path.variables, row, node))?
            }
        };
        self.tuple_stages(path, step, tuples)
    }

    /// What is done with the rows of a step.
    fn tuple_stages(&self, path: &Path, step: &Step, tuples: Tuples) -> Result<Tuples, Error> {
        let mut tuples = tuples;
        for stage in &step.stages {
            tuples = match stage {
                Stage::Index(variable) => tuples.numbered(*variable),
                Stage::Filter(predicate) => self.filter_rows(&path.variables, predicate, tuples)?,
            };
        }
        Ok(tuples)
    }

    pub(super) fn filter_rows(
        &self,
        variables: &[usize],
        predicate: &Predicate,
        tuples: Tuples,
    ) -> Result<Tuples, Error> {
        match predicate {
            Predicate::Index(index) => Ok(tuples.index(*index)),
            Predicate::Any(node) => tuples.filter(|row| self.at_row(variables, row, node)),
        }
    }

    pub(super) fn group_rows(
        &self,
        variables: &[usize],
        pairs: &[Pair],
        tuples: Tuples,
    ) -> Result<Item, Error> {
        let mut pairs = Rows { frame: self, variables, pairs };
        group::group_tuples(self.cx, tuples, &mut pairs)
    }

    fn row_follows(
        &self,
        variables: &[usize],
        terms: &[(Node, bool)],
        a: &Tuple,
        b: &Tuple,
    ) -> Result<bool, Error> {
        for (term, is_descending) in terms {
            let (a, b) = (self.at_row(variables, a, term)?, self.at_row(variables, b, term)?);
            let order = sort::order(a.view(), b.view(), *is_descending)?;
            if order.is_ne() {
                return Ok(order.is_gt());
            }
        }
        Ok(false)
    }

    /// The value of an expression for a row: its item is the context, its variables are bound.
    fn at_row(&self, variables: &[usize], row: &Tuple, node: &Node) -> Result<Item, Error> {
        let before: Vec<Option<Item>> = variables.iter().map(|slot| self.get(*slot)).collect();
        for slot in variables {
            self.begin(*slot);
            if let Some(item) = u32::try_from(*slot).ok().and_then(|variable| row.get(variable)) {
                self.set(*slot, item.clone());
            }
        }
        let result = self.evaluate(node, row.item.view());
        for (slot, before) in variables.iter().zip(before) {
            self.begin(*slot);
            if let Some(item) = before {
                self.set(*slot, item);
            }
        }
        result
    }
}

/// The members of an object made of rows.
struct Rows<'a> {
    frame: &'a Frame<'a>,
    variables: &'a [usize],
    pairs: &'a [Pair],
}

impl group::Pairs<Tuple> for Rows<'_> {
    fn count(&self) -> usize {
        self.pairs.len()
    }

    fn key(&mut self, pair: usize, row: &Tuple) -> Result<Item, Error> {
        self.pairs
            .get(pair)
            .map_or(Ok(Item::Undefined), |pair| self.frame.at_row(self.variables, row, &pair.key))
    }

    fn value(&mut self, pair: usize, row: &Tuple) -> Result<Item, Error> {
        self.pairs
            .get(pair)
            .map_or(Ok(Item::Undefined), |pair| self.frame.at_row(self.variables, row, &pair.value))
    }
}
