//! The Map state of the intermediate representation.

use super::{Assignment, Catcher, Expr, Let, Retrier, ScopeId, Transition};
use crate::ast::Resource;

/// A `Map` state.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The data flow before the iterations, run again at each attempt. It sets at most `Items`,
    /// which has to be an array; else the items are the effective input.
    pub enter: Vec<Let>,
    /// `ItemsPath` as written, `$` by default: what is said to lead to no array. None in a JSONata
    /// state, where the items themselves are said to be none.
    pub items_path: Option<String>,
    /// `MaxConcurrency` or `MaxConcurrencyPath`; 0 and none mean any number.
    pub max_concurrency: Option<Expr>,
    /// `ItemSelector`: the input of an iteration, of the effective input and of the context
    /// object, in which `Map.Item` is the item; else the item itself.
    pub item_selector: Option<Expr>,
    /// The body.
    pub processor: ScopeId,
    /// What a Distributed Map has beside.
    pub distributed: Option<Distributed>,
    /// The data flow from `Result`, the array of the iterations' outputs, to `Output`.
    pub leave: Vec<Let>,
    /// `Assign`.
    pub assign: Vec<Assignment>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// Where it goes.
    pub transition: Transition,
}

/// What a Map has whose iterations are executions of their own.
#[derive(Debug, Clone, PartialEq)]
pub struct Distributed {
    /// `ExecutionType` of its executions: whether they are Express.
    pub express: bool,
    /// `Label`.
    pub label: Option<String>,
    /// `ItemReader`: where the items are, instead of in the input.
    pub item_reader: Option<ItemReader>,
    /// `ItemBatcher`.
    pub item_batcher: Option<ItemBatcher>,
    /// `ResultWriter`.
    pub result_writer: Option<ResultWriter>,
    /// `ToleratedFailureCount` or `ToleratedFailureCountPath`.
    pub tolerated_failure_count: Option<Expr>,
    /// `ToleratedFailurePercentage` or `ToleratedFailurePercentagePath`.
    pub tolerated_failure_percentage: Option<Expr>,
}

/// `ItemReader`.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReader {
    /// `Resource`.
    pub resource: Resource,
    /// `Parameters` or `Arguments`.
    pub parameters: Option<Expr>,
    /// `ReaderConfig`.
    pub config: ReaderConfig,
}

/// `ReaderConfig`. Absent fields are `None`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ReaderConfig {
    /// `InputType`.
    pub input_type: Option<String>,
    /// `ManifestType`.
    pub manifest_type: Option<String>,
    /// `Transformation`.
    pub transformation: Option<String>,
    /// `ItemsPointer`.
    pub items_pointer: Option<String>,
    /// `CSVHeaderLocation`.
    pub csv_header_location: Option<String>,
    /// `CSVHeaders`.
    pub csv_headers: Option<Vec<String>>,
    /// `CSVDelimiter`.
    pub csv_delimiter: Option<String>,
    /// `MaxItems` or `MaxItemsPath`.
    pub max_items: Option<Expr>,
}

/// `ItemBatcher`.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemBatcher {
    /// `BatchInput`.
    pub batch_input: Option<Expr>,
    /// `MaxItemsPerBatch` or `MaxItemsPerBatchPath`.
    pub max_items_per_batch: Option<Expr>,
    /// `MaxInputBytesPerBatch` or `MaxInputBytesPerBatchPath`.
    pub max_input_bytes_per_batch: Option<Expr>,
}

/// `ResultWriter`.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultWriter {
    /// `Resource`.
    pub resource: Option<Resource>,
    /// `Parameters` or `Arguments`.
    pub parameters: Option<Expr>,
    /// `WriterConfig`.
    pub config: WriterConfig,
}

/// `WriterConfig`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WriterConfig {
    /// `Transformation`.
    pub transformation: Option<String>,
    /// `OutputType`.
    pub output_type: Option<String>,
}
