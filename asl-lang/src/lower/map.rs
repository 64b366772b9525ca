//! The Map state.

use super::error_handling::retriers;
use super::expression::{self, Computed, Data};
use super::liveness::uses;
use super::state::{Output, input, left};
use super::{Lowering, Place};
use crate::ast::{self, Dynamic, PayloadTemplate, ProcessorMode, QueryLanguage};
use crate::ir::query::Expected;
use crate::ir::{
    Distributed, Expr, ItemBatcher, ItemReader, Literal, Map, Missing, ReaderConfig, Register,
    ResultWriter, WriterConfig,
};
use crate::parse::location::Location;
use crate::source::Spanned;

impl Lowering<'_> {
    pub(super) fn map(&self, map: &ast::Map, language: QueryLanguage, place: Place<'_>) -> Map {
        let flow = input(place).input_path(map.input_path.as_ref());
        let effective = flow.data();
        let distributed = distributed(map, effective);
        // A reader makes the items, and `ItemsPath` does not count.
        let reads = distributed.as_ref().is_some_and(|map| map.item_reader.is_some());
        let items_path = map.items_path.as_ref().filter(|_| !reads);
        let root = Location::Root;
        let max_concurrency =
            number(map.max_concurrency.as_ref(), effective, &root.field("MaxConcurrency"));
        let item_selector =
            template(map.item_selector.as_ref(), effective, &root.field("ItemSelector"));
        let flow = flow.items_path(items_path).items(map.items.as_ref().filter(|_| !reads));
        let mut live = vec![flow.data().register];
        live.extend([&max_concurrency, &item_selector].into_iter().flatten().flat_map(uses));
        live.extend(distributed.iter().flat_map(read_by));
        let leave = place.flow(Register::Result).template(
            Register::Selected,
            "ResultSelector",
            map.result_selector.as_ref(),
        );
        let (leave, assign) = left(
            leave,
            map.result_path.as_ref(),
            Output { path: map.output_path.as_ref(), template: map.output.as_ref() },
            map.assign.as_ref(),
        );
        let items_path = match language {
            QueryLanguage::JsonPath => {
                Some(items_path.map_or("$", |path| path.value.text.as_str()).to_owned())
            }
            QueryLanguage::Jsonata => None,
        };
        Map {
            enter: flow.finish(&live),
            items_path,
            max_concurrency,
            item_selector,
            processor: self.numbering.scope(&map.item_processor.scope),
            distributed,
            leave,
            assign,
            retry: retriers(&map.retry),
            catch: self.catchers(&map.catch, place),
            transition: self.transition(&map.transition),
        }
    }
}

fn distributed(map: &ast::Map, data: Data<'_>) -> Option<Distributed> {
    let config = map.item_processor.processor_config.as_ref()?;
    if config.mode != ProcessorMode::Distributed {
        return None;
    }
    let root = Location::Root;
    let batcher = root.field("ItemBatcher");
    Some(Distributed {
        express: config.execution_type.as_ref().is_some_and(|text| text.value == "EXPRESS"),
        label: map.label.as_ref().map(|label| label.value.clone()),
        item_reader: map.item_reader.as_ref().map(|reader| item_reader(reader, data)),
        item_batcher: map.item_batcher.as_ref().map(|fields| ItemBatcher {
            batch_input: template(fields.batch_input.as_ref(), data, &batcher.field("BatchInput")),
            max_items_per_batch: number(
                fields.max_items_per_batch.as_ref(),
                data,
                &batcher.field("MaxItemsPerBatch"),
            ),
            max_input_bytes_per_batch: number(
                fields.max_input_bytes_per_batch.as_ref(),
                data,
                &batcher.field("MaxInputBytesPerBatch"),
            ),
        }),
        result_writer: map.result_writer.as_ref().map(|writer| result_writer(writer, data)),
        tolerated_failure_count: number(
            map.tolerated_failure_count.as_ref(),
            data,
            &root.field("ToleratedFailureCount"),
        ),
        tolerated_failure_percentage: map
            .tolerated_failure_percentage
            .as_ref()
            .map(|field| percentage(field, data)),
    })
}

fn percentage(field: &Spanned<Dynamic<f64>>, data: Data<'_>) -> Expr {
    let computed = Computed {
        missing: Missing::InvalidPath,
        place: &Location::Root.field("ToleratedFailurePercentage"),
        expected: Expected::Number,
    };
    expression::dynamic(field, data, computed, |percentage| Literal::Number(*percentage))
}

fn item_reader(reader: &ast::ItemReader, data: Data<'_>) -> ItemReader {
    let place = Location::Root.field("ItemReader");
    let config = reader.reader_config.as_ref();
    ItemReader {
        resource: reader.resource.value.clone(),
        parameters: template(reader.parameters.as_ref(), data, &place.field("Arguments")),
        config: config.map_or_else(ReaderConfig::default, |config| ReaderConfig {
            input_type: text(&config.input_type),
            manifest_type: text(&config.manifest_type),
            transformation: text(&config.transformation),
            items_pointer: text(&config.items_pointer),
            csv_header_location: text(&config.csv_header_location),
            csv_headers: config
                .csv_headers
                .as_ref()
                .map(|headers| headers.value.iter().map(|header| header.value.clone()).collect()),
            csv_delimiter: text(&config.csv_delimiter),
            max_items: number(
                config.max_items.as_ref(),
                data,
                &place.field("ReaderConfig").field("MaxItems"),
            ),
        }),
    }
}

fn result_writer(writer: &ast::ResultWriter, data: Data<'_>) -> ResultWriter {
    let config = writer.writer_config.as_ref();
    ResultWriter {
        resource: writer.resource.as_ref().map(|resource| resource.value.clone()),
        parameters: template(
            writer.parameters.as_ref(),
            data,
            &Location::Root.field("ResultWriter").field("Arguments"),
        ),
        config: config.map_or_else(WriterConfig::default, |config| WriterConfig {
            transformation: text(&config.transformation),
            output_type: text(&config.output_type),
        }),
    }
}

/// The registers that the fields of a Distributed Map read.
fn read_by(distributed: &Distributed) -> Vec<Register> {
    let reader = distributed.item_reader.iter();
    let reader = reader.flat_map(|reader| [&reader.parameters, &reader.config.max_items]);
    let batcher = distributed.item_batcher.iter().flat_map(|batcher| {
        [&batcher.batch_input, &batcher.max_items_per_batch, &batcher.max_input_bytes_per_batch]
    });
    let writer = distributed.result_writer.iter().map(|writer| &writer.parameters);
    let tolerated =
        [&distributed.tolerated_failure_count, &distributed.tolerated_failure_percentage];
    let all = reader.chain(batcher).chain(writer).chain(tolerated);
    all.flatten().flat_map(uses).collect()
}

fn number(
    field: Option<&Spanned<Dynamic<u32>>>,
    data: Data<'_>,
    place: &Location<'_>,
) -> Option<Expr> {
    field.map(|field| expression::number(field, data, place))
}

fn template(field: Option<&PayloadTemplate>, data: Data<'_>, place: &Location<'_>) -> Option<Expr> {
    field.map(|template| expression::template(template, data, &Missing::InvalidPath, place))
}

fn text(field: &Option<Spanned<String>>) -> Option<String> {
    field.as_ref().map(|text| text.value.clone())
}
