//! What a visit to a state has computed, under AWS's names.
//!
//! What the fields of a state say is kept by the state's own flow. A field that is not there, or
//! changes nothing, hands on what was there before it.

use asl_lang::ir::Register;
use asl_runtime::Value;
use asl_runtime::machine::StateType;
use asl_runtime::value::Object;

use super::response::{ErrorDetails, InspectionData};
use super::visit::{Ended, Reached, Visit};

/// What is looked into.
pub(super) struct Inspected<'a> {
    pub(super) visit: &'a Visit,
    /// The state as it is written.
    pub(super) fields: &'a Object,
    pub(super) is_jsonata: bool,
    pub(super) input: &'a Value,
    /// The variables that are given, and those that the state has assigned.
    pub(super) variables: Object,
    pub(super) ended: &'a Ended,
}

impl Inspected<'_> {
    /// All there is to tell.
    pub(super) fn data(&self) -> InspectionData {
        let mut data = InspectionData {
            input: Some(self.input.to_string()),
            variables: (!self.variables.is_empty())
                .then(|| Value::Object(self.variables.clone()).to_string()),
            error_details: self.error_details(),
            ..InspectionData::default()
        };
        let state_type = self.visit.info().state_type;
        if state_type == StateType::Map {
            self.map(&mut data);
        }
        match (self.is_jsonata, state_type) {
            (true, StateType::Task) => {
                data.after_arguments = (self.visit.reached >= Reached::Work)
                    .then(|| self.kept(Register::Arguments).unwrap_or_else(|| self.input.clone()))
                    .map(|arguments| arguments.to_string());
                data.result = self.visit.result.as_ref().map(Value::to_string);
            }
            (true, _) => {}
            (false, StateType::Pass) => self.pass(&mut data),
            (false, StateType::Task) => {
                let effective = self.effective_input(&mut data);
                data.after_parameters = self.parameters(effective).map(|value| value.to_string());
                data.result = self.visit.result.as_ref().map(Value::to_string);
                self.leaving(&mut data, self.visit.result.clone());
            }
            (false, StateType::Map) => {
                self.effective_input(&mut data);
                self.leaving(&mut data, self.visit.result.clone());
            }
            (false, StateType::Parallel) => self.leaving(&mut data, self.visit.result.clone()),
            (false, StateType::Fail) => {}
            (false, _) => drop(self.effective_input(&mut data)),
        }
        data
    }

    /// `Result` stands in the place of what comes before it.
    fn pass(&self, data: &mut InspectionData) {
        let result = match self.fields.get("Result") {
            Some(result) => {
                data.result = Some(result.to_string());
                Some(result.clone())
            }
            None => {
                let effective = self.effective_input(data);
                let parameters = self.parameters(effective);
                data.after_parameters = parameters.as_ref().map(Value::to_string);
                parameters
            }
        };
        self.leaving(data, result);
    }

    /// After `InputPath`.
    fn effective_input(&self, data: &mut InspectionData) -> Option<Value> {
        let value = match self.fields.get("InputPath") {
            None => Some(self.input.clone()),
            Some(Value::Null) => Some(Value::Object(Object::new())),
            Some(_) => self.after(Register::EffectiveInput, self.input),
        };
        data.after_input_path = value.as_ref().map(Value::to_string);
        value
    }

    fn parameters(&self, effective: Option<Value>) -> Option<Value> {
        let effective = effective?;
        match self.fields.get("Parameters") {
            None => Some(effective),
            Some(_) => self.after(Register::Arguments, &effective),
        }
    }

    /// After `ResultSelector` and `ResultPath`.
    fn leaving(&self, data: &mut InspectionData, result: Option<Value>) {
        if self.visit.failure.is_some() && self.visit.result.is_none() {
            return;
        }
        let Some(result) = result else { return };
        let selected = match self.fields.get("ResultSelector") {
            None => Some(result),
            Some(_) => self.after(Register::Selected, &result),
        };
        data.after_result_selector = selected.as_ref().map(Value::to_string);
        let combined = selected.and_then(|selected| match self.fields.get("ResultPath") {
            None => Some(selected),
            Some(Value::Null) => Some(self.input.clone()),
            Some(_) => self.after(Register::Combined, &selected),
        });
        data.after_result_path = combined.as_ref().map(Value::to_string);
    }

    /// What a register was set to. One that was not, because its field changes nothing, is what
    /// was there before; unless the state has failed on the way to it.
    fn after(&self, register: Register, before: &Value) -> Option<Value> {
        let failed = matches!(self.ended, Ended::Failed(_)) && self.visit.failure.is_none();
        self.kept(register).or_else(|| (!failed).then(|| before.clone()))
    }

    fn kept(&self, register: Register) -> Option<Value> {
        self.visit.frame.recorder.as_ref()?.get(register)
    }

    fn map(&self, data: &mut InspectionData) {
        let found = &self.visit.iterations;
        let text = |value: &Option<Value>| value.as_ref().map(Value::to_string);
        data.max_concurrency = found.max_concurrency;
        data.tolerated_failure_count = found.tolerated_failure_count;
        data.tolerated_failure_percentage = found.tolerated_failure_percentage;
        data.after_item_batcher = text(&found.batched);
        data.after_items_pointer = text(&found.pointed);
        if ["ItemSelector", "Parameters"].into_iter().any(|name| self.fields.contains_key(name)) {
            data.after_item_selector = text(&found.selected);
        }
        if !self.is_jsonata {
            data.after_items_path = text(&found.items);
        }
    }

    fn error_details(&self) -> Option<ErrorDetails> {
        let recorder = self.visit.frame.recorder.as_ref()?;
        let interval = match self.ended {
            Ended::Retry(retry) => Some(retry.interval.as_secs()),
            _ => None,
        };
        let details = ErrorDetails {
            catch_index: recorder.catcher(),
            retry_index: recorder.retrier(),
            retry_backoff_interval_seconds: interval,
        };
        (details != ErrorDetails::default()).then_some(details)
    }
}
