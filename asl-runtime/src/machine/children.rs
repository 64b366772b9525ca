//! What a frame keeps while its state has children.

use super::checkpoint::untyped::Members;
use super::checkpoint::{RestoreError, part};
use crate::data::items;
use crate::error::Failure;
use crate::value::Value;

/// What a Parallel or Map keeps while it runs: the items, and the outputs of the children that
/// have ended. A pointer wide; empty in all other states.
#[derive(Debug, Default)]
pub struct Children(Option<Box<Parts>>);

#[derive(Debug, Default)]
struct Parts {
    /// The items of a Map.
    items: Value,
    /// What the fields of a Map start from.
    effective_input: Value,
    /// The outputs of the children, null for those that have not ended.
    outputs: Value,
    /// Whether an `ItemReader` still has to make the items.
    awaits_items: bool,
}

impl Children {
    /// The branches of a Parallel start.
    pub fn start_branches(&mut self, count: u32) {
        let outputs = items::outputs(count);
        self.0 = Some(Box::new(Parts { outputs, ..Parts::default() }));
    }

    /// The iterations of a Map start: how many there are.
    ///
    /// # Errors
    /// The items, to which `path` leads, are no array.
    pub fn start_items(
        &mut self,
        items: &Value,
        effective_input: &Value,
        path: &str,
    ) -> Result<u32, Failure> {
        let count = items::count(items, path)?;
        self.start(count, items, effective_input);
        Ok(count)
    }

    /// The same in a JSONata state.
    ///
    /// # Errors
    /// The items are no array.
    pub fn start_input(&mut self, items: &Value, input: &Value) -> Result<u32, Failure> {
        let count = items::count_input(items)?;
        self.start(count, items, input);
        Ok(count)
    }

    fn start(&mut self, count: u32, items: &Value, effective_input: &Value) {
        self.0 = Some(Box::new(Parts {
            items: items.clone(),
            effective_input: effective_input.clone(),
            outputs: items::outputs(count),
            awaits_items: false,
        }));
    }

    /// A Distributed Map starts, the items of which come from an `ItemReader`.
    pub fn start_reader(&mut self, effective_input: &Value) {
        let effective_input = effective_input.clone();
        self.0 = Some(Box::new(Parts { effective_input, awaits_items: true, ..Parts::default() }));
    }

    /// What the fields of a Map start from.
    #[must_use]
    pub fn effective_input(&self) -> &Value {
        self.0.as_ref().map_or(&Value::Null, |parts| &parts.effective_input)
    }

    /// How many items there are.
    #[must_use]
    pub fn item_count(&self) -> u32 {
        let items = self.0.as_ref().and_then(|parts| parts.items.as_array());
        items.and_then(|items| u32::try_from(items.len()).ok()).unwrap_or_default()
    }

    /// The item with this index.
    ///
    /// # Errors
    /// There is none: an internal error of the execution.
    pub fn item(&self, index: u32) -> Result<&Value, Failure> {
        items::item(self.0.as_ref().map_or(&Value::Null, |parts| &parts.items), index)
    }

    /// Takes the output of the child with this index.
    pub fn put(&mut self, index: u32, output: Value) {
        if let Some(parts) = &mut self.0 {
            items::put(&mut parts.outputs, index, output);
        }
    }

    /// Takes what comes from elsewhere: the items that an `ItemReader` has made, else the result
    /// of a Distributed Map.
    pub fn complete(&mut self, value: Value) {
        if let Some(parts) = &mut self.0 {
            if parts.awaits_items {
                parts.items = value;
                parts.awaits_items = false;
            } else {
                parts.outputs = value;
            }
        }
    }

    /// The outputs, while the children run.
    #[must_use]
    pub fn outputs(&self) -> Option<&Value> {
        self.0.as_ref().map(|parts| &parts.outputs)
    }

    /// Puts what there is to know of them into a checkpoint, in which the raw input is there or not.
    pub(crate) fn save(
        &self,
        is_map: bool,
        input: Option<&Value>,
        put: &mut impl FnMut(&'static str, &Value),
    ) {
        let Some(parts) = &self.0 else { return };
        if is_map && !parts.awaits_items {
            match input.and_then(|input| part::of(input, &parts.items)) {
                Some(place) => put("items", &Value::from(place)),
                None => put("items", &parts.items),
            }
        }
        put("outputs", &parts.outputs);
    }

    /// Restores them from a checkpoint; `branches` says how many there are of a Parallel.
    ///
    /// # Errors
    /// The checkpoint does not have what it needs.
    pub(crate) fn restore(
        branches: Option<u32>,
        input: &Value,
        effective_input: Value,
        data: &mut Members<'_>,
    ) -> Result<Self, RestoreError> {
        let items = match branches {
            Some(_) => None,
            None => data.take_if("items"),
        };
        let items = match items {
            Some(Value::String(place)) => Some(
                part::at(input, &place)
                    .ok_or_else(|| data.misfit(format!("`input` has no items at `{place}`")))?,
            ),
            items => items,
        };
        let outputs = data.take("outputs")?;
        let count = match (branches, &items) {
            (Some(branches), _) => usize::try_from(branches).ok(),
            (None, Some(Value::Array(items))) => Some(items.len()),
            (None, Some(_)) => return Err(data.misfit("`items` is no array".to_owned())),
            (None, None) => None,
        };
        match &outputs {
            // An `ItemReader` makes the items, and each has an execution of its own.
            Value::Null if branches.is_none() => {}
            Value::Array(outputs) if count.is_none_or(|count| count == outputs.len()) => {}
            _ => return Err(data.misfit("`outputs` are not those of its children".to_owned())),
        }
        let awaits_items = branches.is_none() && items.is_none();
        let items = items.unwrap_or_default();
        Ok(Self(Some(Box::new(Parts { items, effective_input, outputs, awaits_items }))))
    }

    /// Children that have ended.
    pub(crate) fn ended(outputs: Value) -> Self {
        Self(Some(Box::new(Parts { outputs, ..Parts::default() })))
    }

    /// The outputs of all children, which have ended: an array.
    #[must_use]
    pub fn finish(&mut self) -> Value {
        self.0.take().map(|parts| parts.outputs).unwrap_or_default()
    }

    /// Forgets children that have failed.
    pub fn clear(&mut self) {
        self.0 = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn outputs_stand_in_the_order_of_the_children() {
        let mut children = Children::default();
        let input = json!({ "lines": [7, 8] });
        assert_eq!(children.start_items(&json!([7, 8]), &input, "$.lines"), Ok(2));
        assert_eq!(children.item(1), Ok(&json!(8)));
        assert!(children.item(2).is_err());
        assert_eq!(children.effective_input(), &input);
        children.put(1, json!("b"));
        children.put(0, json!("a"));
        assert_eq!(children.finish(), json!(["a", "b"]));
        assert_eq!(children.outputs(), None);
    }

    #[test]
    fn a_reader_makes_the_items_before_there_is_a_result() {
        let mut children = Children::default();
        children.start_reader(&json!({}));
        children.complete(json!([1, 2, 3]));
        assert_eq!(children.item_count(), 3);
        children.complete(json!({ "MapRunArn": "arn" }));
        assert_eq!(children.finish(), json!({ "MapRunArn": "arn" }));
    }
}
