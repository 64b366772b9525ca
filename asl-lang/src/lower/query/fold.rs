//! What is known of an expression before it runs: operators between literals, and arrays and
//! objects of literals.
//!
//! Nothing is folded that could fail or that a value could change: `x + 0` is nothing where `x` is
//! nothing, and fails where `x` is a string. How numbers are printed is known to the runtime alone.

use std::cmp::Ordering;

use super::number;
use crate::ir::Literal;
use crate::ir::query::{Array, Block, Node, NodeKind, Operator, Operators, Pair};

/// The literal that a node always gives; otherwise the node, with what is known inside.
pub(super) fn folded(kind: NodeKind) -> NodeKind {
    match kind {
        NodeKind::Array(array) => match constant_array(&array) {
            Some(literal) => NodeKind::Literal(literal),
            None => NodeKind::Array(array),
        },
        NodeKind::Object(pairs) => match constant_object(&pairs) {
            Some(literal) => NodeKind::Literal(literal),
            None => NodeKind::Object(pairs),
        },
        NodeKind::Negate(operand) => match float(&operand).and_then(|number| exact(-number)) {
            Some(literal) => NodeKind::Literal(literal),
            None => NodeKind::Negate(operand),
        },
        NodeKind::Operators(operators) => operated(operators),
        NodeKind::Concatenate(parts) => concatenated(parts),
        NodeKind::Block(block) => match single(&block) {
            Some(literal) => NodeKind::Literal(literal),
            None => NodeKind::Block(block),
        },
        other => other,
    }
}

fn literal(node: &Node) -> Option<&Literal> {
    match &node.kind {
        NodeKind::Literal(literal) => Some(literal),
        _ => None,
    }
}

/// At the end of a path an array constructor says more than its items.
fn constant_array(array: &Array) -> Option<Literal> {
    if array.constructed {
        return None;
    }
    let items = array.items.iter().map(|item| literal(item).cloned());
    items.collect::<Option<_>>().map(Literal::Array)
}

fn constant_object(pairs: &[Pair]) -> Option<Literal> {
    let mut members: Vec<(String, Literal)> = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let (Literal::String(name), value) = (literal(&pair.key)?, literal(&pair.value)?) else {
            return None;
        };
        // The same name twice is an error when it runs.
        if members.iter().any(|(other, _)| other == name) {
            return None;
        }
        members.push((name.clone(), value.clone()));
    }
    Some(Literal::Object(members))
}

/// What stands in parentheses, unless it is an array, which is then no constructor any more.
fn single(block: &Block) -> Option<Literal> {
    match block.expressions.as_slice() {
        [only] if block.slots.is_empty() => {
            literal(only).filter(|literal| !matches!(literal, Literal::Array(_))).cloned()
        }
        _ => None,
    }
}

/// The operators from the left on, as long as both sides are literals.
fn operated(operators: Operators) -> NodeKind {
    let Operators { mut first, rest, is_text } = operators;
    let mut rest = rest.into_iter().peekable();
    while let Some((operator, right)) = rest.peek()
        && let (Some(left), Some(right)) = (literal(&first), literal(right))
        && let Some(literal) = operation(left, *operator, right)
    {
        first.kind = NodeKind::Literal(literal);
        rest.next();
    }
    let rest: Vec<_> = rest.collect();
    if rest.is_empty() {
        return first.kind;
    }
    NodeKind::Operators(Operators { first, rest, is_text })
}

fn operation(left: &Literal, operator: Operator, right: &Literal) -> Option<Literal> {
    let numbers = || Some((number_of(left)?, number_of(right)?));
    let arithmetic = |compute: fn(f64, f64) -> f64| {
        let (left, right) = numbers()?;
        exact(compute(left, right))
    };
    let compared = |holds: fn(Ordering) -> bool| Some(Literal::Bool(holds(order(left, right)?)));
    match operator {
        Operator::Add => arithmetic(|left, right| left + right),
        Operator::Subtract => arithmetic(|left, right| left - right),
        Operator::Multiply => arithmetic(|left, right| left * right),
        Operator::Divide => arithmetic(|left, right| left / right),
        Operator::Modulo => arithmetic(|left, right| left % right),
        Operator::Less => compared(Ordering::is_lt),
        Operator::LessOrEqual => compared(Ordering::is_le),
        Operator::Greater => compared(Ordering::is_gt),
        Operator::GreaterOrEqual => compared(Ordering::is_ge),
        Operator::Equal => compared(Ordering::is_eq),
        Operator::NotEqual => compared(Ordering::is_ne),
        Operator::And | Operator::Or => match (left, right) {
            (Literal::Bool(left), Literal::Bool(right)) => {
                let is_and = operator == Operator::And;
                Some(Literal::Bool(if is_and { *left && *right } else { *left || *right }))
            }
            _ => None,
        },
        Operator::In | Operator::Concatenate => None,
    }
}

/// The order of two numbers, or of two strings by their UTF-16 code units.
fn order(left: &Literal, right: &Literal) -> Option<Ordering> {
    match (left, right) {
        (Literal::String(left), Literal::String(right)) => {
            Some(left.encode_utf16().cmp(right.encode_utf16()))
        }
        _ => number_of(left)?.partial_cmp(&number_of(right)?),
    }
}

fn number_of(literal: &Literal) -> Option<f64> {
    match literal {
        Literal::Integer(number) => Some(*number as f64),
        Literal::Number(number) => Some(*number),
        _ => None,
    }
}

fn float(node: &Node) -> Option<f64> {
    literal(node).and_then(number_of)
}

/// A result as a literal. None if it is no number, or a zero, whose sign a division would tell.
fn exact(result: f64) -> Option<Literal> {
    (result.is_finite() && (result != 0.0 || result.is_sign_positive())).then(|| number(result))
}

/// Strings that stand side by side become one.
fn concatenated(parts: Vec<Node>) -> NodeKind {
    let mut joined: Vec<Node> = Vec::with_capacity(parts.len());
    for part in parts {
        match (joined.last_mut().map(|last| &mut last.kind), &part.kind) {
            (
                Some(NodeKind::Literal(Literal::String(text))),
                NodeKind::Literal(Literal::String(more)),
            ) => text.push_str(more),
            _ => joined.push(part),
        }
    }
    match joined.as_mut_slice() {
        [Node { kind: NodeKind::Literal(Literal::String(text)), .. }] => {
            NodeKind::Literal(Literal::String(std::mem::take(text)))
        }
        _ => NodeKind::Concatenate(joined),
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::Literal;
    use crate::ir::query::NodeKind;

    fn body(text: &str) -> NodeKind {
        crate::compile_expression(text, &[]).expect("an expression").body.kind
    }

    #[track_caller]
    fn assert_literal(text: &str, literal: Literal) {
        assert_eq!(body(text), NodeKind::Literal(literal), "{text}");
    }

    #[test]
    fn operators_between_literals_are_literals() {
        assert_literal("1 + 2 * 3", Literal::Integer(7));
        assert_literal("(1 + 2) * 3", Literal::Integer(9));
        assert_literal("7 % 4 / 2", Literal::Number(1.5));
        assert_literal("0.1 + 0.2", Literal::Number(0.1 + 0.2));
        assert_literal("60 * 60 > 3599", Literal::Bool(true));
        assert_literal("'a' < 'b' and 1 != 2", Literal::Bool(true));
        assert_literal("'a' & 'b' & 'c'", Literal::String("abc".into()));
    }

    #[test]
    fn arrays_and_objects_of_literals_are_literals() {
        let list = Literal::Array(vec![Literal::Integer(1), Literal::String("ab".into())]);
        assert_literal("[1, 'a' & 'b']", list.clone());
        assert_literal(
            "{'a': [1, 'ab'], 'b': null}",
            Literal::Object(vec![("a".into(), list.clone()), ("b".into(), Literal::Null)]),
        );
        assert_literal("[[1, 'ab']]", Literal::Array(vec![list]));
    }

    #[test]
    fn what_may_fail_or_be_nothing_is_not_folded() {
        for text in [
            "1 / 0",
            "1 / (0 * -1)",
            "1e300 * 1e300",
            "1 + 'a'",
            "1 < 'a'",
            "x + 0",
            "x * 0",
            "x & ''",
            "1 & 'a'",
            "{'a': 1, 'a': 2}",
            "[1..3]",
            "[x, 1]",
            "'a' and true",
            "([1])",
        ] {
            assert!(!matches!(body(text), NodeKind::Literal(_)), "{text}");
        }
    }

    #[test]
    fn literals_inside_of_expressions_are_folded() {
        let NodeKind::Concatenate(parts) = body("x & 'a' & 'b'") else { panic!("no text") };
        assert_eq!(parts.len(), 2);
        let NodeKind::Operators(sum) = body("1 + 2 + x") else { panic!("no sum") };
        assert_eq!(sum.first.kind, NodeKind::Literal(Literal::Integer(3)));
    }
}
