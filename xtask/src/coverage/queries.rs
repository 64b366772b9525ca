//! JSONata: the functions of its library, the nodes of its expressions, and the fields of states
//! that hold expressions, with what `$states` has there.

use std::collections::BTreeSet;

use asl_lang::ir::Register;
use asl_lang::ir::query::{
    Node, NodeKind, Operator, Path, Predicate, Procedure, Query, Regex, Source, Stage, StepKind,
};
use asl_lang::jsonata::Function;

use super::{Element, nodes};

const FUNCTION: &str = "JSONata function";
const FEATURE: &str = "JSONata feature";
const CONTEXT: &str = "context object, JSONata";

variants! {
    node_kind: NodeKind = Literal | Regex | Context | Slot | Source | States | Function
        | Name | Wildcard | Descendants | Path | Array | Range | Object | Negate | Operators
        | Concatenate | Apply | Condition | Block | Bind | Lambda | Call | HigherOrder | Partial
        | Transform | Filter | Group | Kept | Unknown except Root;
    operator: Operator = Add | Subtract | Multiply | Divide | Modulo | Equal | NotEqual | Less
        | LessOrEqual | Greater | GreaterOrEqual | In | And | Or except Concatenate;
    step_kind: StepKind = Each | Whole | Sort;
    stage: Stage = Filter | Index;
    predicate: Predicate = Index | Condition | Any;
    procedure: Procedure = Builtin | Value;
}

/// What has no node of its own.
const FEATURES: &[&str] = &[
    "a step that binds its value",
    "a step that binds a position",
    "a parent",
    "a path that stays an array",
    "a path that is grouped",
    "a descending order",
    "a regular expression, flag i",
    "a regular expression, flag m",
    "a function with a signature",
    "a function that holds on to a variable",
    "a tail call",
    "a transform that deletes",
    "a condition without otherwise",
];

/// The fields that hold expressions, by the type of state, and what `$states` has in them beside
/// `input` and `context`. Those are behind the `+`.
///
/// See [Transforming data with JSONata](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html).
const PLACES: &[(&str, &[&str])] = &[
    ("Pass", &["Output", "Assign"]),
    (
        "Task",
        &[
            "Arguments",
            "TimeoutSeconds",
            "HeartbeatSeconds",
            "Credentials",
            "Output+result",
            "Assign+result",
            "Catch/Output+errorOutput",
            "Catch/Assign+errorOutput",
        ],
    ),
    ("Choice", &["Choices/Condition", "Choices/Output", "Choices/Assign", "Output", "Assign"]),
    ("Wait", &["Seconds", "Timestamp", "Output", "Assign"]),
    ("Succeed", &["Output"]),
    ("Fail", &["Error", "Cause"]),
    (
        "Parallel",
        &[
            "Arguments",
            "Output+result",
            "Assign+result",
            "Catch/Output+errorOutput",
            "Catch/Assign+errorOutput",
        ],
    ),
    (
        "Map",
        &[
            "Items",
            "ItemSelector",
            "ItemReader/Arguments",
            "ItemReader/ReaderConfig/MaxItems",
            "ItemBatcher/BatchInput",
            "ItemBatcher/MaxItemsPerBatch",
            "ItemBatcher/MaxInputBytesPerBatch",
            "ResultWriter/Arguments",
            "MaxConcurrency",
            "ToleratedFailureCount",
            "ToleratedFailurePercentage",
            "Output+result",
            "Assign+result",
            "Catch/Output+errorOutput",
            "Catch/Assign+errorOutput",
        ],
    ),
];

pub(super) fn elements() -> impl Iterator<Item = Element> {
    let functions = Function::ALL.iter().map(|function| Element::new(FUNCTION, function.name()));
    let features = FEATURES.iter().map(|&feature| Element::new(FEATURE, feature));
    let context = nodes::CONTEXT_MEMBERS.iter().map(|&member| Element::new(CONTEXT, member));
    let variants = VARIANTS.iter().flat_map(|&(group, names)| {
        names.iter().map(move |&name| Element::new(format!("JSONata {group}"), name))
    });
    let places = PLACES.iter().flat_map(|&(state_type, places)| {
        places.iter().flat_map(move |place| {
            let (place, more) = split(place);
            let members = ["$states.input", "$states.context", "a variable"].into_iter();
            let more = more.map(|more| format!("$states.{more}"));
            let members = members.map(str::to_owned).chain(more);
            members.map(move |member| at(state_type, place, &member))
        })
    });
    functions.chain(features).chain(context).chain(variants).chain(places)
}

/// A place, and what `$states` has there only.
fn split(place: &'static str) -> (&'static str, Option<&'static str>) {
    place.split_once('+').map_or((place, None), |(place, more)| (place, Some(more)))
}

fn at(state_type: &str, place: &str, member: &str) -> Element {
    Element::new(format!("{place} of a {state_type}, JSONata"), member)
}

/// What an expression of a state of this type contains.
pub(super) fn collect(query: &Query, state_type: &str, found: &mut BTreeSet<Element>) {
    let functions = query.functions.iter().map(|&name| Element::new(FUNCTION, name));
    found.extend(functions);
    if let Some(place) = place(state_type, &query.location) {
        let members = query.sources.iter().filter_map(member);
        found.extend(members.map(|member| at(state_type, place, member)));
    }
    query.body.visit_all(&mut |node| of_node(node, found));
}

/// The place in [`PLACES`] that a location is or is in.
fn place(state_type: &str, location: &str) -> Option<&'static str> {
    let plain: String = location
        .split('[')
        .map(|part| part.split_once(']').map_or(part, |(_, rest)| rest))
        .collect();
    let (_, places) = PLACES.iter().find(|(of_type, _)| *of_type == state_type)?;
    places.iter().map(|place| split(place).0).find(|place| {
        plain.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}

fn member(source: &Source) -> Option<&'static str> {
    match source {
        Source::Register(Register::Input) => Some("$states.input"),
        Source::Register(Register::Result) => Some("$states.result"),
        Source::Register(Register::ErrorOutput) => Some("$states.errorOutput"),
        Source::Context => Some("$states.context"),
        Source::Variable(_) => Some("a variable"),
        Source::Register(_) | Source::Binding(_) => None,
    }
}

fn of_node(node: &Node, found: &mut BTreeSet<Element>) {
    let mut add = |element: Element| {
        found.insert(Element { group: format!("JSONata {}", element.group), ..element });
    };
    add(node_kind(&node.kind));
    match &node.kind {
        NodeKind::Operators(operators) => {
            operators.rest.iter().for_each(|(of_rest, _)| add(operator(of_rest)));
        }
        NodeKind::Call(call) => add(procedure(&call.procedure)),
        NodeKind::Filter(filter) => {
            filter.predicates.iter().for_each(|of_filter| add(predicate(of_filter)));
        }
        NodeKind::Path(path) => {
            for step in &path.steps {
                add(step_kind(&step.kind));
                step.stages.iter().for_each(|of_step| {
                    add(stage(of_step));
                    if let Stage::Filter(of_stage) = of_step {
                        add(predicate(of_stage));
                    }
                });
            }
            found.extend(context_member(path));
        }
        _ => {}
    }
    found.extend(features(&node.kind).into_iter().map(|feature| Element::new(FEATURE, feature)));
}

fn features(kind: &NodeKind) -> Vec<&'static str> {
    let has = match kind {
        NodeKind::Path(path) => {
            let any = |has: &dyn Fn(&asl_lang::ir::query::Step) -> bool| path.steps.iter().any(has);
            let descends = |kind: &StepKind| matches!(kind, StepKind::Sort(terms) if terms.iter().any(|term| term.descending));
            vec![
                (any(&|step| step.focus.is_some()), "a step that binds its value"),
                (any(&|step| step.index.is_some()), "a step that binds a position"),
                (any(&|step| step.ancestor.is_some()), "a parent"),
                (path.keep_singleton, "a path that stays an array"),
                (path.group.is_some(), "a path that is grouped"),
                (any(&|step| descends(&step.kind)), "a descending order"),
            ]
        }
        NodeKind::Regex(Regex { ignore_case, multi_line, .. }) => vec![
            (*ignore_case, "a regular expression, flag i"),
            (*multi_line, "a regular expression, flag m"),
        ],
        NodeKind::Lambda(lambda) => vec![
            (lambda.signature.is_some(), "a function with a signature"),
            (!lambda.captures.is_empty(), "a function that holds on to a variable"),
        ],
        NodeKind::Call(call) => vec![(call.tail, "a tail call")],
        NodeKind::Transform(transform) => {
            vec![(transform.delete.is_some(), "a transform that deletes")]
        }
        NodeKind::Condition(condition) => {
            vec![(condition.otherwise.is_none(), "a condition without otherwise")]
        }
        _ => Vec::new(),
    };
    has.into_iter().filter_map(|(has, feature)| has.then_some(feature)).collect()
}

/// `$states.context.State.Name`.
fn context_member(path: &Path) -> Option<Element> {
    let mut nodes = path.steps.iter().map(|step| match &step.kind {
        StepKind::Each(node) => Some(&node.kind),
        StepKind::Whole(_) | StepKind::Sort(_) => None,
    });
    let Some(NodeKind::Source(Source::Context)) = nodes.next()? else { return None };
    let names = nodes.map_while(|kind| match kind {
        Some(NodeKind::Name(name)) => Some(name.as_str()),
        _ => None,
    });
    let path = format!("{}.", names.collect::<Vec<_>>().join("."));
    let mut members = nodes::CONTEXT_MEMBERS.iter();
    let member = members
        .find(|&&member| path.strip_prefix(member).is_some_and(|rest| rest.starts_with('.')))?;
    Some(Element::new(CONTEXT, *member))
}
