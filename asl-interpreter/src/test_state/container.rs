//! What a Map makes of its items.

use asl_runtime::machine::{Datum, MapRun, threshold_exceeded};
use asl_runtime::value::Array;
use asl_runtime::{Failure, StateMachine, Value, json};

use super::visit::{Visit, step_context};
use super::{Error, reader};

/// What has been found of a Map's iterations.
#[derive(Debug, Default)]
pub(super) struct Iterations {
    pub(super) max_concurrency: Option<u32>,
    pub(super) tolerated_failure_count: Option<u32>,
    pub(super) tolerated_failure_percentage: Option<f64>,
    /// The items, unless they are read.
    pub(super) items: Option<Value>,
    /// What an `ItemsPointer` leads to.
    pub(super) pointed: Option<Value>,
    /// The inputs of the iterations.
    pub(super) selected: Option<Value>,
    /// The inputs of batches.
    pub(super) batched: Option<Value>,
    /// How many there are.
    pub(super) count: u32,
}

impl Visit {
    /// Makes the inputs of a Map's iterations, which has been entered. `read` is what an
    /// `ItemReader` would read.
    ///
    /// # Errors
    /// They cannot be made.
    pub(super) fn iterate(&mut self, read: Option<&str>) -> Result<(), Failure> {
        let machine = self.machine.clone();
        let cx = step_context(&self.context, self.now, self.seed);
        let is_distributed = self.iterations.max_concurrency.is_none();
        let run = is_distributed.then(|| machine.map_run(&self.frame, &cx)).transpose()?;
        let found = &mut self.iterations;
        if let Some(run) = &run {
            found.max_concurrency = Some(run.max_concurrency);
            found.tolerated_failure_count = run.tolerated_failure_count;
            found.tolerated_failure_percentage = run.tolerated_failure_percentage;
        }
        let mut source = "STATE_DATA".into();
        if let Some(MapRun { item_reader, .. }) = &run
            && let Some(reader) = item_reader
        {
            source = reader.source();
            let reader::Read { items, pointed } = reader::read(reader, read.unwrap_or("[]"))?;
            found.pointed = pointed;
            machine.complete(&mut self.frame, Value::Array(Array::from(items)))?;
        }
        let count = self.frame.children.item_count();
        let items =
            (0..count).map(|index| machine.datum(&self.frame, Datum::Item(index)).into_owned());
        let items: Vec<Value> = items.collect();
        if run.as_ref().is_none_or(|run| run.item_reader.is_none()) {
            found.items = Some(Value::Array(items.iter().cloned().collect()));
        }
        let mut inputs = Vec::with_capacity(items.len());
        for (index, item) in (0..count).zip(&items) {
            let mut context = self.context.clone();
            if let Some(object) = context.as_object_mut() {
                let item =
                    json!({ "Index": index, "Value": item.clone(), "Source": source.clone() });
                object.insert("Map", json!({ "Item": item }));
            }
            let cx = step_context(&context, self.now, self.seed);
            let child = machine.child(&self.frame, index, &cx)?;
            inputs.push(machine.datum(&child, Datum::Input).into_owned());
        }
        found.count = count;
        let batcher = run.as_ref().and_then(|run| run.item_batcher.as_ref());
        if let Some(batcher) = batcher {
            let batches =
                batcher.batches(inputs.iter().cloned()).into_iter().map(|(input, _)| input);
            let batches: Vec<Value> = batches.collect();
            found.count = u32::try_from(batches.len()).unwrap_or(u32::MAX);
            found.batched = Some(Value::Array(Array::from(batches)));
        }
        found.selected = Some(Value::Array(Array::from(inputs)));
        Ok(())
    }
}

impl Iterations {
    /// How many iterations there are: as many as have results, where those are mocked.
    fn iterations(&self, result: Option<&Value>) -> u32 {
        let results = result.and_then(Value::as_array).map(|results| results.len());
        results.map_or(self.count, |count| u32::try_from(count).unwrap_or(u32::MAX))
    }

    /// Checks how many iterations are said to have failed.
    ///
    /// # Errors
    /// There are not so many.
    pub(super) fn check(&self, failed: i64, result: Option<&Value>) -> Result<(), Error> {
        if failed > i64::from(self.iterations(result)) {
            return Err(Error::validation(
                "Map iteration failure count must be less than or equal to the number of Map \
                 iterations",
            ));
        }
        Ok(())
    }

    /// The failure of the Map if so many iterations have failed. Without a threshold any number
    /// may fail: their results are in the mocked one.
    pub(super) fn exceeded(&self, failed: i64, result: &Value) -> Option<Failure> {
        let run = MapRun {
            label: None,
            express: false,
            items: self.count,
            item_reader: None,
            item_batcher: None,
            result_writer: None,
            max_concurrency: 0,
            tolerated_failure_count: self.tolerated_failure_count,
            tolerated_failure_percentage: self.tolerated_failure_percentage,
        };
        let has_threshold =
            run.tolerated_failure_count.is_some() || run.tolerated_failure_percentage.is_some();
        let failed = u64::try_from(failed).unwrap_or_default();
        let exceeded = has_threshold && !run.tolerates(failed, self.iterations(Some(result)));
        exceeded.then(threshold_exceeded)
    }
}
