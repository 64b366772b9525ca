//! The expressions of JSONata in a state, each with its place.

use super::{
    Assign, Catcher, Choice, Condition, Dynamic, JsonataExpression, Map, PayloadTemplate, State,
    StateKind, WaitUntil,
};
use crate::parse::location::Location;
use crate::source::Spanned;

/// An expression where it stands in a state.
#[derive(Clone, Copy)]
pub(crate) struct Query<'a, 'l> {
    /// The expression; the span is that of the string that holds it.
    pub(crate) expression: Spanned<&'a JsonataExpression>,
    /// Its place in the state.
    pub(crate) place: &'l Location<'l>,
    /// What `$states` has there.
    pub(crate) offer: Offer,
}

/// What `$states` has beside `input` and `context`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Offer {
    /// Nothing.
    Nothing,
    /// What the work gave: in `Output` and `Assign` of a Task, a Parallel and a Map.
    Result,
    /// The error output: in a catcher.
    ErrorOutput,
}

impl Offer {
    /// The members of `$states`.
    pub(crate) fn fields(self) -> &'static [&'static str] {
        match self {
            Offer::Nothing => &["input", "context"],
            Offer::Result => &["input", "context", "result"],
            Offer::ErrorOutput => &["input", "context", "errorOutput"],
        }
    }
}

impl State {
    /// Calls `see` with each expression of the state itself, in the order of evaluation.
    pub(crate) fn queries<'a>(&'a self, see: &mut dyn FnMut(Query<'a, '_>)) {
        let root = Location::Root;
        let mut queries = Queries { see, offer: Offer::Nothing };
        queries.state(self, &root);
        queries.offer = Offer::ErrorOutput;
        queries.catchers(self.catchers(), &root);
    }
}

/// Looks through the parts of a state.
struct Queries<'a, 's> {
    see: &'s mut dyn FnMut(Query<'a, '_>),
    offer: Offer,
}

impl<'a> Queries<'a, '_> {
    fn state(&mut self, state: &'a State, at: &Location<'_>) {
        match &state.kind {
            StateKind::Task(task) => {
                self.template(&task.arguments, &at.field("Arguments"));
                self.dynamic(&task.timeout_seconds, &at.field("TimeoutSeconds"));
                self.dynamic(&task.heartbeat_seconds, &at.field("HeartbeatSeconds"));
                self.template(&task.credentials, &at.field("Credentials"));
                self.offer = Offer::Result;
                self.leave(&task.output, &task.assign, at);
            }
            StateKind::Pass(pass) => self.leave(&pass.output, &pass.assign, at),
            StateKind::Choice(choice) => self.choice(choice, at),
            StateKind::Wait(wait) => {
                match &wait.until {
                    WaitUntil::Seconds(seconds) => {
                        self.one_dynamic(seconds, &at.field("Seconds"));
                    }
                    WaitUntil::Timestamp(time) => self.one_dynamic(time, &at.field("Timestamp")),
                }
                self.leave(&wait.output, &wait.assign, at);
            }
            StateKind::Succeed(succeed) => self.leave(&succeed.output, &None, at),
            StateKind::Fail(fail) => {
                self.dynamic(&fail.error, &at.field("Error"));
                self.dynamic(&fail.cause, &at.field("Cause"));
            }
            StateKind::Parallel(parallel) => {
                self.template(&parallel.arguments, &at.field("Arguments"));
                self.offer = Offer::Result;
                self.leave(&parallel.output, &parallel.assign, at);
            }
            StateKind::Map(map) => {
                self.map(map, at);
                self.offer = Offer::Result;
                self.leave(&map.output, &map.assign, at);
            }
        }
    }

    fn choice(&mut self, choice: &'a Choice, at: &Location<'_>) {
        let rules = at.field("Choices");
        for (index, rule) in choice.choices.iter().enumerate() {
            let at = rules.index(index);
            if let Condition::Jsonata(condition) = &rule.condition {
                self.query(condition.as_ref(), &at.field("Condition"));
            }
            self.leave(&rule.output, &rule.assign, &at);
        }
        self.leave(&choice.output, &choice.assign, at);
    }

    fn map(&mut self, map: &'a Map, at: &Location<'_>) {
        self.template(&map.items, &at.field("Items"));
        self.template(&map.item_selector, &at.field("ItemSelector"));
        if let Some(reader) = &map.item_reader {
            let at = at.field("ItemReader");
            self.template(&reader.parameters, &at.field("Arguments"));
            if let Some(config) = &reader.reader_config {
                self.dynamic(&config.max_items, &at.field("ReaderConfig").field("MaxItems"));
            }
        }
        if let Some(batcher) = &map.item_batcher {
            let at = at.field("ItemBatcher");
            self.template(&batcher.batch_input, &at.field("BatchInput"));
            self.dynamic(&batcher.max_items_per_batch, &at.field("MaxItemsPerBatch"));
            self.dynamic(&batcher.max_input_bytes_per_batch, &at.field("MaxInputBytesPerBatch"));
        }
        if let Some(writer) = &map.result_writer {
            self.template(&writer.parameters, &at.field("ResultWriter").field("Arguments"));
        }
        self.dynamic(&map.max_concurrency, &at.field("MaxConcurrency"));
        self.dynamic(&map.tolerated_failure_count, &at.field("ToleratedFailureCount"));
        self.dynamic(&map.tolerated_failure_percentage, &at.field("ToleratedFailurePercentage"));
    }

    fn catchers(&mut self, catchers: &'a [Catcher], at: &Location<'_>) {
        let at = at.field("Catch");
        for (index, catcher) in catchers.iter().enumerate() {
            self.leave(&catcher.output, &catcher.assign, &at.index(index));
        }
    }

    fn leave(
        &mut self,
        output: &'a Option<PayloadTemplate>,
        assign: &'a Option<Assign>,
        at: &Location<'_>,
    ) {
        self.template(output, &at.field("Output"));
        let at = at.field("Assign");
        for variable in assign.iter().flat_map(|assign| &assign.variables) {
            self.one_template(&variable.value, &at.field(&variable.key));
        }
    }

    fn dynamic<T>(&mut self, field: &'a Option<Spanned<Dynamic<T>>>, at: &Location<'_>) {
        if let Some(field) = field {
            self.one_dynamic(field, at);
        }
    }

    fn one_dynamic<T>(&mut self, field: &'a Spanned<Dynamic<T>>, at: &Location<'_>) {
        if let Dynamic::Jsonata(expression) = &field.value {
            self.query(field.span.of(expression), at);
        }
    }

    fn template(&mut self, template: &'a Option<PayloadTemplate>, at: &Location<'_>) {
        if let Some(template) = template {
            self.one_template(template, at);
        }
    }

    fn one_template(&mut self, template: &'a PayloadTemplate, at: &Location<'_>) {
        match template {
            PayloadTemplate::Jsonata(expression) => self.query(expression.as_ref(), at),
            PayloadTemplate::Object(fields) => {
                for field in &fields.value {
                    self.one_template(&field.value, &at.field(&field.key));
                }
            }
            PayloadTemplate::Array(elements) => {
                for (index, element) in elements.value.iter().enumerate() {
                    self.one_template(element, &at.index(index));
                }
            }
            PayloadTemplate::Literal(_)
            | PayloadTemplate::Path(_)
            | PayloadTemplate::Intrinsic(_) => {}
        }
    }

    fn query(&mut self, expression: Spanned<&'a JsonataExpression>, place: &Location<'_>) {
        (self.see)(Query { expression, place, offer: self.offer });
    }
}
