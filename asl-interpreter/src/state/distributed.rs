//! What a Distributed Map has beside.

use asl_lang::ir::{self, ExprKind, Literal};
use asl_runtime::data::count;
use asl_runtime::jsonata::field;
use asl_runtime::machine::{self, MapRun};
use asl_runtime::value::Object;
use asl_runtime::{Failure, Value};

use super::work::{Computed, Count};
use crate::expr::Expr;
use crate::scope::Scope;
use crate::tables::ErrorNames;

/// The fields of a Distributed Map, resolved.
#[derive(Debug)]
pub(super) struct Distributed<'a> {
    label: Option<&'a str>,
    express: bool,
    item_reader: Option<ItemReader<'a>>,
    item_batcher: Option<ItemBatcher<'a>>,
    result_writer: Option<ResultWriter<'a>>,
    tolerated_failure_count: Option<Count<'a>>,
    tolerated_failure_percentage: Option<Percentage<'a>>,
}

#[derive(Debug)]
struct ItemReader<'a> {
    resource: &'a str,
    parameters: Option<Expr<'a>>,
    config: machine::ReaderConfig<'a>,
    max_items: Option<Count<'a>>,
}

#[derive(Debug)]
struct ItemBatcher<'a> {
    batch_input: Option<Expr<'a>>,
    max_items_per_batch: Option<Count<'a>>,
    max_input_bytes_per_batch: Option<Count<'a>>,
}

#[derive(Debug)]
struct ResultWriter<'a> {
    resource: Option<&'a str>,
    parameters: Option<Expr<'a>>,
    config: &'a ir::WriterConfig,
}

#[derive(Debug)]
enum Percentage<'a> {
    Constant(f64),
    Computed(Computed<'a>),
}

impl<'a> Distributed<'a> {
    pub(super) fn new(map: &'a ir::Distributed, names: &'a ErrorNames<'a>) -> Self {
        let headers = names.csv_headers.as_deref();
        Self {
            label: map.label.as_deref(),
            express: map.express,
            item_reader: map.item_reader.as_ref().map(|reader| ItemReader::new(reader, headers)),
            item_batcher: map.item_batcher.as_ref().map(|batcher| ItemBatcher {
                batch_input: batcher.batch_input.as_ref().map(Expr::new),
                max_items_per_batch: batcher.max_items_per_batch.as_ref().map(Count::new),
                max_input_bytes_per_batch: (batcher.max_input_bytes_per_batch.as_ref())
                    .map(Count::new),
            }),
            result_writer: map.result_writer.as_ref().map(|writer| ResultWriter {
                resource: writer.resource.as_ref().map(|resource| resource.arn.as_str()),
                parameters: writer.parameters.as_ref().map(Expr::new),
                config: &writer.config,
            }),
            tolerated_failure_count: map.tolerated_failure_count.as_ref().map(Count::new),
            tolerated_failure_percentage: (map.tolerated_failure_percentage.as_ref())
                .map(Percentage::new),
        }
    }

    /// Whether the items are elsewhere than in the state's data.
    pub(super) fn reads_items(&self) -> bool {
        self.item_reader.is_some()
    }

    pub(super) fn map_run(
        &self,
        items: u32,
        max_concurrency: u32,
        scope: &Scope<'_>,
    ) -> Result<MapRun<'_>, Failure> {
        let number = |count: &Option<Count<'_>>, field| {
            count.as_ref().map(|count| count.natural(field, scope)).transpose()
        };
        let percentage = self.tolerated_failure_percentage.as_ref();
        Ok(MapRun {
            label: self.label,
            express: self.express,
            items,
            max_concurrency,
            tolerated_failure_count: number(
                &self.tolerated_failure_count,
                "ToleratedFailureCount",
            )?,
            tolerated_failure_percentage: percentage
                .map(|percentage| percentage.number(scope))
                .transpose()?,
            item_reader: self.item_reader.as_ref().map(|r| r.evaluate(scope)).transpose()?,
            item_batcher: self.item_batcher.as_ref().map(|b| b.evaluate(scope)).transpose()?,
            result_writer: self.result_writer.as_ref().map(|w| w.evaluate(scope)).transpose()?,
        })
    }
}

impl<'a> ItemReader<'a> {
    fn new(reader: &'a ir::ItemReader, csv_headers: Option<&'a [&'a str]>) -> Self {
        let config = &reader.config;
        Self {
            resource: &reader.resource.arn,
            parameters: reader.parameters.as_ref().map(Expr::new),
            config: machine::ReaderConfig {
                input_type: config.input_type.as_deref(),
                manifest_type: config.manifest_type.as_deref(),
                transformation: config.transformation.as_deref(),
                items_pointer: config.items_pointer.as_deref(),
                csv_header_location: config.csv_header_location.as_deref(),
                csv_headers,
                csv_delimiter: config.csv_delimiter.as_deref(),
            },
            max_items: config.max_items.as_ref().map(Count::new),
        }
    }

    fn evaluate(&self, scope: &Scope<'_>) -> Result<machine::ItemReader<'_>, Failure> {
        let max_items = self.max_items.as_ref();
        let max_items = max_items.map(|count| count.by(count::max_items, field::natural, scope));
        Ok(machine::ItemReader {
            resource: self.resource,
            parameters: parameters(self.parameters.as_ref(), scope)?,
            config: self.config,
            max_items: max_items.transpose()?,
        })
    }
}

impl ItemBatcher<'_> {
    fn evaluate(&self, scope: &Scope<'_>) -> Result<machine::ItemBatcher, Failure> {
        let number = |count: &Option<Count<'_>>, field| {
            count.as_ref().map(|count| count.positive(field, scope)).transpose()
        };
        Ok(machine::ItemBatcher {
            batch_input: self.batch_input.as_ref().map(|expr| expr.value(scope)).transpose()?,
            max_items_per_batch: number(&self.max_items_per_batch, "MaxItemsPerBatch")?,
            max_input_bytes_per_batch: number(
                &self.max_input_bytes_per_batch,
                "MaxInputBytesPerBatch",
            )?,
        })
    }
}

impl ResultWriter<'_> {
    fn evaluate(&self, scope: &Scope<'_>) -> Result<machine::ResultWriter<'_>, Failure> {
        Ok(machine::ResultWriter {
            resource: self.resource,
            parameters: parameters(self.parameters.as_ref(), scope)?,
            transformation: self.config.transformation.as_deref(),
            output_type: self.config.output_type.as_deref(),
        })
    }
}

impl<'a> Percentage<'a> {
    fn new(expr: &'a ir::Expr) -> Self {
        match &expr.kind {
            ExprKind::Literal(Literal::Number(number)) => Self::Constant(*number),
            _ => Self::Computed(Computed::new(expr)),
        }
    }

    fn number(&self, scope: &Scope<'_>) -> Result<f64, Failure> {
        match self {
            Self::Constant(number) => Ok(*number),
            Self::Computed(value) => value.by(count::percentage, field::percentage, scope),
        }
    }
}

/// `Parameters` of a reader or writer, by default none.
fn parameters(expr: Option<&Expr<'_>>, scope: &Scope<'_>) -> Result<Value, Failure> {
    expr.map_or_else(|| Ok(Value::Object(Object::new())), |expr| expr.value(scope))
}
