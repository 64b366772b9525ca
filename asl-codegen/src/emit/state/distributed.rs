//! What a Distributed Map has beside.

use asl_lang::ir::{Distributed, Expr, ExprKind, ItemReader, Literal, Map, ResultWriter};
use asl_lang::lower::Part;
use proc_macro2::{Literal as Token, TokenStream};
use quote::{ToTokens, quote};

use super::Computed;
use super::map::{count, running};
use crate::emit::Plan;
use crate::emit::expr::Scope;
use crate::emit::plan::StatePlan;

/// The function that says what the Map is to do.
pub(super) fn map_run(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    map: &Map,
    run: &Distributed,
) -> TokenStream {
    let effective_input = quote! { self.children.effective_input() };
    let scope = running(plan, map, &effective_input);
    let label = option(run.label.as_ref());
    let express = run.express;
    let max_concurrency = count(&scope, map.max_concurrency.as_ref(), "MaxConcurrency");
    let number = |field: &Option<Expr>, name: &str| {
        option(field.as_ref().map(|expr| count(&scope, Some(expr), name)))
    };
    let tolerated_count = number(&run.tolerated_failure_count, "ToleratedFailureCount");
    let tolerated_percentage =
        option(run.tolerated_failure_percentage.as_ref().map(|expr| percentage(&scope, expr)));
    let item_reader = option(run.item_reader.as_ref().map(|reader| item_reader(&scope, reader)));
    let item_batcher = option(run.item_batcher.as_ref().map(|batcher| {
        let input = option(batcher.batch_input.as_ref().map(|input| scope.value(input)));
        let most = |field: &Option<Expr>, name: &str| {
            option(field.as_ref().map(|expr| batch_size(&scope, expr, name)))
        };
        let items = most(&batcher.max_items_per_batch, "MaxItemsPerBatch");
        let bytes = most(&batcher.max_input_bytes_per_batch, "MaxInputBytesPerBatch");
        quote! {
            __rt::ItemBatcher {
                batch_input: #input,
                max_items_per_batch: #items,
                max_input_bytes_per_batch: #bytes,
            }
        }
    }));
    let writer = run.result_writer.as_ref().map(|writer| result_writer(&scope, writer));
    let result_writer = option(writer);
    let (function, cx) = (&state.map_run, super::context_for(state, Part::MapRun));
    // The fields are evaluated in this order.
    quote! {
        fn #function(&self, #cx) -> __rt::Result<__rt::MapRun<'static>, __rt::Failure> {
            let max_concurrency = #max_concurrency;
            __rt::Ok(__rt::MapRun {
                label: #label,
                express: #express,
                items: self.children.item_count(),
                max_concurrency,
                tolerated_failure_count: #tolerated_count,
                tolerated_failure_percentage: #tolerated_percentage,
                item_reader: #item_reader,
                item_batcher: #item_batcher,
                result_writer: #result_writer,
            })
        }
    }
}

/// A number of an `ItemBatcher`, which in JSONata is above 0.
fn batch_size(scope: &Scope<'_>, number: &Expr, field: &str) -> TokenStream {
    match Computed::of(number) {
        Computed::Path(_) => count(scope, Some(number), field),
        Computed::Query(location) => {
            let value = scope.reference(number);
            quote! { __rt::jsonata::field::positive(#value, #location)?.get() }
        }
    }
}

fn percentage(scope: &Scope<'_>, expr: &Expr) -> TokenStream {
    match &expr.kind {
        ExprKind::Literal(Literal::Number(number)) => {
            let number = Token::f64_unsuffixed(*number);
            quote! { #number }
        }
        _ => {
            let value = scope.reference(expr);
            match Computed::of(expr) {
                Computed::Path(text) => quote! { __rt::data::count::percentage(#value, #text)? },
                Computed::Query(location) => {
                    quote! { __rt::jsonata::field::percentage(#value, #location)? }
                }
            }
        }
    }
}

fn item_reader(scope: &Scope<'_>, reader: &ItemReader) -> TokenStream {
    let (resource, config) = (&reader.resource.arn, &reader.config);
    let parameters = value(scope, reader.parameters.as_ref());
    let [input_type, manifest_type, transformation, pointer, header_location, delimiter] = [
        &config.input_type,
        &config.manifest_type,
        &config.transformation,
        &config.items_pointer,
        &config.csv_header_location,
        &config.csv_delimiter,
    ]
    .map(|field| option(field.as_ref()));
    let headers = option(config.csv_headers.as_ref().map(|headers| quote! { &[#(#headers),*] }));
    let max_items = option(config.max_items.as_ref().map(|expr| match &expr.kind {
        ExprKind::Literal(Literal::Integer(number)) => {
            Token::u32_unsuffixed(u32::try_from(*number).unwrap_or(u32::MAX)).into_token_stream()
        }
        _ => {
            let value = scope.reference(expr);
            match Computed::of(expr) {
                Computed::Path(text) => quote! { __rt::data::count::max_items(#value, #text)? },
                Computed::Query(location) => {
                    quote! { __rt::jsonata::field::natural(#value, #location)? }
                }
            }
        }
    }));
    quote! {
        __rt::ItemReader {
            resource: #resource,
            parameters: #parameters,
            config: __rt::ReaderConfig {
                input_type: #input_type,
                manifest_type: #manifest_type,
                transformation: #transformation,
                items_pointer: #pointer,
                csv_header_location: #header_location,
                csv_headers: #headers,
                csv_delimiter: #delimiter,
            },
            max_items: #max_items,
        }
    }
}

fn result_writer(scope: &Scope<'_>, writer: &ResultWriter) -> TokenStream {
    let resource = option(writer.resource.as_ref().map(|resource| &resource.arn));
    let parameters = value(scope, writer.parameters.as_ref());
    let transformation = option(writer.config.transformation.as_ref());
    let output_type = option(writer.config.output_type.as_ref());
    quote! {
        __rt::ResultWriter {
            resource: #resource,
            parameters: #parameters,
            transformation: #transformation,
            output_type: #output_type,
        }
    }
}

/// The parameters of a reader or writer; null if there are none.
fn value(scope: &Scope<'_>, expr: Option<&Expr>) -> TokenStream {
    expr.map_or_else(|| quote! { __rt::Value::Null }, |expr| scope.value(expr))
}

fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote! { __rt::Some(#value) },
        None => quote! { __rt::None },
    }
}
