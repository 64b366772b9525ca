//! What a Distributed Map asks for.

use crate::value::Value;

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
