//! The variables that an expression reads and does not bind itself.

mod scope;

use crate::source::Span;

use super::ast::{Call, Filter, Group, Lambda, Node, NodeKind, Pair, Path, Stage, Step, Transform};
use super::builtin::Function;
use scope::{Scope, Scopes};

/// A variable that an expression reads from outside: of the state machine, `$states`, `$$`, or a
/// function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its name, without the `$`.
    pub name: String,
    /// Where it is read.
    pub span: Span,
    /// It is called, or applied by `~>`.
    pub called: bool,
}

impl Reference {
    /// The function that it is if nothing else has its name.
    pub fn function(&self) -> Option<Function> {
        Function::from_name(&self.name)
    }
}

/// The variables that an expression reads and does not bind itself, in the order of the text.
///
/// In a function, what a block around it binds later is bound too: it is called afterwards.
pub fn references(node: &Node) -> Vec<Reference> {
    let mut reader = Reader::default();
    reader.scopes.enter(Scope::of(std::slice::from_ref(node)));
    reader.node(node);
    reader.found
}

#[derive(Default)]
struct Reader {
    scopes: Scopes,
    found: Vec<Reference>,
}

impl Reader {
    fn node(&mut self, node: &Node) {
        self.kind(node);
        self.filters(&node.predicates);
        // That of a path is in the scope of its steps.
        if !matches!(node.kind, NodeKind::Path(_)) {
            self.group(node.group.as_deref());
        }
    }

    fn kind(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Variable(name) => self.read(name, node.span, false),
            NodeKind::Path(path) => self.path(path, node.group.as_deref()),
            NodeKind::Apply(apply) => {
                self.node(&apply.value);
                apply.functions.iter().for_each(|function| self.procedure(function));
            }
            NodeKind::Block(block) => {
                self.scopes.enter(Scope::of(&block.expressions));
                self.nodes(&block.expressions);
                self.scopes.leave();
            }
            NodeKind::Bind(bind) => {
                self.node(&bind.value);
                self.scopes.bind(&bind.variable);
            }
            NodeKind::Lambda(lambda) => self.lambda(lambda),
            NodeKind::Call(call) => {
                let Call { procedure, arguments, .. } = &**call;
                self.procedure(procedure);
                self.nodes(arguments);
            }
            NodeKind::Partial(partial) => {
                self.procedure(&partial.procedure);
                partial.arguments.iter().flatten().for_each(|argument| self.node(argument));
            }
            NodeKind::Transform(transform) => self.transform(transform),
            kind => kind.parts().into_iter().for_each(|part| self.node(part)),
        }
    }

    fn nodes(&mut self, nodes: &[Node]) {
        nodes.iter().for_each(|node| self.node(node));
    }

    fn pairs(&mut self, pairs: &[Pair]) {
        for Pair { key, value } in pairs {
            self.node(key);
            self.node(value);
        }
    }

    fn filters(&mut self, filters: &[Filter]) {
        filters.iter().for_each(|filter| self.node(&filter.predicate));
    }

    fn group(&mut self, group: Option<&Group>) {
        group.into_iter().for_each(|group| self.pairs(&group.pairs));
    }

    fn procedure(&mut self, node: &Node) {
        match &node.kind {
            NodeKind::Variable(name) => {
                self.read(name, node.span, true);
                self.filters(&node.predicates);
                self.group(node.group.as_deref());
            }
            _ => self.node(node),
        }
    }

    /// What a step binds is bound in its stages, in the steps after it, and in the group.
    fn path(&mut self, path: &Path, group: Option<&Group>) {
        self.scopes.enter_steps();
        path.steps.iter().for_each(|step| self.step(step));
        self.group(group);
        self.scopes.leave();
    }

    fn step(&mut self, step: &Step) {
        self.node(&step.node);
        step.focus.iter().chain(&step.index).for_each(|name| self.scopes.bind_step(name));
        for stage in &step.stages {
            match stage {
                Stage::Filter(filter) => self.node(&filter.predicate),
                Stage::Index { variable, .. } => self.scopes.bind_step(variable),
            }
        }
    }

    fn lambda(&mut self, lambda: &Lambda) {
        let mut scope = Scope::of(std::slice::from_ref(&lambda.body));
        lambda.parameters.iter().for_each(|parameter| scope.bind(&parameter.name));
        self.scopes.enter_function(scope);
        self.node(&lambda.body);
        self.scopes.leave();
    }

    fn transform(&mut self, transform: &Transform) {
        self.scopes.enter_function(Scope::default());
        self.node(&transform.pattern);
        self.node(&transform.update);
        transform.delete.iter().for_each(|delete| self.node(delete));
        self.scopes.leave();
    }

    fn read(&mut self, name: &str, span: Span, called: bool) {
        if !self.scopes.has(name) {
            self.found.push(Reference { name: name.to_owned(), span, called });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::references;
    use crate::jsonata::parse;

    #[track_caller]
    fn assert_reads(text: &str, expected: &[&str]) {
        let node = parse(text).unwrap();
        let found: Vec<String> = references(&node).into_iter().map(|found| found.name).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_is_bound_is_not_read() {
        assert_reads("$a + $sum($states.input.b[c = $d])", &["a", "sum", "states", "d"]);
        assert_reads("($x := $y; $x + $z)", &["y", "z"]);
        assert_reads("($x; $x := 1; $x)", &["x"]);
        assert_reads("(($x := 1); $x)", &["x"]);
        assert_reads("function($x){ $x + $y }", &["y"]);
        assert_reads("($f := function($n){ $g($n) }; $g := function(){ $f(1) }; $f())", &[]);
        assert_reads("'$a' ~> /$b/ ~> $c", &["c"]);
    }

    #[test]
    fn steps_bind_for_what_follows_them() {
        assert_reads("$a@$b.c#$i[$i < $b].{ 'x': $i }", &["a"]);
        assert_reads("a#$i{ k: $i } & $i", &["i"]);
        assert_reads("$a.($b := 1; $b).c[$b]", &["a", "b"]);
    }
}
