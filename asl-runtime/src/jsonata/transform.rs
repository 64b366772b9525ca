//! `|pattern|update, delete|`: a function that changes parts of an object.
//!
//! Follows [Transform](https://docs.jsonata.org/other-operators#-----transform) of JSONata's
//! documentation.

use std::collections::HashMap;

use super::compare::quoted;
use super::error::Error;
use super::evaluation::Evaluation;
use super::function::Tail;
use super::item::{Item, View};
use super::text;
use crate::value::{Str, Value};

/// What a transform does with the parts its pattern finds.
pub struct Transform<Pattern, Update, Delete> {
    /// Finds the parts, in the copy.
    pub pattern: Pattern,
    /// What is set in a part.
    pub update: Update,
    /// What is removed from a part.
    pub delete: Option<Delete>,
}

/// `|pattern|update|` of a document.
///
/// # Errors
/// As of [`Transform::apply`].
pub fn transform(
    cx: &Evaluation,
    document: View<'_>,
    pattern: impl FnMut(View<'_>) -> Result<Item, Error>,
    update: impl FnMut(View<'_>) -> Result<Item, Error>,
) -> Result<Tail, Error> {
    let delete = None::<fn(View<'_>) -> Result<Item, Error>>;
    Transform { pattern, update, delete }.apply(cx, document).map(Tail::Done)
}

/// `|pattern|update,delete|` of a document.
///
/// # Errors
/// As of [`Transform::apply`].
pub fn transform_and_delete(
    cx: &Evaluation,
    document: View<'_>,
    pattern: impl FnMut(View<'_>) -> Result<Item, Error>,
    update: impl FnMut(View<'_>) -> Result<Item, Error>,
    delete: impl FnMut(View<'_>) -> Result<Item, Error>,
) -> Result<Tail, Error> {
    Transform { pattern, update, delete: Some(delete) }.apply(cx, document).map(Tail::Done)
}

/// A way into a document.
type Way = Vec<Step>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Member(Str),
    Index(usize),
}

impl<Pattern, Update, Delete> Transform<Pattern, Update, Delete>
where
    Pattern: FnMut(View<'_>) -> Result<Item, Error>,
    Update: FnMut(View<'_>) -> Result<Item, Error>,
    Delete: FnMut(View<'_>) -> Result<Item, Error>,
{
    /// The copy of a document in which the parts are changed.
    ///
    /// # Errors
    /// T0410: the document is neither an object nor an array. T2011, T2012: an update is no
    /// object, or what is to be removed no strings. Those of the expressions.
    pub fn apply(mut self, cx: &Evaluation, document: View<'_>) -> Result<Item, Error> {
        if document.is_undefined() {
            return Ok(Item::Undefined);
        }
        if !document.is_object() && !document.is_array() {
            return Err(Error::new(
                "T0410",
                "Argument 1 of function \"\" does not match function signature",
            ));
        }
        // As `$clone` does, by way of the text: what is no JSON is lost.
        let mut copy = String::new();
        text::write(cx, document, &mut copy)?;
        let mut result = Value::from_json(copy.as_bytes()).map_err(|_| Error::stack())?;
        let found = (self.pattern)(View::Value(&result))?;
        let mut ways = HashMap::new();
        collect_ways(&result, &mut Way::new(), &mut ways);
        let found: Vec<Item> = found.view().items().map(View::to_item).collect();
        cx.count(found.len())?;
        for part in found {
            let way = address(&part).and_then(|address| ways.get(&address).cloned());
            self.change(&mut result, part, way.as_ref(), &mut ways)?;
        }
        Ok(Item::Value(result))
    }

    /// Changes one part, which is no part of the document any more if there is no way to it.
    fn change(
        &mut self,
        result: &mut Value,
        part: Item,
        way: Option<&Way>,
        ways: &mut HashMap<usize, Way>,
    ) -> Result<(), Error> {
        // An earlier change may have touched it.
        let part = way.and_then(|way| at(result, way)).map_or(part, |now| Item::Value(now.clone()));
        if part.is_undefined() {
            return Ok(());
        }
        let update = (self.update)(part.view())?;
        let mut changed = part;
        match &update {
            Item::Undefined => {}
            update if update.view().is_object() => {
                for (name, item) in update.view().members() {
                    if let (Item::Value(Value::Object(object)), Some(value)) =
                        (&mut changed, item.to_value())
                    {
                        forget(object.insert(name.clone(), value), ways, way, name);
                    }
                }
            }
            other => {
                let value = quoted(other.view());
                return Err(Error::new(
                    "T2011",
                    format!(
                        "The insert/update clause of the transform expression must evaluate to an object: {value}"
                    ),
                ));
            }
        }
        if let Some(delete) = &mut self.delete {
            for name in names(delete(changed.view())?)? {
                if let Item::Value(Value::Object(object)) = &mut changed {
                    forget(object.remove(&name), ways, way, &name);
                }
            }
        }
        if let (Some(way), Item::Value(changed)) = (way, changed) {
            put(result, way, changed);
        }
        Ok(())
    }
}

/// The names that are to be removed.
fn names(item: Item) -> Result<Vec<Str>, Error> {
    if item.is_undefined() {
        return Ok(Vec::new());
    }
    let names = item.view().items().map(|name| name.as_str().map(Str::from));
    names.collect::<Option<_>>().ok_or_else(|| {
        let value = quoted(item.view());
        Error::new(
            "T2012",
            format!("The delete clause of the transform expression must evaluate to a string or array of strings: {value}"),
        )
    })
}

/// The parts behind a member that has been set are no parts any more.
fn forget(old: Option<Value>, ways: &mut HashMap<usize, Way>, way: Option<&Way>, name: &Str) {
    if let (Some(way), Some(Value::Object(_) | Value::Array(_))) = (way, old) {
        let member = Step::Member(name.clone());
        ways.retain(|_, other| !(other.starts_with(way) && other.get(way.len()) == Some(&member)));
    }
}

/// The ways to all objects of a document, by what tells them apart.
fn collect_ways(value: &Value, way: &mut Way, ways: &mut HashMap<usize, Way>) {
    match value {
        Value::Object(object) => {
            ways.insert(object.address(), way.clone());
            for (name, value) in object {
                way.push(Step::Member(name.clone()));
                collect_ways(value, way, ways);
                way.pop();
            }
        }
        Value::Array(array) => {
            for (index, value) in array.iter().enumerate() {
                way.push(Step::Index(index));
                collect_ways(value, way, ways);
                way.pop();
            }
        }
        _ => {}
    }
}

fn address(item: &Item) -> Option<usize> {
    match item {
        Item::Value(Value::Object(object)) => Some(object.address()),
        _ => None,
    }
}

fn at<'a>(document: &'a Value, way: &[Step]) -> Option<&'a Value> {
    way.iter().try_fold(document, |value, step| match (value, step) {
        (Value::Object(object), Step::Member(name)) => object.get(name),
        (Value::Array(array), Step::Index(index)) => array.get(*index),
        _ => None,
    })
}

fn put(document: &mut Value, way: &[Step], part: Value) {
    let Some((step, rest)) = way.split_first() else {
        *document = part;
        return;
    };
    match (document, step) {
        (Value::Object(object), Step::Member(name)) => {
            if let Some(value) = object.get_mut(name) {
                put(value, rest, part);
            }
        }
        (Value::Array(array), Step::Index(index)) => {
            if let Some(value) = array.get_mut(*index) {
                put(value, rest, part);
            }
        }
        _ => {}
    }
}
