//! Looking through the tree: scopes, targets of transitions, and the parts of a state that are
//! computed.

use super::{
    Assign, Catcher, ChoiceRule, Condition, Dynamic, Nullable, Operand, PayloadTemplate,
    ProcessorMode, Rule, RuleKind, Scope, State, StateKind, StateMachine, Transition, WaitUntil,
};
use crate::intrinsic::Call;
use crate::path::Path;
use crate::source::Spanned;

/// A name of a state that another leads to.
#[derive(Debug, Clone, PartialEq)]
pub struct Target<'a> {
    /// The name.
    pub name: &'a Spanned<String>,
    /// The field in the state, `Catch[0]/Next`.
    pub field: String,
}

/// A part of a state whose value is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part<'a> {
    /// A path, in a field of this name.
    Path(&'static str, Spanned<&'a Path>),
    /// A call of an intrinsic function, in a field of this name.
    Intrinsic(&'static str, Spanned<&'a Call>),
    /// A payload template, in a field of this name.
    Template(&'static str, &'a PayloadTemplate),
    /// An `Assign`.
    Assign(&'a Assign),
}

impl StateMachine {
    /// All scopes, each before those inside it.
    pub fn scopes(&self) -> Vec<&Scope> {
        let mut scopes = Vec::new();
        let mut waiting = vec![&self.scope];
        while let Some(scope) = waiting.pop() {
            scopes.push(scope);
            waiting.extend(scope.states.iter().rev().flat_map(|s| s.scopes().into_iter().rev()));
        }
        scopes
    }
}

impl State {
    /// The scopes inside the state: branches of a Parallel, the body of a Map.
    pub fn scopes(&self) -> Vec<&Scope> {
        match &self.kind {
            StateKind::Parallel(parallel) => parallel.branches.iter().collect(),
            StateKind::Map(map) => vec![&map.item_processor.scope],
            _ => Vec::new(),
        }
    }

    /// Whether it is a Map whose iterations are executions of their own.
    pub fn is_distributed_map(&self) -> bool {
        let StateKind::Map(map) = &self.kind else {
            return false;
        };
        let config = map.item_processor.processor_config.as_ref();
        config.is_some_and(|config| config.mode == ProcessorMode::Distributed)
    }

    /// `Catch`.
    pub fn catchers(&self) -> &[Catcher] {
        match &self.kind {
            StateKind::Task(task) => &task.catch,
            StateKind::Parallel(parallel) => &parallel.catch,
            StateKind::Map(map) => &map.catch,
            _ => &[],
        }
    }

    /// `Retry`.
    pub fn retriers(&self) -> &[super::Retrier] {
        match &self.kind {
            StateKind::Task(task) => &task.retry,
            StateKind::Parallel(parallel) => &parallel.retry,
            StateKind::Map(map) => &map.retry,
            _ => &[],
        }
    }

    /// `Choices`.
    pub fn choices(&self) -> &[ChoiceRule] {
        match &self.kind {
            StateKind::Choice(choice) => &choice.choices,
            _ => &[],
        }
    }

    /// `Next` or `End`, of the types that have them.
    pub fn transition(&self) -> Option<&Transition> {
        match &self.kind {
            StateKind::Task(task) => Some(&task.transition),
            StateKind::Pass(pass) => Some(&pass.transition),
            StateKind::Wait(wait) => Some(&wait.transition),
            StateKind::Parallel(parallel) => Some(&parallel.transition),
            StateKind::Map(map) => Some(&map.transition),
            StateKind::Choice(_) | StateKind::Succeed(_) | StateKind::Fail(_) => None,
        }
    }

    /// Whether the scope may end here.
    pub fn is_terminal(&self) -> bool {
        matches!(self.kind, StateKind::Succeed(_) | StateKind::Fail(_))
            || matches!(self.transition(), Some(Transition::End(_)))
    }

    /// The states it leads to.
    pub fn targets(&self) -> Vec<Target<'_>> {
        let mut targets = Vec::new();
        if let Some(Transition::Next(name)) = self.transition() {
            targets.push(Target { name, field: "Next".to_owned() });
        }
        for (index, rule) in self.choices().iter().enumerate() {
            targets.push(Target { name: &rule.next, field: format!("Choices[{index}]/Next") });
        }
        if let StateKind::Choice(choice) = &self.kind
            && let Some(name) = &choice.default
        {
            targets.push(Target { name, field: "Default".to_owned() });
        }
        for (index, catcher) in self.catchers().iter().enumerate() {
            targets.push(Target { name: &catcher.next, field: format!("Catch[{index}]/Next") });
        }
        targets
    }

    /// The parts whose values are computed.
    pub fn parts(&self) -> Vec<Part<'_>> {
        let mut parts = Parts(Vec::new());
        parts.state(self);
        for catcher in self.catchers() {
            parts.template("Output", &catcher.output);
            parts.assign(&catcher.assign);
        }
        parts.0
    }
}

struct Parts<'a>(Vec<Part<'a>>);

impl<'a> Parts<'a> {
    fn state(&mut self, state: &'a State) {
        match &state.kind {
            StateKind::Task(task) => {
                self.path("InputPath", &task.input_path);
                self.template("Parameters", &task.parameters);
                self.template("Arguments", &task.arguments);
                self.dynamic("TimeoutSecondsPath", &task.timeout_seconds);
                self.dynamic("HeartbeatSecondsPath", &task.heartbeat_seconds);
                self.template("Credentials", &task.credentials);
                self.template("ResultSelector", &task.result_selector);
                self.path("OutputPath", &task.output_path);
                self.template("Output", &task.output);
                self.assign(&task.assign);
            }
            StateKind::Pass(pass) => {
                self.path("InputPath", &pass.input_path);
                self.template("Parameters", &pass.parameters);
                self.path("OutputPath", &pass.output_path);
                self.template("Output", &pass.output);
                self.assign(&pass.assign);
            }
            StateKind::Choice(choice) => {
                self.path("InputPath", &choice.input_path);
                for rule in &choice.choices {
                    if let Condition::Rule(rule) = &rule.condition {
                        self.rule(rule);
                    }
                    self.template("Output", &rule.output);
                    self.assign(&rule.assign);
                }
                self.path("OutputPath", &choice.output_path);
                self.template("Output", &choice.output);
                self.assign(&choice.assign);
            }
            StateKind::Wait(wait) => {
                self.path("InputPath", &wait.input_path);
                match &wait.until {
                    WaitUntil::Seconds(seconds) => self.one_dynamic("SecondsPath", seconds),
                    WaitUntil::Timestamp(time) => self.one_dynamic("TimestampPath", time),
                }
                self.path("OutputPath", &wait.output_path);
                self.template("Output", &wait.output);
                self.assign(&wait.assign);
            }
            StateKind::Succeed(succeed) => {
                self.path("InputPath", &succeed.input_path);
                self.path("OutputPath", &succeed.output_path);
                self.template("Output", &succeed.output);
            }
            StateKind::Fail(fail) => {
                self.dynamic("ErrorPath", &fail.error);
                self.dynamic("CausePath", &fail.cause);
            }
            StateKind::Parallel(parallel) => {
                self.path("InputPath", &parallel.input_path);
                self.template("Parameters", &parallel.parameters);
                self.template("Arguments", &parallel.arguments);
                self.template("ResultSelector", &parallel.result_selector);
                self.path("OutputPath", &parallel.output_path);
                self.template("Output", &parallel.output);
                self.assign(&parallel.assign);
            }
            StateKind::Map(map) => self.map(map),
        }
    }

    fn map(&mut self, map: &'a super::Map) {
        self.path("InputPath", &map.input_path);
        if let Some(path) = &map.items_path {
            self.0.push(Part::Path("ItemsPath", path.as_ref()));
        }
        self.template("Items", &map.items);
        self.template("ItemSelector", &map.item_selector);
        if let Some(reader) = &map.item_reader {
            self.template("ItemReader", &reader.parameters);
            if let Some(config) = &reader.reader_config {
                self.dynamic("MaxItemsPath", &config.max_items);
            }
        }
        if let Some(batcher) = &map.item_batcher {
            self.template("ItemBatcher", &batcher.batch_input);
            self.dynamic("MaxItemsPerBatchPath", &batcher.max_items_per_batch);
            self.dynamic("MaxInputBytesPerBatchPath", &batcher.max_input_bytes_per_batch);
        }
        if let Some(writer) = &map.result_writer {
            self.template("ResultWriter", &writer.parameters);
        }
        self.dynamic("MaxConcurrencyPath", &map.max_concurrency);
        self.dynamic("ToleratedFailureCountPath", &map.tolerated_failure_count);
        self.dynamic("ToleratedFailurePercentagePath", &map.tolerated_failure_percentage);
        self.template("ResultSelector", &map.result_selector);
        self.path("OutputPath", &map.output_path);
        self.template("Output", &map.output);
        self.assign(&map.assign);
    }

    fn rule(&mut self, rule: &'a Rule) {
        let variable = match &rule.kind {
            RuleKind::And(rules) | RuleKind::Or(rules) => {
                return rules.iter().for_each(|rule| self.rule(rule));
            }
            RuleKind::Not(rule) => return self.rule(rule),
            RuleKind::Compare { variable, operand, .. } => {
                if let Operand::Path(path) = operand {
                    self.0.push(Part::Path("Choices", path.as_ref()));
                }
                variable
            }
            RuleKind::Matches { variable, .. }
            | RuleKind::IsType { variable, .. }
            | RuleKind::IsPresent { variable, .. } => variable,
        };
        self.0.push(Part::Path("Choices", variable.as_ref()));
    }

    fn path(&mut self, field: &'static str, path: &'a Option<Spanned<Nullable<Path>>>) {
        if let Some(Spanned { value: Nullable::Path(path), span }) = path {
            self.0.push(Part::Path(field, span.of(path)));
        }
    }

    fn dynamic<T>(&mut self, field: &'static str, value: &'a Option<Spanned<Dynamic<T>>>) {
        if let Some(value) = value {
            self.one_dynamic(field, value);
        }
    }

    fn one_dynamic<T>(&mut self, field: &'static str, value: &'a Spanned<Dynamic<T>>) {
        match &value.value {
            Dynamic::Path(path) => self.0.push(Part::Path(field, value.span.of(path))),
            Dynamic::Intrinsic(call) => self.0.push(Part::Intrinsic(field, value.span.of(call))),
            Dynamic::Literal(_) | Dynamic::Jsonata(_) => {}
        }
    }

    fn template(&mut self, field: &'static str, template: &'a Option<PayloadTemplate>) {
        self.0.extend(template.as_ref().map(|template| Part::Template(field, template)));
    }

    fn assign(&mut self, assign: &'a Option<Assign>) {
        self.0.extend(assign.as_ref().map(Part::Assign));
    }
}
