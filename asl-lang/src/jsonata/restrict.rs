//! What Step Functions refuses in expressions that are JSONata otherwise.
//!
//! There is no context item: input arrives as `$states.input`. So `$` and names mean something only
//! where a context has come about: in steps of a path after the first, in predicates, sorts and
//! groups, in transforms, and in functions, which may be applied to something.
//! See [Transforming data with JSONata](https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html).

use crate::diagnostic::suggestion;
use crate::source::Span;

use super::ast::{Bind, Filter, Node, NodeKind, Pair, Path, ROOT, Stage};
use super::builtin::Function;
use super::references::{Reference, references};

/// The variable that holds what a state offers.
pub const STATES: &str = "states";

/// Something that Step Functions refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What it is.
    pub kind: FindingKind,
    /// Where.
    pub span: Span,
}

/// What a [`Finding`] is.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FindingKind {
    /// A name where there is no context.
    Name(String),
    /// `$` where there is no context.
    Context,
    /// `$$`, anywhere.
    Root,
    /// A member of `$states` that is not there.
    Field(String),
    /// `$states` is bound to something else.
    BindsStates,
    /// A function that there is none of, with the nearest name that is one. Without the `$`.
    Function {
        /// What is called.
        name: String,
        /// The nearest name of a function or variable.
        suggestion: Option<String>,
    },
}

impl std::fmt::Display for FindingKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let at_top = |f: &mut std::fmt::Formatter<'_>, name: &str| {
            write!(f, "Reference to '{name}' at the top level is not supported.")
        };
        match self {
            FindingKind::Name(name) => at_top(f, name),
            FindingKind::Context => at_top(f, "$"),
            FindingKind::Root => f.write_str("Reference to '$$' is not supported."),
            FindingKind::Field(field) => write!(f, "Field '$states.{field}' does not exist."),
            FindingKind::BindsStates => f.write_str("'$states' cannot be assigned."),
            FindingKind::Function { name, .. } => write!(f, "Function '${name}' does not exist."),
        }
    }
}

/// What an expression may use beside what it binds itself.
#[derive(Debug, Clone, Copy)]
pub struct Available<'a> {
    /// The members that `$states` has where it stands: `input`, `context` and so on.
    pub fields: &'a [&'a str],
    /// The variables that may be called; none if they are not known.
    pub variables: Option<&'a [&'a str]>,
}

/// What Step Functions refuses, in the order of the text. A name is found once.
pub fn restrict(node: &Node, available: Available<'_>) -> Vec<Finding> {
    let mut check = Check { found: Vec::new(), available };
    check.node(node, true);
    for reference in references(node) {
        check.reference(&reference);
    }
    let mut found = check.found;
    found.sort_by_key(|finding| finding.span);
    let mut names: Vec<String> = Vec::new();
    found.retain(|finding| match &finding.kind {
        FindingKind::Name(name) => {
            let first = !names.contains(name);
            names.push(name.clone());
            first
        }
        _ => true,
    });
    found
}

struct Check<'a> {
    found: Vec<Finding>,
    available: Available<'a>,
}

impl Check<'_> {
    fn find(&mut self, kind: FindingKind, span: Span) {
        self.found.push(Finding { kind, span });
    }

    fn reference(&mut self, reference: &Reference) {
        let Reference { name, span, called } = reference;
        if name == ROOT {
            return self.find(FindingKind::Root, *span);
        }
        let Some(variables) = self.available.variables else { return };
        if !called || name == STATES || Function::from_name(name).is_some() {
            return;
        }
        if !variables.contains(&name.as_str()) {
            let functions = Function::ALL.iter().map(|function| function.name());
            let known = functions.chain(variables.iter().copied());
            let suggestion = suggestion(name, known).map(str::to_owned);
            self.find(FindingKind::Function { name: name.clone(), suggestion }, *span);
        }
    }

    /// `top` if there is no context.
    fn node(&mut self, node: &Node, top: bool) {
        match &node.kind {
            NodeKind::Context if top => self.find(FindingKind::Context, node.span),
            NodeKind::Name(name) if top => {
                self.find(FindingKind::Name(name.clone()), node.span);
            }
            kind => self.kind(kind, top),
        }
        for Filter { predicate, .. } in &node.predicates {
            self.node(predicate, false);
        }
        for Pair { key, value } in node.group.iter().flat_map(|group| &group.pairs) {
            self.node(key, false);
            self.node(value, false);
        }
    }

    fn nodes<'n>(&mut self, nodes: impl IntoIterator<Item = &'n Node>, top: bool) {
        nodes.into_iter().for_each(|node| self.node(node, top));
    }

    fn kind(&mut self, kind: &NodeKind, top: bool) {
        match kind {
            NodeKind::Path(path) => self.path(path, top),
            NodeKind::Bind(bind) => {
                let Bind { variable, variable_span, value } = &**bind;
                if variable == STATES {
                    self.find(FindingKind::BindsStates, *variable_span);
                }
                self.node(value, top);
            }
            // Something is the context there.
            NodeKind::Sort(_) | NodeKind::Lambda(_) | NodeKind::Transform(_) => {
                self.nodes(kind.parts(), false);
            }
            kind => self.nodes(kind.parts(), top),
        }
    }

    fn path(&mut self, path: &Path, top: bool) {
        if let [first, second, ..] = path.steps.as_slice()
            && matches!(&first.node.kind, NodeKind::Variable(name) if name == STATES)
            && let NodeKind::Name(field) = &second.node.kind
            && !self.available.fields.contains(&field.as_str())
        {
            let span = Span::new(first.node.span.start, second.node.span.end);
            self.find(FindingKind::Field(field.clone()), span);
        }
        for (index, step) in path.steps.iter().enumerate() {
            self.node(&step.node, top && index == 0);
            for stage in &step.stages {
                if let Stage::Filter(filter) = stage {
                    self.node(&filter.predicate, false);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jsonata::parse;

    #[track_caller]
    fn assert_found(text: &str, expected: &[&str]) {
        let node = parse(text).unwrap();
        let available =
            Available { fields: &["input", "context"], variables: Some(&["total", "rates"]) };
        let found = restrict(&node, available);
        let told: Vec<String> = found
            .iter()
            .map(|finding| format!("{} {}", &text[finding.span.range()], finding.kind))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn names_need_a_context() {
        let phone = "phone Reference to 'phone' at the top level is not supported.";
        assert_found("phone", &[phone]);
        assert_found("phone.number & phone", &[phone]);
        assert_found("{'a': [1, (phone)]}", &[phone]);
        assert_found("$uppercase(phone)", &[phone]);
        assert_found("$", &["$ Reference to '$' at the top level is not supported."]);
        assert_found("$.a", &["$ Reference to '$' at the top level is not supported."]);
        assert_found("$states.input.(phone & $)[a = $]^(b){c: $}", &[]);
        assert_found("$map($states.input, function($v){ phone })", &[]);
        assert_found("$states.input ~> |$|{'a': b}|", &[]);
    }

    #[test]
    fn the_root_is_nowhere() {
        assert_found("$states.input.a[b = $$.c]", &["$$ Reference to '$$' is not supported."]);
    }

    #[test]
    fn members_of_states() {
        assert_found(
            "$states.result & $states.input",
            &["$states.result Field '$states.result' does not exist."],
        );
        assert_found("($states := 1)", &["$states '$states' cannot be assigned."]);
        assert_found("$states", &[]);
    }

    #[test]
    fn functions_have_to_be_known() {
        assert_found("$eval('1')", &["$eval Function '$eval' does not exist."]);
        assert_found(
            "$total() + $f($rates) ~> $g",
            &["$f Function '$f' does not exist.", "$g Function '$g' does not exist."],
        );
        assert_found("($f := function($x){ $f($x) }; $f(1) ~> $uuid)", &[]);
        let node = parse("$summ([1])").unwrap();
        let found = restrict(&node, Available { fields: &[], variables: Some(&[]) });
        let suggestion = Some("sum".to_owned());
        let name = "summ".to_owned();
        assert_eq!(found[0].kind, FindingKind::Function { name, suggestion });
        assert_eq!(restrict(&node, Available { fields: &[], variables: None }), []);
    }
}
