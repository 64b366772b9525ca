//! Walking an expression.

use std::rc::Rc;
use std::sync::Arc;

use asl_lang::ir::query::Operator;
use asl_runtime::Value;
use asl_runtime::jsonata::{
    self, Error, Evaluation, Function, Item, ListKind, Slot, Tail, Transform as Change, View,
    boolean, compare, group, library, number, path, text,
};
use asl_runtime::value::{Key, Str};

use super::frame::Frame;
use super::node::{Call, HigherOrder, Lambda, Node, Pair, Predicate, Procedure, Transform};

impl Frame<'_> {
    /// The value of an expression in a context.
    pub(super) fn evaluate(&self, node: &Node, context: View<'_>) -> Result<Item, Error> {
        self.unsettled(node, context).map(Item::settled)
    }

    /// The value, of which a sequence of one item is not that item yet.
    fn unsettled(&self, node: &Node, context: View<'_>) -> Result<Item, Error> {
        match node {
            Node::Constant(value) => Ok(Item::Value(value.clone())),
            Node::Context => Ok(path::context(context)),
            Node::Name(name) => Ok(path::member(context, Key::new(name))),
            Node::Source(index) => Ok(self.source(*index)),
            Node::Slot(slot, otherwise) => match (self.get(*slot), otherwise) {
                (Some(item), _) => Ok(item),
                (None, Some(otherwise)) => self.evaluate(otherwise, context),
                (None, None) => Ok(Item::Undefined),
            },
            Node::Undefined => Ok(Item::Undefined),
            Node::Function(builtin) => Ok(Function::Builtin(builtin).into()),
            Node::Root => Ok(self.surroundings.root.clone()),
            Node::Regex(Ok(regex)) => Ok(Function::Regex(Arc::clone(regex)).into()),
            Node::Regex(Err(error)) => Err(error.clone()),
            Node::Wildcard => path::wildcard(self.cx, context),
            Node::Descendants => path::descendants(self.cx, context),
            _ => self.composed(node, context),
        }
    }

    /// The value of what is made of other nodes.
    ///
    /// Each kind has a function of its own: what recursion needs of the stack is what the way
    /// through one of them needs.
    #[inline(never)]
    fn composed(&self, node: &Node, context: View<'_>) -> Result<Item, Error> {
        self.cx.check_stack()?;
        match node {
            Node::Path(path) => self.path(path, context),
            Node::Operators { first, rest } => self.operators(first, rest, context),
            Node::Concatenate(parts) => self.concatenate(parts, context),
            Node::Condition { condition, then, otherwise } => {
                match self.branch(condition, then, otherwise.as_deref(), context)? {
                    Some(node) => self.unsettled(node, context),
                    None => Ok(Item::Undefined),
                }
            }
            Node::Block { slots, expressions } => self.block(slots, expressions, context),
            Node::Bind(slot, value) => self.bind(*slot, value, context),
            Node::Call(call) => self.call(call, context),
            Node::HigherOrder(call) => self.higher_order(call, context),
            Node::Object(pairs) => self.group(&context.to_item(), pairs),
            Node::Array { items, constructed } => self.array(items, *constructed, context),
            Node::Filter { value, predicates, variables } => {
                self.filtered(value, predicates, variables, context)
            }
            Node::Group { value, pairs, variables } => {
                self.grouped(value, pairs, variables, context)
            }
            Node::Kept(value) => self.unsettled(value, context).map(Item::kept),
            Node::Negate(operand) => self.negate(operand, context),
            Node::Range(range) => self.range(&range.0, &range.1, context),
            Node::Apply(sides) => self.apply(&sides.0, &sides.1, context),
            Node::Lambda(lambda) => Ok(self.lambda(lambda, context)),
            Node::Partial { procedure, arguments } => self.partial(procedure, arguments, context),
            Node::Transform(transform) => Ok(self.transform(transform)),
            Node::States(members) => Ok(self.states(members)),
            simple => self.unsettled(simple, context),
        }
    }

    /// The side of a condition that is taken; none if there is none.
    fn branch<'n>(
        &self,
        condition: &Node,
        then: &'n Node,
        otherwise: Option<&'n Node>,
        context: View<'_>,
    ) -> Result<Option<&'n Node>, Error> {
        let holds = boolean::truth(self.evaluate(condition, context)?.view());
        Ok(if holds { Some(then) } else { otherwise })
    }

    fn block(
        &self,
        slots: &[usize],
        expressions: &[Node],
        context: View<'_>,
    ) -> Result<Item, Error> {
        slots.iter().for_each(|slot| self.begin(*slot));
        let mut result = Item::Undefined;
        for expression in expressions {
            result = self.evaluate(expression, context)?;
        }
        Ok(result)
    }

    fn bind(&self, slot: Option<usize>, value: &Node, context: View<'_>) -> Result<Item, Error> {
        let value = self.evaluate(value, context)?;
        if let Some(slot) = slot {
            self.set(slot, value.clone());
        }
        Ok(value)
    }

    fn filtered(
        &self,
        value: &Node,
        predicates: &[Predicate],
        variables: &[usize],
        context: View<'_>,
    ) -> Result<Item, Error> {
        // Predicates and groups are about the sequence, even of a single item.
        let mut value = self.unsettled(value, context)?;
        for predicate in predicates {
            value = match value {
                Item::Tuples(tuples) => {
                    self.filter_rows(variables, predicate, Rc::unwrap_or_clone(tuples))?.into()
                }
                value => self.filter(predicate, value.view())?,
            };
        }
        Ok(value)
    }

    fn grouped(
        &self,
        value: &Node,
        pairs: &[Pair],
        variables: &[usize],
        context: View<'_>,
    ) -> Result<Item, Error> {
        match self.unsettled(value, context)? {
            Item::Tuples(tuples) => self.group_rows(variables, pairs, Rc::unwrap_or_clone(tuples)),
            value => self.group(&value, pairs),
        }
    }

    fn negate(&self, operand: &Node, context: View<'_>) -> Result<Item, Error> {
        number::negate(self.evaluate(operand, context)?.view()).map(Item::from)
    }

    fn range(&self, first: &Node, last: &Node, context: View<'_>) -> Result<Item, Error> {
        let first = self.evaluate(first, context)?;
        let last = self.evaluate(last, context)?;
        number::range(self.cx, first.view(), last.view())
    }

    fn apply(&self, value: &Node, function: &Node, context: View<'_>) -> Result<Item, Error> {
        let value = self.evaluate(value, context)?;
        let function = self.evaluate(function, context)?;
        jsonata::apply(self.cx, value, function)
    }

    fn states(&self, members: &[(Str, usize)]) -> Item {
        let members = members.iter().map(|(name, source)| (name.clone(), self.source(*source)));
        Item::object(members.collect())
    }

    fn source(&self, index: usize) -> Item {
        self.surroundings.sources.get(index).cloned().unwrap_or_default()
    }

    fn operators(
        &self,
        first: &Node,
        rest: &[(Operator, Node, bool)],
        context: View<'_>,
    ) -> Result<Item, Error> {
        let mut left = self.evaluate(first, context)?;
        for (operator, side, is_text) in rest {
            left = self.operator(*operator, &left, side, *is_text, context)?;
        }
        Ok(left)
    }

    fn operator(
        &self,
        operator: Operator,
        left: &Item,
        side: &Node,
        is_text: bool,
        context: View<'_>,
    ) -> Result<Item, Error> {
        let truth = |side: &Node| Ok(boolean::truth(self.evaluate(side, context)?.view()));
        match operator {
            Operator::And => return Ok((boolean::truth(left.view()) && truth(side)?).into()),
            Operator::Or => return Ok((boolean::truth(left.view()) || truth(side)?).into()),
            _ => {}
        }
        let right = self.evaluate(side, context)?;
        let (left, right) = (left.view(), right.view());
        let arithmetic = |operator| {
            let number = number::arithmetic(operator, left, right);
            number.map(Item::from).map_err(|error| if is_text { error.of_text() } else { error })
        };
        let ordered = |by| {
            let holds = compare::compare(left, right, by)?;
            Ok(holds.map_or(Item::Undefined, Item::from))
        };
        match operator {
            Operator::Add => arithmetic(number::Operator::Add),
            Operator::Subtract => arithmetic(number::Operator::Subtract),
            Operator::Multiply => arithmetic(number::Operator::Multiply),
            Operator::Divide => arithmetic(number::Operator::Divide),
            Operator::Modulo => arithmetic(number::Operator::Remainder),
            Operator::Concatenate => text::concat(self.cx, [left, right]),
            Operator::Equal => Ok(compare::equal(left, right).into()),
            Operator::NotEqual => Ok(compare::not_equal(left, right).into()),
            Operator::Less => ordered(compare::Order::Less),
            Operator::LessOrEqual => ordered(compare::Order::LessOrEqual),
            Operator::Greater => ordered(compare::Order::Greater),
            Operator::GreaterOrEqual => ordered(compare::Order::GreaterOrEqual),
            Operator::In => Ok(compare::includes(left, right).into()),
            Operator::And | Operator::Or => Ok(Item::Undefined),
        }
    }

    fn concatenate(&self, parts: &[Node], context: View<'_>) -> Result<Item, Error> {
        let mut out = String::new();
        for part in parts {
            text::write(self.cx, self.evaluate(part, context)?.view(), &mut out)?;
        }
        Ok(Item::string(out))
    }

    pub(super) fn group(&self, value: &Item, pairs: &[Pair]) -> Result<Item, Error> {
        group::group(self.cx, value.view(), &mut Pairs { frame: self, pairs })
    }

    fn array(
        &self,
        items: &[(Node, bool)],
        constructed: bool,
        context: View<'_>,
    ) -> Result<Item, Error> {
        let mut parts = Vec::with_capacity(items.len());
        for (item, is_constructor) in items {
            parts.push((self.evaluate(item, context)?, *is_constructor));
        }
        let kind = if constructed { ListKind::Constructed } else { ListKind::Plain };
        path::collect_array(self.cx, parts, kind)
    }

    pub(super) fn filter(&self, predicate: &Predicate, input: View<'_>) -> Result<Item, Error> {
        match predicate {
            Predicate::Index(index) => Ok(path::index(input, *index)),
            Predicate::Any(node) => path::filter(input, |item| self.evaluate(node, item)),
        }
    }

    fn call(&self, call: &Call, context: View<'_>) -> Result<Item, Error> {
        let (function, name) = self.procedure(&call.procedure, jsonata::meant, context)?;
        let arguments = self.arguments(&call.arguments, context)?;
        jsonata::call(self.cx, &function, &name, arguments, context)
    }

    fn arguments(&self, nodes: &[Node], context: View<'_>) -> Result<Vec<Item>, Error> {
        nodes.iter().map(|node| self.evaluate(node, context)).collect()
    }

    /// What is called, and its name for messages.
    fn procedure(
        &self,
        procedure: &Procedure,
        meant: fn(&str) -> Error,
        context: View<'_>,
    ) -> Result<(Item, Str), Error> {
        match procedure {
            Procedure::Builtin(builtin) => {
                Ok((Function::Builtin(builtin).into(), Str::from_static(builtin.name)))
            }
            Procedure::Value { node, name, hint } => {
                let function = self.evaluate(node, context)?;
                if *hint && function.is_undefined() {
                    return Err(meant(name));
                }
                Ok((function, name.clone()))
            }
        }
    }

    fn partial(
        &self,
        procedure: &Procedure,
        arguments: &[Option<Node>],
        context: View<'_>,
    ) -> Result<Item, Error> {
        let mut given = Vec::with_capacity(arguments.len());
        for argument in arguments {
            given.push(match argument {
                Some(node) => Some(self.evaluate(node, context)?),
                None => None,
            });
        }
        let (function, name) = self.procedure(procedure, jsonata::partially_meant, context)?;
        jsonata::partial(&function, name, given)
    }

    fn higher_order(&self, call: &HigherOrder, context: View<'_>) -> Result<Item, Error> {
        let subject = self.evaluate(&call.subject, context)?;
        let body = |arguments: [View<'_>; 3]| {
            call.slots.iter().for_each(|slot| self.begin(*slot));
            for (index, slot) in call.parameters.iter().enumerate() {
                self.begin(*slot);
                self.set(
                    *slot,
                    arguments.get(index).map_or(Item::Undefined, |item| item.to_item()),
                );
            }
            self.cx.count(1)?;
            self.last(&call.body, context)
        };
        let (cx, subject) = (self.cx, subject.view());
        let each = |item: View<'_>, index: usize, array: View<'_>| {
            body([item, View::Value(&Value::from(index)), array])
        };
        match call.function {
            "map" => library::map(cx, subject, each),
            "filter" => library::filter(cx, subject, each),
            "single" => library::single(cx, subject, each),
            _ => {
                let initial = match &call.initial {
                    Some(initial) => self.evaluate(initial, context)?,
                    None => Item::Undefined,
                };
                library::reduce(cx, subject, initial, |result, item, index, array| {
                    let index = Value::from(index);
                    let arguments = [result.view(), item, View::Value(&index), array];
                    call.slots.iter().for_each(|slot| self.begin(*slot));
                    for (slot, argument) in call.parameters.iter().zip(arguments) {
                        self.begin(*slot);
                        self.set(*slot, argument.to_item());
                    }
                    cx.count(1)?;
                    self.last(&call.body, context)
                })
            }
        }
    }

    fn lambda(&self, lambda: &Arc<Lambda>, context: View<'_>) -> Item {
        let (written, surroundings) = (Arc::clone(lambda), Rc::clone(&self.surroundings));
        let captured = self.captured(&lambda.captures);
        let context = context.to_item();
        let body = move |cx: &Evaluation, arguments: Vec<Item>| {
            let frame = Frame::new(cx, &written.slots, Rc::clone(&surroundings));
            captured.iter().for_each(|(slot, shared)| frame.adopt(*slot, shared.clone()));
            let mut arguments = arguments.into_iter();
            for slot in &written.parameters {
                frame.set(*slot, arguments.next().unwrap_or_default());
            }
            frame.tail(&written.body, context.view())
        };
        Function::closure(lambda.parameters.len(), lambda.signature.clone(), body).into()
    }

    /// The value of a function's body, or the call that it ends with.
    fn tail(&self, node: &Node, context: View<'_>) -> Result<Tail, Error> {
        match node {
            Node::Call(call) if call.tail => {
                let (function, name) = self.procedure(&call.procedure, jsonata::meant, context)?;
                let arguments = self.arguments(&call.arguments, context)?;
                Ok(Tail::Call { function, name, arguments })
            }
            Node::Condition { condition, then, otherwise } => {
                match self.branch(condition, then, otherwise.as_deref(), context)? {
                    Some(node) => self.tail(node, context),
                    None => Ok(Tail::Done(Item::Undefined)),
                }
            }
            Node::Block { slots, expressions } => {
                slots.iter().for_each(|slot| self.begin(*slot));
                let Some((last, before)) = expressions.split_last() else {
                    return Ok(Tail::Done(Item::Undefined));
                };
                for expression in before {
                    self.evaluate(expression, context)?;
                }
                self.tail(last, context)
            }
            value => self.last(value, context).map(Tail::Done),
        }
    }

    /// The value of a function's body.
    ///
    /// The reference implementation makes a call at the end of a body after it has left the body,
    /// and then does not settle what the call gives: a function that calls this one gets the
    /// sequence.
    fn last(&self, node: &Node, context: View<'_>) -> Result<Item, Error> {
        match node {
            Node::Call(call) if call.tail => self.unsettled(node, context),
            Node::HigherOrder(_) => self.unsettled(node, context),
            Node::Condition { condition, then, otherwise } => {
                match (boolean::truth(self.evaluate(condition, context)?.view()), otherwise) {
                    (true, _) => self.last(then, context),
                    (false, Some(otherwise)) => self.last(otherwise, context),
                    (false, None) => Ok(Item::Undefined),
                }
            }
            Node::Block { slots, expressions } => {
                slots.iter().for_each(|slot| self.begin(*slot));
                let Some((last, before)) = expressions.split_last() else {
                    return Ok(Item::Undefined);
                };
                for expression in before {
                    self.evaluate(expression, context)?;
                }
                self.last(last, context)
            }
            value => self.evaluate(value, context),
        }
    }

    fn captured(&self, captures: &[(usize, usize)]) -> Vec<(usize, Slot)> {
        let captures = captures.iter();
        captures.filter_map(|(outer, inner)| Some((*inner, self.share(*outer)?))).collect()
    }

    fn transform(&self, transform: &Arc<Transform>) -> Item {
        let (written, surroundings) = (Arc::clone(transform), Rc::clone(&self.surroundings));
        let captured = self.captured(&transform.captures);
        let body = move |cx: &Evaluation, arguments: Vec<Item>| {
            let frame = Frame::new(cx, &written.slots, Rc::clone(&surroundings));
            captured.iter().for_each(|(slot, shared)| frame.adopt(*slot, shared.clone()));
            let change = Change {
                pattern: |item: View<'_>| frame.evaluate(&written.pattern, item),
                update: |item: View<'_>| frame.evaluate(&written.update, item),
                delete: written.delete.as_ref().map(|delete| {
                    let frame = &frame;
                    move |item: View<'_>| frame.evaluate(delete, item)
                }),
            };
            let document = arguments.first().map_or(View::Undefined, Item::view);
            change.apply(cx, document).map(Tail::Done)
        };
        Function::closure(1, None, body).into()
    }
}

/// The members of an object, evaluated one by one.
struct Pairs<'a> {
    frame: &'a Frame<'a>,
    pairs: &'a [Pair],
}

impl group::Pairs<Item> for Pairs<'_> {
    fn count(&self) -> usize {
        self.pairs.len()
    }

    fn key(&mut self, pair: usize, context: &Item) -> Result<Item, Error> {
        self.pairs
            .get(pair)
            .map_or(Ok(Item::Undefined), |pair| self.frame.evaluate(&pair.key, context.view()))
    }

    fn value(&mut self, pair: usize, context: &Item) -> Result<Item, Error> {
        self.pairs
            .get(pair)
            .map_or(Ok(Item::Undefined), |pair| self.frame.evaluate(&pair.value, context.view()))
    }
}
