//! The Map state and its parts.

use super::{
    Assign, Catcher, Dynamic, Nullable, PayloadTemplate, Resource, Retrier, Scope, Transition,
};
use crate::path::{Path, ReferencePath};
use crate::source::{Span, Spanned};

/// A `Map` state: runs its body once for each item.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// `InputPath`.
    pub input_path: Option<Spanned<Nullable<Path>>>,
    /// `ItemsPath`.
    pub items_path: Option<Spanned<Path>>,
    /// `Items`, JSONata only.
    pub items: Option<PayloadTemplate>,
    /// `ItemSelector`, or `Parameters`, its older name.
    pub item_selector: Option<PayloadTemplate>,
    /// `ItemReader`.
    pub item_reader: Option<ItemReader>,
    /// `ItemBatcher`.
    pub item_batcher: Option<ItemBatcher>,
    /// `ItemProcessor`, or `Iterator`, its older name.
    pub item_processor: ItemProcessor,
    /// `MaxConcurrency` or `MaxConcurrencyPath`.
    pub max_concurrency: Option<Spanned<Dynamic<u32>>>,
    /// `ToleratedFailureCount` or `ToleratedFailureCountPath`.
    pub tolerated_failure_count: Option<Spanned<Dynamic<u32>>>,
    /// `ToleratedFailurePercentage` or `ToleratedFailurePercentagePath`.
    pub tolerated_failure_percentage: Option<Spanned<Dynamic<f64>>>,
    /// `Label`.
    pub label: Option<Spanned<String>>,
    /// `ResultWriter`.
    pub result_writer: Option<ResultWriter>,
    /// `ResultSelector`.
    pub result_selector: Option<PayloadTemplate>,
    /// `ResultPath`.
    pub result_path: Option<Spanned<Nullable<ReferencePath>>>,
    /// `OutputPath`.
    pub output_path: Option<Spanned<Nullable<Path>>>,
    /// `Output`, JSONata only.
    pub output: Option<PayloadTemplate>,
    /// `Assign`.
    pub assign: Option<Assign>,
    /// `Retry`.
    pub retry: Vec<Retrier>,
    /// `Catch`.
    pub catch: Vec<Catcher>,
    /// `Next` or `End`.
    pub transition: Transition,
}

/// `ItemProcessor`: the body of a Map.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemProcessor {
    /// The states.
    pub scope: Scope,
    /// `ProcessorConfig`.
    pub processor_config: Option<ProcessorConfig>,
}

/// `ProcessorConfig`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProcessorConfig {
    /// The whole object.
    pub span: Span,
    /// `Mode`.
    pub mode: ProcessorMode,
    /// `ExecutionType`: `STANDARD` or `EXPRESS`.
    pub execution_type: Option<Spanned<String>>,
}

/// `Mode` of a `ProcessorConfig`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ProcessorMode {
    /// `INLINE`: the iterations belong to the execution.
    #[default]
    Inline,
    /// `DISTRIBUTED`: the iterations are executions of their own.
    Distributed,
}

/// `ItemReader`: takes the items from a store.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemReader {
    /// The whole object.
    pub span: Span,
    /// `Resource`.
    pub resource: Spanned<Resource>,
    /// `Parameters`, or `Arguments` in JSONata.
    pub parameters: Option<PayloadTemplate>,
    /// `ReaderConfig`.
    pub reader_config: Option<ReaderConfig>,
}

/// `ReaderConfig` of an `ItemReader`.
#[derive(Debug, Clone, PartialEq)]
pub struct ReaderConfig {
    /// The whole object.
    pub span: Span,
    /// `InputType`.
    pub input_type: Option<Spanned<String>>,
    /// `ManifestType`.
    pub manifest_type: Option<Spanned<String>>,
    /// `Transformation`.
    pub transformation: Option<Spanned<String>>,
    /// `ItemsPointer`.
    pub items_pointer: Option<Spanned<String>>,
    /// `CSVHeaderLocation`.
    pub csv_header_location: Option<Spanned<String>>,
    /// `CSVHeaders`.
    pub csv_headers: Option<Spanned<Vec<Spanned<String>>>>,
    /// `CSVDelimiter`.
    pub csv_delimiter: Option<Spanned<String>>,
    /// `MaxItems` or `MaxItemsPath`.
    pub max_items: Option<Spanned<Dynamic<u32>>>,
}

/// `ItemBatcher`: gives the body several items at once.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemBatcher {
    /// The whole object.
    pub span: Span,
    /// `BatchInput`.
    pub batch_input: Option<PayloadTemplate>,
    /// `MaxItemsPerBatch` or `MaxItemsPerBatchPath`.
    pub max_items_per_batch: Option<Spanned<Dynamic<u32>>>,
    /// `MaxInputBytesPerBatch` or `MaxInputBytesPerBatchPath`.
    pub max_input_bytes_per_batch: Option<Spanned<Dynamic<u32>>>,
}

/// `ResultWriter`: puts the results into a store.
#[derive(Debug, Clone, PartialEq)]
pub struct ResultWriter {
    /// The whole object.
    pub span: Span,
    /// `Resource`.
    pub resource: Option<Spanned<Resource>>,
    /// `Parameters`, or `Arguments` in JSONata.
    pub parameters: Option<PayloadTemplate>,
    /// `WriterConfig`.
    pub writer_config: Option<WriterConfig>,
}

/// `WriterConfig` of a `ResultWriter`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriterConfig {
    /// The whole object.
    pub span: Span,
    /// `Transformation`.
    pub transformation: Option<Spanned<String>>,
    /// `OutputType`.
    pub output_type: Option<Spanned<String>>,
}
