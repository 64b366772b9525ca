//! The nodes of the intermediate representation, the segments and filters of paths, the intrinsic
//! functions, and the members of the context object that paths lead to.

use std::collections::BTreeSet;

use asl_lang::ast::{IntegrationPattern, ResourceKind};
use asl_lang::ir::query::{Expected, Source};
use asl_lang::ir::{
    Expr, ExprKind, IntrinsicFunction, Jitter, Let, Literal, Machine, Missing, Operand, Register,
    Retrier, Root, State, StateKind, TaskKey, Transition, Type, WaitUntil,
};
use asl_lang::lower::expressions;
use asl_lang::path::filter::{Condition, FilterPath, FilterRoot, Relation};
use asl_lang::path::{Path, Segment};

use super::{Contained, Element, queries};

const FUNCTION: &str = "intrinsic function";
const CONTEXT: &str = "context object";

/// See [Context object](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html).
pub(super) const CONTEXT_MEMBERS: &[&str] = &[
    "Execution.Id",
    "Execution.Input",
    "Execution.Name",
    "Execution.RedriveCount",
    "Execution.RoleArn",
    "Execution.StartTime",
    "Map.Item.Index",
    "Map.Item.Source",
    "Map.Item.Value",
    "State.EnteredTime",
    "State.Name",
    "State.RetryCount",
    "StateMachine.Id",
    "StateMachine.Name",
    "Task.Token",
];

variants! {
    state_kind: StateKind = Pass | Task | Choice | Wait | Succeed | Fail | Parallel | Map;
    transition: Transition = Next | End;
    wait_until: WaitUntil = Seconds | SecondsPath | Timestamp | TimestampPath;
    jitter: Jitter = None | Full;
    task_key: TaskKey = Resource | Target | State;
    resource_kind: ResourceKind = LambdaFunction | Activity | Integration | Other;
    pattern: IntegrationPattern = RequestResponse | Sync | Sync2 | WaitForTaskToken;
    register: Register = Input | EffectiveInput | Items | Arguments | Result | Selected
        | ErrorOutput | Combined | Output;
    expr_kind: ExprKind = Literal | Register | Path | Object | Array | Insert | Intrinsic | Compare
        | Matches | IsType | IsPresent | And | Or | Not | Query;
    expected: Expected = Any | Boolean | Number | String | Array except Object;
    source: Source = Register | Context | Variable except Binding;
    ty: Type = Any | Null | Boolean | Integer | Number | String | Array | Object;
    literal: Literal = Null | Bool | Integer | Unsigned | Number | String | Array | Object;
    operand: Operand = Literal | Path;
    root: Root = Register | Context | Variable;
    missing: Missing = InvalidPath | Field | Argument | ChoiceVariable | Wait;
    segment: Segment = Member | Index | Wildcard | Members | Indexes | Slice | Filter | Descendants
        except Function;
    condition: Condition = All | Any | Not | Exists | Compare | Matches;
    relation: Relation = Equals | NotEquals | LessThan | LessThanEquals | GreaterThan
        | GreaterThanEquals | In | NotIn;
    filter_root: FilterRoot = Current | Document;
}

pub(super) fn elements() -> impl Iterator<Item = Element> {
    let functions = IntrinsicFunction::ALL.iter();
    let functions = functions.map(|function| Element::new(FUNCTION, function.name()));
    let context = CONTEXT_MEMBERS.iter().map(|&member| Element::new(CONTEXT, member));
    let variants = VARIANTS
        .iter()
        .flat_map(|&(group, names)| names.iter().map(move |&name| Element::new(group, name)));
    functions.chain(context).chain(variants)
}

/// What a machine contains.
pub(super) fn collect(machine: &Machine, contained: &mut Contained) {
    contained.of(None).extend(machine.tasks.iter().map(|task| task_key(&task.key)));
    for state in &machine.states {
        let found = contained.of(Some(&state.name));
        Nodes { state_type: state_kind(&state.kind).name, found }.state(state);
    }
}

struct Nodes<'a> {
    /// That of the state they are in.
    state_type: String,
    found: &'a mut BTreeSet<Element>,
}

impl Nodes<'_> {
    fn add(&mut self, element: Element) {
        self.found.insert(element);
    }

    fn state(&mut self, state: &State) {
        self.add(state_kind(&state.kind));
        expressions(state).into_iter().for_each(|expression| self.expression(expression));
        match &state.kind {
            StateKind::Pass(pass) => {
                self.steps(&pass.steps);
                self.add(transition(&pass.transition));
            }
            StateKind::Task(task) => {
                self.add(resource_kind(&task.resource.kind));
                if let ResourceKind::Integration { pattern: of_task, .. } = &task.resource.kind {
                    self.add(pattern(of_task));
                }
                self.steps(&task.enter);
                self.steps(&task.leave);
                task.catch.iter().for_each(|catcher| self.steps(&catcher.steps));
                self.retriers(&task.retry);
                self.add(transition(&task.transition));
            }
            StateKind::Choice(choice) => {
                self.steps(&choice.enter);
                choice.rules.iter().for_each(|rule| self.steps(&rule.leave));
                self.steps(&choice.leave);
            }
            StateKind::Wait(wait) => {
                self.add(wait_until(&wait.until));
                self.steps(&wait.enter);
                self.steps(&wait.leave);
                self.add(transition(&wait.transition));
            }
            StateKind::Succeed(succeed) => self.steps(&succeed.steps),
            StateKind::Fail(_) => {}
            StateKind::Parallel(parallel) => {
                self.steps(&parallel.enter);
                self.steps(&parallel.leave);
                self.retriers(&parallel.retry);
                self.add(transition(&parallel.transition));
            }
            StateKind::Map(map) => {
                self.steps(&map.enter);
                self.steps(&map.leave);
                self.retriers(&map.retry);
                self.add(transition(&map.transition));
            }
        }
    }

    fn steps(&mut self, steps: &[Let]) {
        steps.iter().for_each(|step| self.add(register(&step.register)));
    }

    fn retriers(&mut self, retriers: &[Retrier]) {
        retriers.iter().for_each(|retrier| self.add(jitter(&retrier.jitter)));
    }

    fn expression(&mut self, expression: &Expr) {
        self.add(expr_kind(&expression.kind));
        self.add(ty(&expression.ty));
        match &expression.kind {
            ExprKind::Literal(value) => self.literal(value),
            ExprKind::Register(of) => self.add(register(of)),
            ExprKind::Path { root: of, path, missing: when, .. } => {
                self.root(of);
                self.path(path);
                self.add(missing(when));
            }
            ExprKind::IsPresent { root: of, path, .. } => {
                self.root(of);
                self.path(path);
            }
            ExprKind::Insert { document, .. } => self.add(register(document)),
            ExprKind::Intrinsic { function, .. } => {
                self.add(Element::new(FUNCTION, function.name()));
            }
            ExprKind::Compare { operand: with, .. } => self.add(operand(with)),
            ExprKind::Query(query) => {
                self.add(expected(&query.expected));
                queries::collect(query, &self.state_type, self.found);
                query.sources.iter().for_each(|of| {
                    self.add(source(of));
                    if let Source::Register(of) = of {
                        self.add(register(of));
                    }
                });
            }
            ExprKind::Object(_)
            | ExprKind::Array(_)
            | ExprKind::Matches { .. }
            | ExprKind::IsType { .. }
            | ExprKind::And(_)
            | ExprKind::Or(_)
            | ExprKind::Not(_) => {}
        }
        expression.parts().into_iter().for_each(|part| self.expression(part));
    }

    fn literal(&mut self, value: &Literal) {
        self.add(literal(value));
        match value {
            Literal::Array(values) => values.iter().for_each(|value| self.literal(value)),
            Literal::Object(members) => members.iter().for_each(|(_, value)| self.literal(value)),
            _ => {}
        }
    }

    fn root(&mut self, of: &Root) {
        self.add(root(of));
        if let Root::Register(of) = of {
            self.add(register(of));
        }
    }

    fn path(&mut self, path: &Path) {
        self.segments(&path.segments);
        if path.root == asl_lang::path::Root::Context {
            let is_in = |member: &&&str| {
                let rest =
                    path.text.strip_prefix("$$.").and_then(|text| text.strip_prefix(**member));
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            };
            let members = CONTEXT_MEMBERS.iter().filter(is_in);
            self.found.extend(members.map(|&member| Element::new(CONTEXT, member)));
        }
    }

    fn segments(&mut self, segments: &[Segment]) {
        for of_path in segments {
            self.add(segment(of_path));
            if let Segment::Filter(filter) = of_path {
                self.condition(&filter.condition);
            }
        }
    }

    fn condition(&mut self, of_filter: &Condition) {
        self.add(condition(of_filter));
        match of_filter {
            Condition::All(inner) | Condition::Any(inner) => {
                inner.iter().for_each(|inner| self.condition(inner));
            }
            Condition::Not(inner) => self.condition(inner),
            Condition::Compare { relation: how, .. } => self.add(relation(how)),
            Condition::Exists(_) | Condition::Matches { .. } => {}
        }
        of_filter.paths().into_iter().for_each(|path| self.filter_path(path));
    }

    fn filter_path(&mut self, path: &FilterPath) {
        self.add(filter_root(&path.root));
        self.segments(&path.segments);
    }
}
