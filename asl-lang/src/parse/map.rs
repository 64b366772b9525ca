//! Reading the Map state and its parts.

use super::context::Context;
use super::fields::Fields;
use super::location::Location;
use super::machine::scope;
use super::schema;
use super::template::expression;
use super::values::{empty, number};
use crate::ast::{
    ItemBatcher, ItemProcessor, ItemReader, Map, PayloadTemplate, ProcessorConfig, ProcessorMode,
    ReaderConfig, Resource, ResultWriter, Scope, WriterConfig,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::json::NodeKind;
use crate::source::Span;

/// AWS's limit for `MaxInputBytesPerBatch`.
const MAX_BATCH_BYTES: u32 = 262_144;

const MODES: &[(&str, ProcessorMode)] =
    &[("INLINE", ProcessorMode::Inline), ("DISTRIBUTED", ProcessorMode::Distributed)];

pub(super) fn map(cx: &mut Context<'_>, fields: &Fields<'_>) -> Map {
    let selector = ["ItemSelector", "Parameters"].iter().find(|name| fields.get(name).is_some());
    Map {
        input_path: fields.nullable_path(cx, "InputPath"),
        items_path: fields.path(cx, "ItemsPath"),
        items: items(cx, fields),
        item_selector: selector.and_then(|name| fields.template(cx, name)),
        item_reader: fields.child(cx, "ItemReader", item_reader),
        item_batcher: fields.child(cx, "ItemBatcher", item_batcher),
        item_processor: item_processor(cx, fields),
        max_concurrency: fields.dynamic_integer(cx, "MaxConcurrency", 0..=u32::MAX),
        tolerated_failure_count: fields.dynamic_integer(cx, "ToleratedFailureCount", 0..=u32::MAX),
        tolerated_failure_percentage: fields.dynamic(
            cx,
            "ToleratedFailurePercentage",
            |cx, node, at| number(cx, node, 0.0..=100.0, at),
        ),
        label: fields.text(cx, "Label"),
        result_writer: fields.child(cx, "ResultWriter", result_writer),
        result_selector: fields.template(cx, "ResultSelector"),
        result_path: fields.result_path(cx),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        retry: fields.retry(cx),
        catch: fields.catch(cx),
        transition: fields.transition(cx),
    }
}

impl Fields<'_> {
    /// A field with an object that has fields of its own.
    fn child<T>(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        read: fn(&mut Context<'_>, &Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let node = &self.get(name)?.value;
        let at = self.at.field(name);
        let schema = schema::inside(name)?;
        let fields = Fields::open(cx, node, schema, self.language, &at)?;
        read(cx, &fields)
    }
}

/// `Items`: an array or an object, in which there may be expressions, or an expression.
fn items(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<PayloadTemplate> {
    let node = &fields.get("Items")?.value;
    let fits = match &node.kind {
        NodeKind::Array(_) | NodeKind::Object(_) => true,
        NodeKind::String(text) => expression(node).is_some() || cx.leaves_open(text),
        _ => false,
    };
    if !fits {
        cx.wrong_type(node, "an array or a `{% … %}` expression", &fields.at.field("Items"));
    }
    fields.template(cx, "Items")
}
fn item_processor(cx: &mut Context<'_>, fields: &Fields<'_>) -> ItemProcessor {
    let name = if fields.get("Iterator").is_some() { "Iterator" } else { "ItemProcessor" };
    let Some(member) = fields.get(name) else {
        fields.missing(cx, &["ItemProcessor"]);
        return no_processor(fields.head);
    };
    let at = fields.at.field(name);
    let language = cx.language;
    match Fields::open(cx, &member.value, &schema::ITEM_PROCESSOR, language, &at) {
        Some(fields) => ItemProcessor {
            scope: scope(cx, &fields),
            processor_config: fields.child(cx, "ProcessorConfig", processor_config),
        },
        None => no_processor(fields.head),
    }
}

/// Stands for an `ItemProcessor` that was reported as missing or wrong.
fn no_processor(span: Span) -> ItemProcessor {
    let scope = Scope {
        span,
        location: Location::Root.prefix(),
        comment: None,
        start_at: span.of(String::new()),
        states: Vec::new(),
        unreadable: Vec::new(),
    };
    ItemProcessor { scope, processor_config: None }
}

fn processor_config(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<ProcessorConfig> {
    let mode = fields.keyword(cx, "Mode", MODES).map(|mode| mode.value).unwrap_or_default();
    if mode == ProcessorMode::Distributed && fields.get("ExecutionType").is_none() {
        fields.missing(cx, &["ExecutionType"]);
    }
    Some(ProcessorConfig {
        span: fields.span,
        mode,
        execution_type: fields.word(cx, "ExecutionType", &["STANDARD", "EXPRESS"]),
    })
}

fn item_reader(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<ItemReader> {
    let resource =
        fields.resource(cx).unwrap_or_else(|| fields.head.of(Resource::parse("${Resource}")));
    Some(ItemReader {
        span: fields.span,
        resource,
        parameters: fields.template(cx, "Parameters").or(fields.template(cx, "Arguments")),
        reader_config: fields.child(cx, "ReaderConfig", reader_config),
    })
}

fn reader_config(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<ReaderConfig> {
    let input_types = ["CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"];
    let delimiters = ["COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"];
    let config = ReaderConfig {
        span: fields.span,
        input_type: fields.word(cx, "InputType", &input_types),
        manifest_type: fields.word(cx, "ManifestType", &["S3_INVENTORY", "ATHENA_DATA"]),
        transformation: fields.word(cx, "Transformation", &["NONE", "LOAD_AND_FLATTEN"]),
        items_pointer: fields.text(cx, "ItemsPointer"),
        csv_header_location: fields.word(cx, "CSVHeaderLocation", &["FIRST_ROW", "GIVEN"]),
        csv_headers: fields.texts(cx, "CSVHeaders"),
        csv_delimiter: fields.word(cx, "CSVDelimiter", &delimiters),
        max_items: fields.dynamic_integer(cx, "MaxItems", 0..=u32::MAX),
    };
    let given = config.csv_header_location.as_ref().is_some_and(|place| place.value == "GIVEN");
    if given && fields.get("CSVHeaders").is_none() {
        fields.missing(cx, &["CSVHeaders"]);
    }
    Some(config)
}

fn item_batcher(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<ItemBatcher> {
    let maxima = ["MaxItemsPerBatch", "MaxInputBytesPerBatch"];
    let given =
        |name: &str| fields.get(name).is_some() || fields.get(&format!("{name}Path")).is_some();
    if !maxima.iter().any(|name| given(name)) {
        let message = "an `ItemBatcher` has to say how large a batch is";
        let finding =
            Diagnostic::new(Code::BatchSize, message, fields.head).label("nothing limits a batch");
        cx.report(finding.help("add `MaxItemsPerBatch` or `MaxInputBytesPerBatch`"), fields.at);
    }
    let bytes = 1..=MAX_BATCH_BYTES;
    Some(ItemBatcher {
        span: fields.span,
        batch_input: fields.template(cx, "BatchInput"),
        max_items_per_batch: fields.dynamic_integer(cx, "MaxItemsPerBatch", 1..=u32::MAX),
        max_input_bytes_per_batch: fields.dynamic_integer(cx, "MaxInputBytesPerBatch", bytes),
    })
}

fn result_writer(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<ResultWriter> {
    if fields.members().is_empty() {
        empty(cx, fields.head, fields.at);
    }
    Some(ResultWriter {
        span: fields.span,
        resource: fields.resource(cx),
        parameters: fields.template(cx, "Parameters").or(fields.template(cx, "Arguments")),
        writer_config: fields.child(cx, "WriterConfig", writer_config),
    })
}

fn writer_config(cx: &mut Context<'_>, fields: &Fields<'_>) -> Option<WriterConfig> {
    let transformations = ["NONE", "COMPACT", "FLATTEN"];
    Some(WriterConfig {
        span: fields.span,
        transformation: fields.word(cx, "Transformation", &transformations),
        output_type: fields.word(cx, "OutputType", &["JSON", "JSONL"]),
    })
}
