//! Calls.

use super::Lowering;
use super::names;
use super::scope::at;
use super::set_text;
use crate::ir::query::{Call, HigherOrder, Node, NodeKind, Partial, Procedure};
use crate::jsonata::Function;
use crate::jsonata::ast;

impl Lowering<'_> {
    /// A call; of `value ~> f(…)`, with the value as its first argument.
    pub(super) fn call(&mut self, call: &ast::Call, value: Option<Node>) -> NodeKind {
        let procedure = self.procedure(&call.procedure);
        if let (Procedure::Builtin(function), None) = (&procedure, &value)
            && let Some(kind) = self.higher_order(function, &call.arguments)
        {
            return kind;
        }
        let tail = call.tail && value.is_none();
        let mut arguments: Vec<Node> =
            value.into_iter().chain(self.nodes(&call.arguments)).collect();
        if let (Procedure::Builtin("string"), Some(first)) = (&procedure, arguments.first_mut()) {
            set_text(first);
        }
        NodeKind::Call(Box::new(Call { procedure, arguments, tail }))
    }

    pub(super) fn partial(&mut self, partial: &ast::Partial) -> NodeKind {
        let arguments = partial.arguments.iter();
        let arguments = arguments.map(|argument| argument.as_ref().map(|node| self.node(node)));
        let arguments = arguments.collect();
        let procedure = self.procedure(&partial.procedure);
        NodeKind::Partial(Box::new(Partial { procedure, arguments }))
    }

    /// `value ~> function ~> …`
    pub(super) fn apply(&mut self, apply: &ast::Apply) -> NodeKind {
        let mut value = self.node(&apply.value);
        let mut keep = apply.value.keep_array;
        for function in &apply.functions {
            keep |= function.keep_array;
            let span = crate::source::Span { start: value.span.start, end: function.span.end };
            let kind = match &function.kind {
                ast::NodeKind::Call(call)
                    if function.predicates.is_empty() && function.group.is_none() =>
                {
                    self.call(call, Some(value))
                }
                _ => NodeKind::Apply(Box::new((value, self.node(function)))),
            };
            value = at(span, kind);
            if keep {
                value = at(span, NodeKind::Kept(Box::new(value)));
            }
        }
        value.kind
    }

    fn procedure(&mut self, procedure: &ast::Node) -> Procedure {
        let node = self.node(procedure);
        match (&node.kind, &procedure.kind) {
            (NodeKind::Function(function), _) => Procedure::Builtin(function),
            (_, ast::NodeKind::Variable(name)) => {
                let name = name.clone();
                Procedure::Value { node, name, hint: false }
            }
            (_, ast::NodeKind::Path(path)) => {
                match path.steps.first().map(|step| &step.node.kind) {
                    Some(ast::NodeKind::Name(name)) => {
                        let is_known = !matches!(self.scopes.resolve(name), NodeKind::Unknown(_));
                        Procedure::Value { node, name: name.clone(), hint: is_known }
                    }
                    _ => Procedure::Value { node, name: String::new(), hint: false },
                }
            }
            _ => Procedure::Value { node, name: String::new(), hint: false },
        }
    }

    /// `$map` and its like of a function that is written there: it needs no value of its own.
    fn higher_order(
        &mut self,
        function: &'static str,
        arguments: &[ast::Node],
    ) -> Option<NodeKind> {
        let most = match function {
            "map" | "filter" | "single" => 2,
            "reduce" => 3,
            _ => return None,
        };
        let [subject, lambda, initial @ ..] = arguments else { return None };
        let ast::NodeKind::Lambda(written) = &lambda.kind else { return None };
        let is_plain = lambda.predicates.is_empty() && lambda.group.is_none();
        if arguments.len() > most || written.signature.is_some() || !is_plain {
            return None;
        }
        if self.ends_with_context(&written.body) {
            return None;
        }
        let needed = if function == "reduce" { 2 } else { 0 };
        if written.parameters.len() < needed {
            return None;
        }
        let subject = self.node(subject);
        let (parameters, slots, body) = self.inside(|this| {
            let (parameters, slots) = this.parameters(written);
            let body = this.node(&written.body);
            this.scopes.close();
            (parameters, slots, body)
        });
        let initial = initial.first().map(|initial| self.node(initial));
        Some(NodeKind::HigherOrder(Box::new(HigherOrder {
            function,
            subject,
            parameters,
            slots,
            body,
            initial,
        })))
    }

    /// Whether a function's body ends with the call of a function of the library that takes the
    /// context. That is then not the context of the body but that of the function's own call.
    fn ends_with_context(&mut self, body: &ast::Node) -> bool {
        match &body.kind {
            ast::NodeKind::Call(call) if call.tail => match &call.procedure.kind {
                ast::NodeKind::Variable(name) => {
                    let NodeKind::Function(name) = self.scopes.resolve(name) else { return false };
                    takes_context(name, call.arguments.len())
                }
                _ => false,
            },
            ast::NodeKind::Condition(condition) => {
                self.ends_with_context(&condition.then)
                    || condition.otherwise.as_ref().is_some_and(|node| self.ends_with_context(node))
            }
            ast::NodeKind::Block(block) => {
                block.expressions.last().is_some_and(|last| self.ends_with_context(last))
            }
            _ => false,
        }
    }

    /// Begins the scope of a function: the slots of its parameters, which are bound, and those of
    /// what else its body binds.
    pub(super) fn parameters(
        &mut self,
        lambda: &ast::Lambda,
    ) -> (Vec<crate::ir::query::SlotId>, Vec<crate::ir::query::SlotId>) {
        let parameters: Vec<String> = lambda.parameters.iter().map(|p| p.name.clone()).collect();
        let count = parameters.len();
        let mut all = parameters.clone();
        all.extend(
            names::bound_in([&lambda.body]).into_iter().filter(|name| !parameters.contains(name)),
        );
        let mut slots = self.scopes.open(all);
        let rest = slots.split_off(count);
        for slot in &slots {
            self.scopes.set_bound(*slot);
        }
        (slots, rest)
    }
}

/// Whether a function of the library takes the context if it has so many arguments.
fn takes_context(name: &str, arguments: usize) -> bool {
    let signature = Function::from_name(name).map(Function::signature).unwrap_or_default();
    let from_context = signature.parameters.iter().filter(|parameter| parameter.context).count();
    from_context > 0 && arguments < signature.arity().0 + from_context
}
