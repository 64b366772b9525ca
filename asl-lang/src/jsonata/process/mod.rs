//! From the tree by precedence to the tree that evaluators need.
//!
//! Names and what follows them become the steps of paths, predicates and bindings go to the step
//! that they belong to, calls at the end of functions are marked, and each `%` finds its step
//! (`ancestry`).

mod ancestry;
mod labels;
mod path;
mod postfix;
mod tail;

use ancestry::{Ancestry, Slot};

use super::ast::{
    Apply, Array, Bind, Block, Call, Condition, Label, Lambda, Node, NodeKind, Operation,
    Operators, Pair, Partial, Path, Range, Step, Transform,
};
use super::error::{Code, Error};
use super::syntax::{ConditionSyntax, OperationSyntax, Syntax, SyntaxKind, TransformSyntax};
use crate::source::Span;

/// Makes the tree that evaluators need.
pub(super) fn process(syntax: Syntax) -> Result<Node, Error> {
    let mut processor = Processor { ancestry: Ancestry::default() };
    let draft = processor.process(syntax)?;
    if let Some(slots) = draft.sought() {
        return Err(processor.ancestry.underivable(&slots));
    }
    let mut node = draft.step.node;
    labels::number(&mut node, &processor.ancestry);
    Ok(node)
}

struct Processor {
    ancestry: Ancestry,
}

/// An expression of which it is not known yet whether it becomes a step.
struct Draft {
    /// The expression as a step. If it is none, what a step has beside its node means nothing; if
    /// it is a path, nothing of that is set.
    step: Step,
    /// The `%`s in it that look for their step outside.
    seeking: Option<Vec<Slot>>,
    /// If it is a path: those in its last step.
    last_seeking: Option<Vec<Slot>>,
}

type Processed = Result<Box<Draft>, Error>;

impl Draft {
    fn new(kind: NodeKind, span: Span) -> Box<Draft> {
        let node = Node { kind, span, keep_array: false, predicates: Vec::new(), group: None };
        Box::new(Draft { step: Step::of(node), seeking: None, last_seeking: None })
    }

    /// The `%`s that whatever it becomes part of has to find a step for.
    fn sought(&self) -> Option<Vec<Slot>> {
        match self.step.node.kind {
            NodeKind::Parent(label) => {
                let mut slots = self.seeking.clone().unwrap_or_default();
                slots.push(Slot::of(label));
                Some(slots)
            }
            _ => self.seeking.clone(),
        }
    }

    fn path(&mut self) -> Option<&mut Path> {
        match &mut self.step.node.kind {
            NodeKind::Path(path) => Some(path),
            _ => None,
        }
    }
}

impl Step {
    fn of(node: Node) -> Step {
        Step { node, stages: Vec::new(), focus: None, index: None, ancestor: None, tuple: false }
    }
}

/// Adds what a part of an expression seeks to what the expression seeks.
fn seek(seeking: &mut Option<Vec<Slot>>, part: &Draft) {
    if let Some(slots) = part.sought() {
        seeking.get_or_insert_default().extend(slots);
    }
}

impl Processor {
    fn process(&mut self, syntax: Syntax) -> Processed {
        let Syntax { kind, span, keep_array, .. } = syntax;
        let mut draft = self.kind(kind, span, keep_array)?;
        draft.step.node.span = span;
        draft.step.node.keep_array |= keep_array;
        Ok(draft)
    }

    fn kind(&mut self, kind: SyntaxKind, span: Span, keep_array: bool) -> Processed {
        match kind {
            SyntaxKind::Negate(operand) => self.negate(*operand, span),
            SyntaxKind::Array(items) => self.array(items, span),
            SyntaxKind::Range(ends, operator) => self.range(*ends, operator, span),
            SyntaxKind::Object(pairs) => self.object(pairs, span),
            SyntaxKind::Block(expressions) => self.block(expressions, span),
            SyntaxKind::Transform(transform) => self.transform(*transform, span),
            SyntaxKind::Operators(first, rest) => self.operators(*first, rest, span),
            SyntaxKind::Apply(value, functions) => self.apply(*value, functions, span),
            SyntaxKind::Path(first, rest) => self.path(*first, rest),
            SyntaxKind::Filter(left, predicate, at) => self.filter(*left, *predicate, at),
            SyntaxKind::Group(left, pairs, at) => self.group(*left, pairs, at),
            SyntaxKind::Sort(left, terms, at) => self.sort(*left, terms, at),
            SyntaxKind::Focus(left, variable, at) => self.focus(*left, variable, at, keep_array),
            SyntaxKind::Index(left, variable, at) => self.index(*left, variable, at),
            SyntaxKind::Condition(condition) => self.condition(*condition, span),
            SyntaxKind::Bind(variable, value) => {
                let value = self.process(*value)?;
                let seeking = value.sought();
                let (name, value) = (variable.name, value.step.node);
                let bind = Bind { variable: name, variable_span: variable.span, value };
                let mut draft = Draft::new(NodeKind::Bind(Box::new(bind)), span);
                draft.seeking = seeking;
                Ok(draft)
            }
            SyntaxKind::Call(procedure, arguments) => self.call(*procedure, arguments, span),
            SyntaxKind::Lambda(parameters, signature, body) => {
                let mut body = self.process(*body)?.step.node;
                tail::mark(&mut body);
                let lambda = Lambda { parameters, signature, body };
                Ok(Draft::new(NodeKind::Lambda(Box::new(lambda)), span))
            }
            SyntaxKind::Name(name) => Ok(named(name, span, keep_array)),
            SyntaxKind::Parent => Ok(Draft::new(NodeKind::Parent(self.ancestry.slot(span)), span)),
            SyntaxKind::End => Err(Error::new(Code::S0207, span)),
            SyntaxKind::Null => Ok(Draft::new(NodeKind::Null, span)),
            SyntaxKind::Bool(value) => Ok(Draft::new(NodeKind::Bool(value), span)),
            SyntaxKind::Number(value) => Ok(Draft::new(NodeKind::Number(value), span)),
            SyntaxKind::String(value) => Ok(Draft::new(NodeKind::String(value), span)),
            SyntaxKind::Regex(regex) => Ok(Draft::new(NodeKind::Regex(regex), span)),
            SyntaxKind::Variable(name) => Ok(Draft::new(variable(name), span)),
            SyntaxKind::Wildcard => Ok(Draft::new(NodeKind::Wildcard, span)),
            SyntaxKind::Descendants => Ok(Draft::new(NodeKind::Descendants, span)),
        }
    }

    /// A part of an expression that gets what the part seeks.
    fn part(&mut self, syntax: Syntax, seeking: &mut Option<Vec<Slot>>) -> Result<Node, Error> {
        let draft = self.process(syntax)?;
        seek(seeking, &draft);
        Ok(draft.step.node)
    }

    fn parts(
        &mut self,
        all: Vec<Syntax>,
        seeking: &mut Option<Vec<Slot>>,
    ) -> Result<Vec<Node>, Error> {
        all.into_iter().map(|syntax| self.part(syntax, seeking)).collect()
    }

    fn pairs(
        &mut self,
        pairs: Vec<[Syntax; 2]>,
        seeking: &mut Option<Vec<Slot>>,
    ) -> Result<Vec<Pair>, Error> {
        let pair = |[key, value]: [Syntax; 2]| {
            let key = self.part(key, seeking)?;
            Ok(Pair { key, value: self.part(value, seeking)? })
        };
        pairs.into_iter().map(pair).collect()
    }

    /// A minus before a number is part of it.
    fn negate(&mut self, operand: Syntax, span: Span) -> Processed {
        let mut operand = self.process(operand)?;
        if let NodeKind::Number(value) = &mut operand.step.node.kind {
            *value = -*value;
            return Ok(operand);
        }
        let seeking = operand.sought();
        let mut draft = Draft::new(NodeKind::Negate(Box::new(operand.step.node)), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    fn array(&mut self, items: Vec<Syntax>, span: Span) -> Processed {
        let mut seeking = None;
        let items = self.parts(items, &mut seeking)?;
        let mut draft = Draft::new(NodeKind::Array(Array { items, constructed: false }), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    fn range(&mut self, ends: [Syntax; 2], operator: Span, span: Span) -> Processed {
        let [first, last] = ends;
        let mut seeking = None;
        let first = self.part(first, &mut seeking)?;
        let last = self.part(last, &mut seeking)?;
        let mut draft =
            Draft::new(NodeKind::Range(Box::new(Range { first, last, operator })), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    fn object(&mut self, pairs: Vec<[Syntax; 2]>, span: Span) -> Processed {
        let mut seeking = None;
        let pairs = self.pairs(pairs, &mut seeking)?;
        let mut draft = Draft::new(NodeKind::Object(pairs), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    fn block(&mut self, expressions: Vec<Syntax>, span: Span) -> Processed {
        let mut seeking = None;
        let expressions = self.parts(expressions, &mut seeking)?;
        let constructed = expressions.iter().any(path::starts_constructed);
        let mut draft = Draft::new(NodeKind::Block(Block { expressions, constructed }), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    /// What a transform seeks it does not find.
    fn transform(&mut self, transform: TransformSyntax, span: Span) -> Processed {
        let TransformSyntax { pattern, update, delete } = transform;
        let pattern = self.process(pattern)?.step.node;
        let update = self.process(update)?.step.node;
        let delete = delete.map(|delete| self.process(delete)).transpose()?;
        let delete = delete.map(|delete| delete.step.node);
        let transform = Transform { pattern, update, delete };
        Ok(Draft::new(NodeKind::Transform(Box::new(transform)), span))
    }

    fn operators(&mut self, first: Syntax, rest: Vec<OperationSyntax>, span: Span) -> Processed {
        let mut seeking = None;
        let first = Box::new(self.part(first, &mut seeking)?);
        let operation = |OperationSyntax { operator, span, operand }| {
            Ok(Operation { operator, span, operand: self.part(operand, &mut seeking)? })
        };
        let rest = rest.into_iter().map(operation).collect::<Result<_, Error>>()?;
        let mut draft = Draft::new(NodeKind::Operators(Operators { first, rest }), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    /// What an application seeks it does not find.
    fn apply(&mut self, value: Syntax, functions: Vec<Syntax>, span: Span) -> Processed {
        let value = Box::new(self.process(value)?.step.node);
        let functions = self.parts(functions, &mut None)?;
        let keep_array = value.keep_array || functions.iter().any(|function| function.keep_array);
        let mut draft = Draft::new(NodeKind::Apply(Apply { value, functions }), span);
        draft.step.node.keep_array = keep_array;
        Ok(draft)
    }

    fn condition(&mut self, condition: ConditionSyntax, span: Span) -> Processed {
        let ConditionSyntax { condition, then, otherwise } = condition;
        let mut seeking = None;
        let condition = self.part(condition, &mut seeking)?;
        let then = self.part(then, &mut seeking)?;
        let otherwise =
            otherwise.map(|otherwise| self.part(otherwise, &mut seeking)).transpose()?;
        let condition = Condition { condition, then, otherwise };
        let mut draft = Draft::new(NodeKind::Condition(Box::new(condition)), span);
        draft.seeking = seeking;
        Ok(draft)
    }

    /// What the procedure seeks it does not find.
    fn call(&mut self, procedure: Syntax, arguments: Vec<Option<Syntax>>, span: Span) -> Processed {
        let mut seeking = None;
        let argument = |argument: Option<Syntax>| {
            argument.map(|argument| self.part(argument, &mut seeking)).transpose()
        };
        let arguments = arguments.into_iter().map(argument).collect::<Result<Vec<_>, Error>>()?;
        let procedure = self.process(procedure)?.step.node;
        let kind = if arguments.iter().all(Option::is_some) {
            let arguments = arguments.into_iter().flatten().collect();
            NodeKind::Call(Box::new(Call { procedure, arguments, tail: false }))
        } else {
            NodeKind::Partial(Box::new(Partial { procedure, arguments }))
        };
        let mut draft = Draft::new(kind, span);
        draft.seeking = seeking;
        Ok(draft)
    }
}

/// A name is a path of one step.
fn named(name: String, span: Span, keep_array: bool) -> Box<Draft> {
    let mut step = Draft::new(NodeKind::Name(name), span).step;
    step.node.keep_array = keep_array;
    let path = Path { steps: vec![step], keep_singleton: keep_array, tuple: false };
    Draft::new(NodeKind::Path(path), span)
}

fn variable(name: String) -> NodeKind {
    if name.is_empty() { NodeKind::Context } else { NodeKind::Variable(name) }
}
