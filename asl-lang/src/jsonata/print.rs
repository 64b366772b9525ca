//! An expression as text that parses to it again.

mod path;

use std::fmt::{Display, Formatter, Result, Write as _};

use super::ast::{Filter, Group, Lambda, Node, NodeKind, Operator, Pair, ROOT};
use super::lexer::{Lexer, Slash};
use super::text;
use super::token::TokenKind;

/// Text that parses to this expression, if it came of a text.
impl Display for Node {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if let NodeKind::Path(of_steps) = &self.kind {
            return path::write(of_steps, self, f);
        }
        write!(f, "{}", self.kind)?;
        // That of an application is what its functions say.
        if self.keep_array && !matches!(self.kind, NodeKind::Apply(_)) {
            f.write_str("[]")?;
        }
        self.predicates.iter().try_for_each(|filter| write!(f, "{filter}"))?;
        self.group.iter().try_for_each(|group| write!(f, "{group}"))
    }
}

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "[{}]", self.predicate)
    }
}

impl Display for Group {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_char('{')?;
        listed(f, &self.pairs, ", ")?;
        f.write_char('}')
    }
}

impl Display for Pair {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}: {}", self.key, self.value)
    }
}

impl Display for Operator {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(match self {
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Modulo => "%",
            Operator::Concatenate => "&",
            Operator::Equal => "=",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::LessOrEqual => "<=",
            Operator::Greater => ">",
            Operator::GreaterOrEqual => ">=",
            Operator::In => "in",
            Operator::And => "and",
            Operator::Or => "or",
        })
    }
}

impl Display for NodeKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            NodeKind::Null => f.write_str("null"),
            NodeKind::Bool(value) => write!(f, "{value}"),
            NodeKind::Number(value) => {
                let sign = if value.is_sign_negative() { "-" } else { "" };
                write!(f, "{sign}{}", text::number(value.abs()))
            }
            NodeKind::String(value) => f.write_str(&text::quoted(value)),
            NodeKind::Regex(regex) => {
                let i = if regex.ignore_case { "i" } else { "" };
                let m = if regex.multi_line { "m" } else { "" };
                write!(f, "/{}/{i}{m}", regex.pattern)
            }
            NodeKind::Context => f.write_str("$"),
            NodeKind::Variable(name) if name == ROOT => f.write_str("$$"),
            NodeKind::Variable(name) => write!(f, "${name}"),
            NodeKind::Name(name) => f.write_str(&written_name(name)),
            NodeKind::Wildcard => f.write_str("*"),
            NodeKind::Descendants => f.write_str("**"),
            NodeKind::Parent(_) => f.write_str("%"),
            NodeKind::Path(_) | NodeKind::Sort(_) => path::write_kind(self, f),
            NodeKind::Array(array) => {
                f.write_char('[')?;
                listed(f, &array.items, ", ")?;
                f.write_char(']')
            }
            NodeKind::Range(range) => write!(f, "{} .. {}", range.first, range.last),
            NodeKind::Object(pairs) => {
                f.write_char('{')?;
                listed(f, pairs, ", ")?;
                f.write_char('}')
            }
            NodeKind::Negate(operand) => write!(f, "-{operand}"),
            NodeKind::Operators(operators) => {
                write!(f, "{}", operators.first)?;
                operators
                    .rest
                    .iter()
                    .try_for_each(|next| write!(f, " {} {}", next.operator, next.operand))
            }
            NodeKind::Apply(apply) => {
                write!(f, "{}", apply.value)?;
                apply.functions.iter().try_for_each(|function| write!(f, " ~> {function}"))
            }
            NodeKind::Condition(condition) => {
                write!(f, "{} ? {}", condition.condition, condition.then)?;
                condition.otherwise.iter().try_for_each(|otherwise| write!(f, " : {otherwise}"))
            }
            NodeKind::Block(block) => {
                f.write_char('(')?;
                listed(f, &block.expressions, "; ")?;
                f.write_char(')')
            }
            NodeKind::Bind(bind) => write!(f, "${} := {}", bind.variable, bind.value),
            NodeKind::Lambda(lambda) => write_lambda(lambda, f),
            NodeKind::Call(call) => {
                write!(f, "{}(", call.procedure)?;
                listed(f, &call.arguments, ", ")?;
                f.write_char(')')
            }
            NodeKind::Partial(partial) => {
                write!(f, "{}(", partial.procedure)?;
                let argument = |given: &Option<Node>| match given {
                    Some(argument) => argument.to_string(),
                    None => "?".to_owned(),
                };
                let arguments: Vec<String> = partial.arguments.iter().map(argument).collect();
                listed(f, &arguments, ", ")?;
                f.write_char(')')
            }
            NodeKind::Transform(transform) => {
                write!(f, "|{}|{}", transform.pattern, transform.update)?;
                transform.delete.iter().try_for_each(|delete| write!(f, ", {delete}"))?;
                f.write_char('|')
            }
        }
    }
}

fn write_lambda(lambda: &Lambda, f: &mut Formatter<'_>) -> Result {
    let parameters: Vec<String> =
        lambda.parameters.iter().map(|parameter| format!("${}", parameter.name)).collect();
    write!(f, "function({})", parameters.join(", "))?;
    lambda.signature.iter().try_for_each(|signature| write!(f, "{signature}"))?;
    write!(f, "{{{}}}", lambda.body)
}

fn listed<T: Display>(f: &mut Formatter<'_>, all: &[T], between: &str) -> Result {
    for (index, item) in all.iter().enumerate() {
        if index > 0 {
            f.write_str(between)?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}

/// A name as it is, in backquotes, or in quotes where neither can be.
fn written_name(name: &str) -> String {
    let token = Lexer::new(name).next(Slash::Operator);
    let plain = token.is_ok_and(|token| {
        token.kind == TokenKind::Name(name.to_owned()) && token.span.range() == (0..name.len())
    });
    if plain {
        name.to_owned()
    } else if name.contains('`') {
        text::quoted(name)
    } else {
        format!("`{name}`")
    }
}
