//! What the steps of a path find, where it is: nothing is cloned before the path's end.
//!
//! Follows [Sequences](https://docs.jsonata.org/processing#sequences) of JSONata's documentation.

use super::error::Error;
use super::evaluation::Evaluation;
use super::found::Found;
use super::group;
use super::item::{Item, Items, List, ListKind, View};
use super::path;
use crate::value::{Key, Value};

/// What a step of a path has found.
#[derive(Debug, Clone)]
pub enum Sequence<'a> {
    /// The one result of the step: the items of an array, or what is no array, or nothing.
    One(View<'a>),
    /// Several, arrays among them flattened.
    Views(Vec<View<'a>>),
    /// What was made: the items of a list.
    Made(Item),
    /// What was made: JSON, no arrays among it.
    Values(Vec<Value>),
    /// An array without items that is no sequence: the path ends with it.
    Ended(Item),
}

impl<'a> Sequence<'a> {
    /// What the first step of a path has made.
    #[must_use]
    pub fn made(item: Item) -> Self {
        match item {
            // Nothing is evaluated on what is not there.
            Item::Undefined => Self::One(View::Undefined),
            item if is_constructed(item.view()) => Self::Made(Item::sequence(vec![item])),
            item => Self::Made(item),
        }
    }

    /// What a step has made that is not flattened: an array constructor, or what was sorted.
    #[must_use]
    pub fn whole(item: Item) -> Self {
        let is_sequence = match &item {
            Item::List(list) => matches!(list.kind, ListKind::Sequence | ListKind::Kept),
            _ => false,
        };
        if item.view().is_empty() && !is_sequence { Self::Ended(item) } else { Self::Made(item) }
    }

    /// What the array constructor has made that a path begins with, after its predicates. If that
    /// is no array any more, the reference implementation finds nothing in it, and so do we.
    #[must_use]
    pub fn constructed(item: Item) -> Self {
        let item = item.settled();
        if item.view().is_array() { Self::whole(item) } else { Self::Ended(Item::Undefined) }
    }

    /// The items.
    #[inline]
    fn items(&self) -> Items<'_> {
        match self {
            Self::One(View::Undefined) | Self::Made(Item::Undefined) | Self::Ended(_) => {
                Items::Single(None)
            }
            Self::One(view) if is_constructed(*view) => Items::Single(Some(*view)),
            Self::One(view) => view.items(),
            Self::Views(views) => Items::Views(views.iter()),
            Self::Made(item) => item.view().items(),
            Self::Values(values) => Items::Values(values.iter()),
        }
    }

    /// The items, if they are not made.
    #[inline]
    fn views(self) -> Result<Views<'a>, Item> {
        match self {
            Self::One(View::Undefined) => Ok(Views::Items(Items::Single(None))),
            Self::One(view) if is_constructed(view) => Ok(Views::Items(Items::Single(Some(view)))),
            Self::One(view) => Ok(Views::Items(view.items())),
            Self::Views(views) => Ok(Views::Several(views.into_iter())),
            Self::Made(item) | Self::Ended(item) => Err(item),
            Self::Values(values) => Err(sequence_of(values)),
        }
    }

    /// The items that a predicate is asked about, if they are not made: nothing is one.
    fn asked(self) -> impl Iterator<Item = View<'a>> {
        let nothing = matches!(self, Self::One(View::Undefined)).then_some(View::Undefined);
        nothing.into_iter().chain(self.views().into_iter().flatten())
    }

    fn len(&self) -> usize {
        match self {
            Self::One(View::Undefined) | Self::Made(Item::Undefined) => 0,
            Self::One(view) if is_constructed(*view) => 1,
            Self::One(view) => view.len(),
            Self::Views(views) => views.len(),
            Self::Made(item) => item.view().len(),
            Self::Values(values) => values.len(),
            Self::Ended(_) => 0,
        }
    }

    /// The step of a field.
    #[must_use]
    pub fn member(self, name: Key<'_>) -> Self {
        if matches!(self, Self::Ended(_)) {
            return self;
        }
        if let Self::One(View::Value(Value::Object(object))) = self {
            return Self::One(object.find(name).map_or(View::Undefined, View::Value));
        }
        match self.views() {
            Ok(views) => join(views.map(|view| members(view, name))),
            Err(item) => Self::Made(path::made_members(item.view(), name)),
        }
    }

    /// The steps of several fields.
    #[must_use]
    pub fn members(self, names: &[Key<'_>]) -> Self {
        names.iter().fold(self, |found, name| found.member(*name))
    }

    /// The step of a field with a predicate: of the field's values those of which it is true.
    ///
    /// # Errors
    /// Those of `predicate`.
    pub fn member_where(
        self,
        cx: &Evaluation,
        name: Key<'_>,
        mut predicate: impl FnMut(View<'_>) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        if matches!(self, Self::Ended(_)) {
            return Ok(self);
        }
        match self.views() {
            Ok(views) => {
                let mut chosen = Vec::new();
                for view in views {
                    let found = members(view, name).settled_one();
                    cx.count(found.len())?;
                    chosen.reserve(found.len());
                    for item in found.asked() {
                        if predicate(item)? {
                            flatten(item, &mut chosen);
                        }
                    }
                }
                Ok(Self::Views(chosen))
            }
            Err(item) => {
                let made = path::step(cx, item.view(), true, |item| {
                    let found = path::member(item, name);
                    path::filter_true(found.view(), &mut predicate)
                })?;
                Ok(Self::Made(made))
            }
        }
    }

    /// The step of a field with an index: of each item's field the value at that index.
    #[must_use]
    pub fn member_at(self, name: Key<'_>, index: f64) -> Self {
        if matches!(self, Self::Ended(_)) {
            return self;
        }
        let at = |found: Self| match found {
            Self::One(view) => at(view.len(), index, |index| view.at(index)),
            Self::Views(views) => {
                at(views.len(), index, |index| views.get(index).copied().unwrap_or_default())
            }
            other => other,
        };
        match self.views() {
            Ok(views) => join(views.map(|view| at(members(view, name).settled_one()))),
            Err(item) => Self::Made(path::made_members_at(item.view(), name, index)),
        }
    }

    /// A predicate on all that was found.
    ///
    /// # Errors
    /// Those of `predicate`.
    pub fn filter_true(
        self,
        cx: &Evaluation,
        mut predicate: impl FnMut(View<'_>) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        cx.count(self.len())?;
        if let Self::Made(item) | Self::Ended(item) = self {
            return path::filter_true(item.view(), predicate).map(Self::Made);
        }
        let mut chosen = Vec::new();
        for view in self.asked() {
            if predicate(view)? {
                chosen.push(view);
            }
        }
        Ok(Self::Views(chosen))
    }

    /// A step that makes something of each item.
    ///
    /// # Errors
    /// Those of `evaluate`, and too many items.
    pub fn step(
        self,
        cx: &Evaluation,
        mut evaluate: impl FnMut(View<'_>) -> Result<Item, Error>,
    ) -> Result<Self, Error> {
        if matches!(self, Self::Ended(_)) {
            return Ok(self);
        }
        let mut results = Results::with_capacity(self.len());
        for item in self.items() {
            results.add(evaluate(item)?);
        }
        results.join(cx)
    }

    /// The numbers of a last step that gives nothing else: `$sum(path.(price * quantity))` of them.
    /// None if the step is never made.
    ///
    /// # Errors
    /// Those of `evaluate`. D1001: the sum is out of range.
    pub fn sum(
        self,
        cx: &Evaluation,
        mut evaluate: impl FnMut(View<'_>) -> Result<Option<f64>, Error>,
    ) -> Result<Option<f64>, Error> {
        cx.count(self.len())?;
        let (mut sum, mut is_any) = (0.0, false);
        for item in self.items() {
            if let Some(number) = evaluate(item)? {
                sum += number;
                is_any = true;
            }
        }
        if is_any { super::number::finite(sum).map(Some) } else { Ok(None) }
    }

    /// `^(…)`.
    ///
    /// # Errors
    /// Those of `follows`.
    pub fn sort(
        self,
        cx: &Evaluation,
        follows: impl FnMut(View<'_>, View<'_>) -> Result<bool, Error>,
    ) -> Result<Self, Error> {
        if matches!(self, Self::Ended(_)) {
            return Ok(self);
        }
        if self.len() == 0 {
            return Ok(Self::Made(Item::sequence(Vec::new())));
        }
        let item = self.into_unsettled();
        super::sort::sort(cx, item.view(), follows).map(Self::Made)
    }

    /// What is made of a sorted sequence.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn then(self, make: impl FnOnce(Item) -> Result<Item, Error>) -> Result<Self, Error> {
        make(self.into_unsettled()).map(Self::whole)
    }

    /// `{…}` at the end.
    ///
    /// # Errors
    /// As of [`group::group`].
    pub fn group(
        self,
        cx: &Evaluation,
        count: usize,
        key: impl FnMut(usize, View<'_>) -> Result<Item, Error>,
        value: impl FnMut(usize, View<'_>) -> Result<Item, Error>,
    ) -> Result<Item, Error> {
        group::group_by(cx, self.into_unsettled().view(), count, key, value)
    }

    /// How many there are at the end of the path: `$count` of it.
    #[must_use]
    pub fn count(self) -> f64 {
        match self.len() {
            1 => super::library::count(self.settled().view()) as f64,
            length => length as f64,
        }
    }

    /// Whether there is something at the end of the path: `$exists` of it.
    #[must_use]
    pub fn exists(self) -> bool {
        match self.settled() {
            Found::View(view) => !view.is_undefined(),
            Found::Item(item) => !item.is_undefined(),
        }
    }

    /// The value of the path.
    #[must_use]
    pub fn settled(self) -> Found<'a> {
        match self {
            Self::One(view) => Found::View(view),
            Self::Views(views) => match views.as_slice() {
                [] => Found::View(View::Undefined),
                [view] => Found::View(*view),
                views => {
                    Found::Item(Item::sequence(views.iter().map(|view| view.to_item()).collect()))
                }
            },
            Self::Made(item) | Self::Ended(item) => Found::Item(item.settled()),
            Self::Values(values) => Found::Item(sequence_of(values).settled()),
        }
    }

    /// The value of a path that an expression ends with: nobody will ask what its array is beside
    /// an array.
    #[must_use]
    pub fn into_result(self) -> Item {
        match self {
            Self::Values(mut values) if values.len() < 2 => {
                values.pop().map_or(Item::Undefined, Item::Value)
            }
            Self::Values(values) => Item::Value(Value::from(values)),
            Self::Views(views)
                if views.len() > 1 && views.iter().all(|view| matches!(view, View::Value(_))) =>
            {
                let values = views.into_iter().filter_map(View::to_value);
                Item::Value(Value::from(values.collect::<Vec<_>>()))
            }
            other => other.settled().into_item(),
        }
    }

    /// The value of a path in which `[]` follows a step.
    #[must_use]
    pub fn kept(self) -> Item {
        path::kept(self.into_unsettled())
    }

    /// The sequence as an item.
    #[must_use]
    pub fn into_unsettled(self) -> Item {
        match self {
            Self::One(View::Undefined) => Item::sequence(Vec::new()),
            Self::One(view) if view.is_array() => view.to_item(),
            Self::One(view) => Item::sequence(vec![view.to_item()]),
            Self::Views(views) => Item::sequence(views.into_iter().map(View::to_item).collect()),
            Self::Made(item) | Self::Ended(item) => item,
            Self::Values(values) => sequence_of(values),
        }
    }

    fn settled_one(self) -> Self {
        match self {
            Self::Views(views) if views.len() < 2 => {
                Self::One(views.first().copied().unwrap_or_default())
            }
            other => other,
        }
    }
}

fn sequence_of(values: Vec<Value>) -> Item {
    Item::sequence(values.into_iter().map(Item::Value).collect())
}

/// What a step makes of its items.
enum Results {
    /// As long as all of it is JSON without arrays.
    Values(Vec<Value>),
    Items(Vec<Item>),
}

impl Results {
    fn with_capacity(results: usize) -> Self {
        Self::Values(Vec::with_capacity(results))
    }

    #[inline]
    fn add(&mut self, result: Item) {
        match (&mut *self, result) {
            (_, Item::Undefined) => {}
            (Self::Values(values), Item::Value(value)) if !matches!(value, Value::Array(_)) => {
                values.push(value);
            }
            (_, result) => self.add_item(result),
        }
    }

    #[inline(never)]
    fn add_item(&mut self, result: Item) {
        if let Self::Values(values) = self {
            *self = Self::Items(std::mem::take(values).into_iter().map(Item::Value).collect());
        }
        if let Self::Items(items) = self {
            items.push(result);
        }
    }

    /// The results in one sequence.
    fn join(self, cx: &Evaluation) -> Result<Sequence<'static>, Error> {
        match self {
            Self::Values(values) => {
                cx.count(values.len())?;
                cx.check_length(values.len())?;
                Ok(Sequence::Values(values))
            }
            Self::Items(items) => path::join(cx, items).map(Sequence::Made),
        }
    }
}

/// The items of a sequence that are not made.
enum Views<'a> {
    Items(Items<'a>),
    Several(std::vec::IntoIter<View<'a>>),
}

impl<'a> Iterator for Views<'a> {
    type Item = View<'a>;

    #[inline]
    fn next(&mut self) -> Option<View<'a>> {
        match self {
            Self::Items(items) => items.next(),
            Self::Several(views) => views.next(),
        }
    }
}

/// What is at an index, as the result of a predicate.
fn at<'a>(length: usize, index: f64, at: impl FnOnce(usize) -> View<'a>) -> Sequence<'a> {
    match path::position(index, length).map(at) {
        None | Some(View::Undefined) => Sequence::Views(Vec::new()),
        Some(view) if view.is_array() => Sequence::One(view),
        Some(view) => Sequence::Views(vec![view]),
    }
}

/// The results of a step in one sequence. An only one stays as it is.
fn join<'a>(results: impl Iterator<Item = Sequence<'a>>) -> Sequence<'a> {
    let mut results = results.filter(|result| !matches!(result, Sequence::One(View::Undefined)));
    let Some(first) = results.next() else { return Sequence::Views(Vec::new()) };
    let Some(second) = results.next() else { return first };
    let mut all = Vec::new();
    for result in [first, second].into_iter().chain(results) {
        push(result, &mut all);
    }
    Sequence::Views(all)
}

fn push<'a>(result: Sequence<'a>, all: &mut Vec<View<'a>>) {
    match result {
        Sequence::One(View::Undefined)
        | Sequence::Made(_)
        | Sequence::Values(_)
        | Sequence::Ended(_) => {}
        Sequence::One(view) => flatten(view, all),
        Sequence::Views(views) => all.extend(views),
    }
}

fn flatten<'a>(view: View<'a>, all: &mut Vec<View<'a>>) {
    if !view.is_array() || is_constructed(view) {
        all.push(view);
    } else {
        all.extend(view.items());
    }
}

fn is_constructed(view: View<'_>) -> bool {
    matches!(view, View::List(list) if matches!(**list, List { kind: ListKind::Constructed, .. }))
}

/// The member of an object; of an array the members of its items.
fn members<'a>(view: View<'a>, name: Key<'_>) -> Sequence<'a> {
    match view {
        View::Value(Value::Object(object)) => {
            Sequence::One(object.find(name).map_or(View::Undefined, View::Value))
        }
        View::Record(record) => {
            let mut members = record.iter();
            let found = members.find(|(key, _)| **key == *name.name());
            Sequence::One(found.map_or(View::Undefined, |(_, item)| item.view()))
        }
        view if view.is_array() => {
            let mut found = Vec::new();
            for item in view.items() {
                push(members(item, name).settled_one(), &mut found);
            }
            Sequence::Views(found).settled_one()
        }
        _ => Sequence::One(View::Undefined),
    }
}
