//! What JSONata computes with: JSON values, and what has no JSON form.

use std::rc::Rc;

use super::bound::Bound;
use super::function::Function;
use super::tuple::Tuples;
use crate::value::{Array, Member, Number, Object, Str, Value};

/// A value of JSONata.
///
/// Plain JSON stays a [`Value`]; the other variants are for what JSON does not have.
///
/// Follows [Sequences](https://docs.jsonata.org/processing#sequences) of JSONata's documentation.
#[derive(Debug, Clone, Default)]
pub enum Item {
    /// Nothing: what a path that leads nowhere gives.
    #[default]
    Undefined,
    /// A JSON value.
    Value(Value),
    /// An array that is a sequence, has another mark, or holds something that is not JSON.
    List(Rc<List>),
    /// An object with a member that is not JSON.
    Record(Rc<Record>),
    /// A function, or a regular expression, which is one.
    Function(Function),
    /// A sequence whose items carry bound variables.
    Tuples(Rc<Tuples>),
}

/// An [`Item`] that is looked at where it is.
#[derive(Debug, Clone, Copy, Default)]
pub enum View<'a> {
    /// Nothing.
    #[default]
    Undefined,
    /// A JSON value.
    Value(&'a Value),
    /// An array with a mark or with items that are not JSON.
    List(&'a Rc<List>),
    /// An object with a member that is not JSON.
    Record(&'a Rc<Record>),
    /// A function.
    Function(&'a Function),
    /// A sequence whose items carry bound variables.
    Tuples(&'a Rc<Tuples>),
}

/// An array with its marks.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// The items.
    pub items: Vec<Item>,
    /// What it is beside an array.
    pub kind: ListKind,
    /// Of the items as they were when the list was made; they do not change.
    bound: Bound,
}

impl List {
    pub(super) fn bound(&self) -> Bound {
        self.bound
    }
}

/// What an array is beside an array.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ListKind {
    /// Nothing.
    #[default]
    Plain,
    /// The result of a step or of a function: none of its items is nothing, one is that item.
    Sequence,
    /// A sequence that stays an array if it has one item: `[]` after a step.
    Kept,
    /// An array constructor at the end of a path, which is not flattened.
    Constructed,
    /// The sequence that holds an input which is an array.
    Input,
}

/// An object with members that may be no JSON.
pub type Record = Vec<(Str, Item)>;

impl Item {
    /// The number of a finite float: an integer where it is one.
    #[inline]
    #[must_use]
    pub fn number(float: f64) -> Self {
        Self::Value(number(float))
    }

    /// A string.
    #[inline]
    #[must_use]
    pub fn string(text: impl Into<Str>) -> Self {
        Self::Value(Value::String(text.into()))
    }

    /// An array. An item that is nothing stays one.
    #[must_use]
    pub fn array(items: Vec<Item>) -> Self {
        if items.iter().any(Self::is_undefined) {
            return Self::list(items, ListKind::Plain);
        }
        match values(items) {
            Ok(values) => Self::Value(Value::from(values)),
            Err(items) => Self::list(items, ListKind::Plain),
        }
    }

    /// An array with a mark.
    #[must_use]
    pub fn list(items: Vec<Item>, kind: ListKind) -> Self {
        let bound = Bound::of_items(items.iter().map(Self::view));
        Self::List(Rc::new(List { items, kind, bound }))
    }

    /// A sequence, not yet taken for its single item.
    #[must_use]
    pub fn sequence(items: Vec<Item>) -> Self {
        Self::list(items, ListKind::Sequence)
    }

    /// The object of these members, whose names differ; those that are nothing are left out.
    #[must_use]
    pub fn object(members: Vec<(Str, Item)>) -> Self {
        if members.iter().all(|(_, item)| item.is_json()) {
            let members = members
                .into_iter()
                .filter_map(|(name, item)| Some(Member::named(name, item.into_value()?)));
            return Self::Value(Value::Object(Object::from_distinct(members.collect::<Vec<_>>())));
        }
        let defined = members.into_iter().filter(|(_, item)| !item.is_undefined());
        Self::Record(Rc::new(defined.collect()))
    }

    /// The item as it is where it stands.
    #[inline]
    #[must_use]
    pub fn view(&self) -> View<'_> {
        match self {
            Self::Undefined => View::Undefined,
            Self::Value(value) => View::Value(value),
            Self::List(list) => View::List(list),
            Self::Record(record) => View::Record(record),
            Self::Function(function) => View::Function(function),
            Self::Tuples(tuples) => View::Tuples(tuples),
        }
    }

    /// Whether it is nothing.
    #[inline]
    #[must_use]
    pub fn is_undefined(&self) -> bool {
        matches!(self, Self::Undefined)
    }

    /// Whether it has a JSON form, or is nothing.
    pub(super) fn is_json(&self) -> bool {
        match self {
            Self::Undefined | Self::Value(_) => true,
            Self::List(list) => list.items.iter().all(Self::is_json),
            Self::Record(_) | Self::Function(_) => false,
            Self::Tuples(tuples) => tuples.rows.iter().all(|row| row.item.is_json()),
        }
    }

    /// The JSON form: none of nothing, of a function, and of what holds a function.
    #[inline]
    #[must_use]
    pub fn into_value(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            item => item.into_value_slowly(),
        }
    }

    #[inline(never)]
    fn into_value_slowly(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value),
            Self::List(list) => {
                let items =
                    Rc::try_unwrap(list).map_or_else(|list| list.items.clone(), |list| list.items);
                values(items).ok().map(Value::from)
            }
            Self::Tuples(tuples) => {
                values(tuples.rows.iter().map(|row| row.item.clone()).collect())
                    .ok()
                    .map(Value::from)
            }
            Self::Undefined | Self::Record(_) | Self::Function(_) => None,
        }
    }

    /// What an expression gives of it: of a sequence of one item that item, of an empty one
    /// nothing.
    #[inline]
    #[must_use]
    pub fn settled(self) -> Self {
        match self {
            Self::List(list) => settled(list),
            item => item,
        }
    }

    /// [`settled`](Self::settled), where `[]` keeps the array of a single item.
    #[must_use]
    pub fn kept(self) -> Self {
        match self {
            Self::List(list) if list.kind == ListKind::Sequence => {
                let mut list = Rc::unwrap_or_clone(list);
                list.kind = ListKind::Kept;
                settled(Rc::new(list))
            }
            item => item.settled(),
        }
    }
}

fn settled(list: Rc<List>) -> Item {
    match (list.kind, list.items.as_slice()) {
        (ListKind::Sequence | ListKind::Kept | ListKind::Input, []) => Item::Undefined,
        (ListKind::Sequence | ListKind::Input, [_]) => match Rc::try_unwrap(list) {
            Ok(list) => list.items.into_iter().next().unwrap_or_default(),
            Err(list) => list.items.first().cloned().unwrap_or_default(),
        },
        _ => Item::List(list),
    }
}

/// The JSON values of items, null of those that are nothing; the items if one is no JSON.
fn values(items: Vec<Item>) -> Result<Vec<Value>, Vec<Item>> {
    if items.iter().all(Item::is_json) {
        Ok(items.into_iter().map(|item| item.into_value().unwrap_or_default()).collect())
    } else {
        Err(items)
    }
}

/// The number of a finite float: an integer where it is one that a float holds exactly.
#[inline]
#[must_use]
pub(super) fn number(float: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if float.trunc() == float && float.abs() <= EXACT {
        return Value::Number(Number::from(float as i64));
    }
    Number::from_f64(float).map_or(Value::Null, Value::Number)
}

impl<'a> View<'a> {
    /// The item, cloned.
    #[inline]
    #[must_use]
    pub fn to_item(self) -> Item {
        match self {
            Self::Undefined => Item::Undefined,
            Self::Value(value) => Item::Value(value.clone()),
            Self::List(list) => Item::List(Rc::clone(list)),
            Self::Record(record) => Item::Record(Rc::clone(record)),
            Self::Function(function) => Item::Function(function.clone()),
            Self::Tuples(tuples) => Item::Tuples(Rc::clone(tuples)),
        }
    }

    /// Whether it is nothing.
    #[inline]
    #[must_use]
    pub fn is_undefined(self) -> bool {
        matches!(self, Self::Undefined)
    }

    /// The float nearest to the number; none if it is none.
    #[inline]
    #[must_use]
    pub fn as_f64(self) -> Option<f64> {
        match self {
            Self::Value(Value::Number(number)) => Some(number.as_f64()),
            _ => None,
        }
    }

    /// The string; none if it is none.
    #[inline]
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Value(Value::String(text)) => Some(text.as_str()),
            _ => None,
        }
    }

    /// Whether it is an array.
    #[inline]
    #[must_use]
    pub fn is_array(self) -> bool {
        matches!(self, Self::Value(Value::Array(_)) | Self::List(_) | Self::Tuples(_))
    }

    /// Whether it is an object.
    #[inline]
    #[must_use]
    pub fn is_object(self) -> bool {
        matches!(self, Self::Value(Value::Object(_)) | Self::Record(_))
    }

    /// The items of an array; of anything else the thing itself, even of nothing.
    #[inline]
    #[must_use]
    pub fn items(self) -> Items<'a> {
        match self {
            Self::Value(Value::Array(array)) => Items::Values(array.iter()),
            Self::List(list) => Items::List(list.items.iter()),
            Self::Tuples(tuples) => Items::Tuples(tuples.rows.iter()),
            single => Items::Single(Some(single)),
        }
    }

    /// The number of items of an array; one of anything else.
    #[inline]
    #[must_use]
    pub fn len(self) -> usize {
        match self {
            Self::Value(Value::Array(array)) => array.len(),
            Self::List(list) => list.items.len(),
            Self::Tuples(tuples) => tuples.rows.len(),
            _ => 1,
        }
    }

    /// Whether it is an array without items.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The item of an array at an index; the thing itself at index 0 of anything else.
    #[inline]
    #[must_use]
    pub fn at(self, index: usize) -> View<'a> {
        match self {
            Self::Value(Value::Array(array)) => {
                array.get(index).map_or(View::Undefined, View::Value)
            }
            Self::List(list) => list.items.get(index).map_or(View::Undefined, Item::view),
            Self::Tuples(tuples) => {
                tuples.rows.get(index).map_or(View::Undefined, |row| row.item.view())
            }
            single if index == 0 => single,
            _ => View::Undefined,
        }
    }

    /// The members of an object in order; none of anything else.
    #[must_use]
    pub fn members(self) -> Members<'a> {
        match self {
            Self::Value(Value::Object(object)) => Members::Object(object.iter()),
            Self::Record(record) => Members::Record(record.iter()),
            _ => Members::Record([].iter()),
        }
    }

    /// The JSON form, cloned; none of nothing, of a function, and of what holds a function.
    #[must_use]
    pub fn to_value(self) -> Option<Value> {
        match self {
            Self::Value(value) => Some(value.clone()),
            other => other.to_item().into_value(),
        }
    }
}

impl<'a> From<&'a Item> for View<'a> {
    #[inline]
    fn from(item: &'a Item) -> Self {
        item.view()
    }
}

impl From<Value> for Item {
    #[inline]
    fn from(value: Value) -> Self {
        Self::Value(value)
    }
}

impl From<bool> for Item {
    #[inline]
    fn from(truth: bool) -> Self {
        Self::Value(Value::Bool(truth))
    }
}

impl From<Str> for Item {
    #[inline]
    fn from(text: Str) -> Self {
        Self::Value(Value::String(text))
    }
}

impl From<Option<bool>> for Item {
    #[inline]
    fn from(truth: Option<bool>) -> Self {
        truth.map_or(Self::Undefined, Self::from)
    }
}

impl From<Option<f64>> for Item {
    #[inline]
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Undefined, Self::number)
    }
}

/// The items of an array.
#[derive(Debug, Clone)]
pub enum Items<'a> {
    /// Of a JSON array.
    Values(std::slice::Iter<'a, Value>),
    /// Of an array with a mark.
    List(std::slice::Iter<'a, Item>),
    /// Of a sequence with bound variables.
    Tuples(std::slice::Iter<'a, super::tuple::Tuple>),
    /// What a path has found where it is.
    Views(std::slice::Iter<'a, View<'a>>),
    /// What is no array, or nothing more.
    Single(Option<View<'a>>),
}

impl<'a> Iterator for Items<'a> {
    type Item = View<'a>;

    #[inline]
    fn next(&mut self) -> Option<View<'a>> {
        match self {
            Self::Values(values) => values.next().map(View::Value),
            Self::List(items) => items.next().map(Item::view),
            Self::Tuples(rows) => rows.next().map(|row| row.item.view()),
            Self::Views(views) => views.next().copied(),
            Self::Single(single) => single.take(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::Values(values) => values.size_hint(),
            Self::List(items) => items.size_hint(),
            Self::Tuples(rows) => rows.size_hint(),
            Self::Views(views) => views.size_hint(),
            Self::Single(single) => (usize::from(single.is_some()), Some(1)),
        }
    }
}

/// The members of an object.
#[derive(Debug, Clone)]
pub enum Members<'a> {
    /// Of a JSON object.
    Object(crate::value::Iter<'a>),
    /// Of an object with members that are no JSON.
    Record(std::slice::Iter<'a, (Str, Item)>),
}

impl<'a> Iterator for Members<'a> {
    type Item = (&'a Str, View<'a>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Object(members) => members.next().map(|(name, value)| (name, View::Value(value))),
            Self::Record(members) => members.next().map(|(name, item)| (name, item.view())),
        }
    }
}

/// An array of JSON values.
impl From<Array> for Item {
    fn from(array: Array) -> Self {
        Self::Value(Value::Array(array))
    }
}
