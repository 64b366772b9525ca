//! What a Distributed Map asks for.

use crate::error::Failure;
use crate::value::{Array, Object, Str, Value};

/// What a Distributed Map is to do: where its items are, how they are put together, which
/// failures it bears, where the results go.
///
/// See [Distributed mode](https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html).
#[derive(Debug, Clone, PartialEq)]
pub struct MapRun<'a> {
    /// `Label`.
    pub label: Option<&'a str>,
    /// Whether its executions are Express.
    pub express: bool,
    /// How many items are in the state's own data.
    pub items: u32,
    /// `ItemReader`: the items are there instead.
    pub item_reader: Option<ItemReader<'a>>,
    /// `ItemBatcher`.
    pub item_batcher: Option<ItemBatcher>,
    /// `ResultWriter`.
    pub result_writer: Option<ResultWriter<'a>>,
    /// How many executions may run at a time; 0 for any number.
    pub max_concurrency: u32,
    /// `ToleratedFailureCount`.
    pub tolerated_failure_count: Option<u32>,
    /// `ToleratedFailurePercentage`.
    pub tolerated_failure_percentage: Option<f64>,
}

/// `ItemReader`.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReader<'a> {
    /// `Resource`: `arn:aws:states:::s3:getObject`.
    pub resource: &'a str,
    /// `Parameters` or `Arguments`.
    pub parameters: Value,
    /// `ReaderConfig`.
    pub config: ReaderConfig<'a>,
    /// `MaxItems`; none and 0 for all of them.
    pub max_items: Option<u32>,
}

/// The constant fields of a `ReaderConfig`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReaderConfig<'a> {
    /// `InputType`.
    pub input_type: Option<&'a str>,
    /// `ManifestType`.
    pub manifest_type: Option<&'a str>,
    /// `Transformation`.
    pub transformation: Option<&'a str>,
    /// `ItemsPointer`.
    pub items_pointer: Option<&'a str>,
    /// `CSVHeaderLocation`.
    pub csv_header_location: Option<&'a str>,
    /// `CSVHeaders`.
    pub csv_headers: Option<&'a [&'a str]>,
    /// `CSVDelimiter`.
    pub csv_delimiter: Option<&'a str>,
}

/// `ItemBatcher`.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemBatcher {
    /// `BatchInput`.
    pub batch_input: Option<Value>,
    /// `MaxItemsPerBatch`.
    pub max_items_per_batch: Option<u32>,
    /// `MaxInputBytesPerBatch`.
    pub max_input_bytes_per_batch: Option<u32>,
}

/// `ResultWriter`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultWriter<'a> {
    /// `Resource`: `arn:aws:states:::s3:putObject`.
    pub resource: Option<&'a str>,
    /// `Parameters` or `Arguments`.
    pub parameters: Value,
    /// `Transformation` of the `WriterConfig`.
    pub transformation: Option<&'a str>,
    /// `OutputType` of the `WriterConfig`.
    pub output_type: Option<&'a str>,
}

impl MapRun<'_> {
    /// Whether the Map bears that so many of its items have failed: none if it says nothing.
    #[must_use]
    pub fn tolerates(&self, failed: u64, items: u32) -> bool {
        let by_count = self.tolerated_failure_count.map(|most| failed <= u64::from(most));
        let percentage = failed as f64 / f64::from(items) * 100.0;
        let by_percentage = self.tolerated_failure_percentage.map(|most| percentage <= most);
        match (by_count, by_percentage) {
            (None, None) => failed == 0,
            (count, share) => count.unwrap_or(true) && share.unwrap_or(true),
        }
    }
}

/// The failure of a Map that does not bear that so many of its items have failed.
#[must_use]
pub fn threshold_exceeded() -> Failure {
    Failure::new(
        "States.ExceedToleratedFailureThreshold",
        "The specified tolerated failure threshold was exceeded",
    )
}

impl ItemReader<'_> {
    /// `Source` of `Map.Item` for items that are read: `S3://bucket/key`.
    #[must_use]
    pub fn source(&self) -> Str {
        let text = |name| self.parameters.get(name).and_then(Value::as_str);
        match (text("Bucket"), text("Key")) {
            (Some(bucket), Some(key)) => format!("S3://{bucket}/{key}").into(),
            (Some(bucket), None) => format!("S3://{bucket}").into(),
            _ => Str::default(),
        }
    }
}

impl ItemBatcher {
    /// Puts the inputs of children together: those of batches, with the numbers of items.
    #[must_use]
    pub fn batches(&self, inputs: impl IntoIterator<Item = Value>) -> Vec<(Value, u32)> {
        let most_items = self.max_items_per_batch.map_or(usize::MAX, |most| most as usize);
        let most_bytes = self.max_input_bytes_per_batch.map_or(usize::MAX, |most| most as usize);
        let empty = self.input(Vec::new()).0.json_len();
        let mut batches = Vec::new();
        let (mut batch, mut bytes) = (Vec::new(), empty);
        for item in inputs {
            // With the comma before it, or without one before the first.
            let more = item.json_len() + usize::from(!batch.is_empty());
            let is_full = batch.len() == most_items || bytes + more > most_bytes;
            if is_full && !batch.is_empty() {
                batches.push(self.input(std::mem::take(&mut batch)));
                bytes = empty;
            }
            bytes += item.json_len() + usize::from(!batch.is_empty());
            batch.push(item);
        }
        if !batch.is_empty() {
            batches.push(self.input(batch));
        }
        batches
    }

    /// The input of a batch.
    fn input(&self, items: Vec<Value>) -> (Value, u32) {
        let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let mut input = Object::new();
        if let Some(batch_input) = &self.batch_input {
            input.insert(Str::from_static("BatchInput"), batch_input.clone());
        }
        input.insert(Str::from_static("Items"), Value::Array(Array::from(items)));
        (Value::Object(input), count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(count: Option<u32>, percentage: Option<f64>) -> MapRun<'static> {
        MapRun {
            label: None,
            express: false,
            items: 10,
            item_reader: None,
            item_batcher: None,
            result_writer: None,
            max_concurrency: 0,
            tolerated_failure_count: count,
            tolerated_failure_percentage: percentage,
        }
    }

    #[test]
    fn failures_are_tolerated_up_to_the_smaller_limit() {
        assert!(!run(None, None).tolerates(1, 10));
        assert!(run(Some(2), None).tolerates(2, 10));
        assert!(!run(Some(2), None).tolerates(3, 10));
        assert!(run(None, Some(30.0)).tolerates(3, 10));
        assert!(!run(None, Some(30.0)).tolerates(4, 10));
        assert!(!run(Some(2), Some(30.0)).tolerates(3, 10));
    }
}
