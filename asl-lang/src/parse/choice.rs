//! Reading the Choice state and its rules.

use super::context::Context;
use super::fields::Fields;
use super::jsonata::jsonata;
use super::location::Location;
use super::schema;
use super::template::expression;
use super::values::{empty, string};
use crate::ast::{Choice, ChoiceRule, Condition, Operand, QueryLanguage, Rule, RuleKind};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{Comparison, TypeTest};
use crate::json::{Member, Node, NodeKind};
use crate::path::Path;
use crate::source::Spanned;

/// What an operator does with its variable.
#[derive(Clone, Copy)]
enum Operator {
    Compare(Comparison),
    Matches,
    IsType(TypeTest),
    IsPresent,
    And,
    Or,
    Not,
}

const OPERATORS: &[(&str, Operator)] = {
    use Comparison::*;
    use Operator::*;
    &[
        ("And", And),
        ("Or", Or),
        ("Not", Not),
        ("BooleanEquals", Compare(BooleanEquals)),
        ("NumericEquals", Compare(NumericEquals)),
        ("NumericGreaterThan", Compare(NumericGreaterThan)),
        ("NumericGreaterThanEquals", Compare(NumericGreaterThanEquals)),
        ("NumericLessThan", Compare(NumericLessThan)),
        ("NumericLessThanEquals", Compare(NumericLessThanEquals)),
        ("StringEquals", Compare(StringEquals)),
        ("StringGreaterThan", Compare(StringGreaterThan)),
        ("StringGreaterThanEquals", Compare(StringGreaterThanEquals)),
        ("StringLessThan", Compare(StringLessThan)),
        ("StringLessThanEquals", Compare(StringLessThanEquals)),
        ("StringMatches", Matches),
        ("TimestampEquals", Compare(TimestampEquals)),
        ("TimestampGreaterThan", Compare(TimestampGreaterThan)),
        ("TimestampGreaterThanEquals", Compare(TimestampGreaterThanEquals)),
        ("TimestampLessThan", Compare(TimestampLessThan)),
        ("TimestampLessThanEquals", Compare(TimestampLessThanEquals)),
        ("IsBoolean", IsType(TypeTest::Boolean)),
        ("IsNull", IsType(TypeTest::Null)),
        ("IsNumeric", IsType(TypeTest::Numeric)),
        ("IsString", IsType(TypeTest::String)),
        ("IsTimestamp", IsType(TypeTest::Timestamp)),
        ("IsPresent", IsPresent),
    ]
};

/// Fields of a rule of `Choices` beside its operator.
const TOP: &[&str] = &["Variable", "Next", "Assign", "Comment"];

/// Fields of a rule inside another beside its operator.
const NESTED: &[&str] = &["Variable", "Comment"];

/// The names of the operators of choice rules, those of their `…Path` forms too.
pub fn operators() -> impl Iterator<Item = String> {
    OPERATORS.iter().flat_map(|&(name, operator)| {
        let by_path = matches!(operator, Operator::Compare(_)).then(|| format!("{name}Path"));
        std::iter::once(name.to_owned()).chain(by_path)
    })
}

/// The fields of a member of `Choices` beside its operator.
pub fn rule_fields() -> &'static [&'static str] {
    TOP
}

pub(super) fn choice(cx: &mut Context<'_>, fields: &Fields<'_>) -> Choice {
    let nodes = fields.some(cx, "Choices").unwrap_or_default();
    let at = fields.at.field("Choices");
    let mut choices = Vec::new();
    for (index, node) in nodes.iter().enumerate() {
        let at = at.index(index);
        choices.extend(match fields.language {
            QueryLanguage::JsonPath => jsonpath_rule(cx, node, &at),
            QueryLanguage::Jsonata => jsonata_rule(cx, node, &at),
        });
    }
    Choice {
        input_path: fields.nullable_path(cx, "InputPath"),
        output_path: fields.nullable_path(cx, "OutputPath"),
        output: fields.template(cx, "Output"),
        assign: fields.assign(cx),
        choices,
        default: fields.text(cx, "Default"),
    }
}

fn jsonata_rule(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<ChoiceRule> {
    let fields = Fields::unchecked(cx, node, QueryLanguage::Jsonata, at)?;
    let of_jsonpath = |member: &&Member| member.key == "Variable" || is_operator(&member.key);
    if let Some(member) = fields.members().iter().find(of_jsonpath) {
        let help = "write the test as a `Condition`, as `{% $states.input.total > 100 %}`";
        fields.wrong_language(cx, member, Some(help.to_owned()));
        return choice_rule(cx, &fields, None);
    }
    let fields = fields.check(cx, &schema::JSONATA_RULE, QueryLanguage::Jsonata);
    let condition = fields.get("Condition").and_then(|member| condition(cx, &member.value, at));
    choice_rule(cx, &fields, condition)
}

fn condition(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<Condition> {
    if let Some(written) = expression(node) {
        let expression = jsonata(cx, node, written, &at.field("Condition"))?;
        return Some(Condition::Jsonata(node.span.of(expression)));
    }
    if let NodeKind::Bool(value) = node.kind {
        return Some(Condition::Constant(node.span.of(value)));
    }
    cx.wrong_type(node, "a Boolean or a `{% … %}` expression", &at.field("Condition"));
    None
}

fn jsonpath_rule(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<ChoiceRule> {
    let fields = Fields::unchecked(cx, node, QueryLanguage::JsonPath, at)?;
    let rule = rule_of(cx, &fields, TOP);
    if fields.get("Next").is_none() {
        fields.missing(cx, &["Next"]);
    }
    choice_rule(cx, &fields, rule.map(Condition::Rule))
}

/// Reads what a rule of `Choices` has beside its condition.
fn choice_rule(
    cx: &mut Context<'_>,
    fields: &Fields<'_>,
    condition: Option<Condition>,
) -> Option<ChoiceRule> {
    let comment = fields.comment(cx);
    let output = match fields.language {
        QueryLanguage::Jsonata => fields.template(cx, "Output"),
        QueryLanguage::JsonPath => None,
    };
    let assign = fields.assign(cx);
    let next = fields.text(cx, "Next");
    Some(ChoiceRule {
        span: fields.span,
        comment,
        condition: condition?,
        next: next?,
        output,
        assign,
    })
}

/// Reads a rule inside another.
fn nested(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<Rule> {
    let fields = Fields::unchecked(cx, node, QueryLanguage::JsonPath, at)?;
    fields.comment(cx);
    rule_of(cx, &fields, NESTED)
}

/// Reads a rule's operator, of which there has to be exactly one.
fn rule_of(
    cx: &mut Context<'_>,
    fields: &Fields<'_>,
    others: &'static [&'static str],
) -> Option<Rule> {
    let mut operators = Vec::new();
    let mut unknown = false;
    for member in fields.members() {
        if let Some((operator, by_path)) = operator(&member.key) {
            operators.push((member, operator, by_path));
        } else if matches!(member.key.as_str(), "Condition" | "Output") {
            unknown |= member.key == "Condition";
            fields.wrong_language(cx, member, None);
        } else if !others.contains(&member.key.as_str()) {
            let known = OPERATORS.iter().map(|&(name, _)| name).chain(others.iter().copied());
            let subject = match member.key.as_str() {
                "Next" => "a rule inside another",
                _ => "a choice rule",
            };
            fields.unsupported(cx, member, subject, known);
            unknown |= member.key != "Next";
        }
    }
    let &[(member, operator, by_path)] = operators.as_slice() else {
        if let [(first, ..), (second, ..), ..] = operators.as_slice() {
            two_operators(cx, fields, first, second);
        } else if !unknown {
            let message = "a choice rule needs an operator";
            let finding = Diagnostic::new(Code::ChoiceRule, message, fields.head)
                .label("this compares nothing")
                .help("add a comparison such as `StringEquals`, or `And`, `Or` or `Not`");
            cx.report(finding, fields.at);
        }
        return None;
    };
    let kind = match operator {
        Operator::And => RuleKind::And(rules(cx, fields, member)?),
        Operator::Or => RuleKind::Or(rules(cx, fields, member)?),
        Operator::Not => {
            no_variable(cx, fields, member);
            RuleKind::Not(Box::new(nested(cx, &member.value, &fields.at.field("Not"))?))
        }
        _ => {
            if fields.get("Variable").is_none() {
                fields.missing(cx, &["Variable"]);
            }
            let variable = fields.path(cx, "Variable");
            test(cx, fields, member, operator, by_path, variable)?
        }
    };
    Some(Rule { span: fields.span, kind })
}

fn two_operators(cx: &mut Context<'_>, fields: &Fields<'_>, first: &Member, second: &Member) {
    let message = format!(
        "a choice rule has exactly one operator, not both `{}` and `{}`",
        first.key, second.key
    );
    let finding = Diagnostic::new(Code::ChoiceRule, message, second.key_span)
        .also(first.key_span, "the first is here")
        .help("put the comparisons into an `And`");
    cx.report(finding, fields.at);
}

/// Whether a field of a rule is an operator.
pub(super) fn is_operator(name: &str) -> bool {
    operator(name).is_some()
}

/// The name of a comparison, without its `Path`.
pub(crate) fn comparison_name(comparison: Comparison) -> &'static str {
    let is = |operator: &Operator| matches!(operator, Operator::Compare(c) if *c == comparison);
    OPERATORS.iter().find(|(_, operator)| is(operator)).map_or("the operator", |&(name, _)| name)
}

/// The operator of this name, and whether it is the `…Path` form of it.
fn operator(name: &str) -> Option<(Operator, bool)> {
    let find = |name: &str| OPERATORS.iter().find(|(known, _)| *known == name).map(|&(_, o)| o);
    find(name).map(|operator| (operator, false)).or_else(|| {
        let operator = find(name.strip_suffix("Path")?)?;
        matches!(operator, Operator::Compare(_)).then_some((operator, true))
    })
}

/// Reads the rules of an `And` or `Or`.
fn rules(cx: &mut Context<'_>, fields: &Fields<'_>, member: &Member) -> Option<Vec<Rule>> {
    no_variable(cx, fields, member);
    let at = fields.at.field(&member.key);
    let nodes = fields.array(cx, &member.key)?;
    if nodes.is_empty() {
        empty(cx, member.value.span, &at);
    }
    let rules = nodes.iter().enumerate().map(|(index, node)| nested(cx, node, &at.index(index)));
    // All are read before the first that failed makes the whole fail.
    let rules: Vec<Option<Rule>> = rules.collect();
    rules.into_iter().collect()
}

/// Reports a `Variable` beside `And`, `Or` or `Not`.
fn no_variable(cx: &mut Context<'_>, fields: &Fields<'_>, operator: &Member) {
    if let Some(variable) = fields.get("Variable") {
        let message = format!("`Variable` has no meaning beside `{}`", operator.key);
        let finding = Diagnostic::new(Code::ChoiceRule, message, variable.key_span);
        cx.report(finding.help("move it into the inner rules"), fields.at);
    }
}

/// Reads a test of a variable.
fn test(
    cx: &mut Context<'_>,
    fields: &Fields<'_>,
    member: &Member,
    operator: Operator,
    by_path: bool,
    variable: Option<Spanned<Path>>,
) -> Option<RuleKind> {
    let at = fields.at.field(&member.key);
    let node = &member.value;
    Some(match operator {
        Operator::Compare(comparison) => {
            let operand = if by_path {
                fields.path(cx, &member.key).map(Operand::Path)
            } else {
                literal(cx, node, comparison, &at)
            };
            RuleKind::Compare { variable: variable?, comparison, operand: operand? }
        }
        Operator::Matches => {
            let pattern = string(cx, node, &at);
            RuleKind::Matches { variable: variable?, pattern: pattern? }
        }
        Operator::IsType(test) => {
            let expected = boolean(cx, node, &at);
            RuleKind::IsType { variable: variable?, test, expected: expected? }
        }
        Operator::IsPresent => {
            let expected = boolean(cx, node, &at);
            RuleKind::IsPresent { variable: variable?, expected: expected? }
        }
        Operator::And | Operator::Or | Operator::Not => return None,
    })
}

/// A constant of the comparison's own type.
fn literal(
    cx: &mut Context<'_>,
    node: &Node,
    comparison: Comparison,
    at: &Location<'_>,
) -> Option<Operand> {
    use Comparison::*;
    let (fits, expected) = match comparison {
        BooleanEquals => (matches!(node.kind, NodeKind::Bool(_)), "a Boolean"),
        NumericEquals
        | NumericLessThan
        | NumericLessThanEquals
        | NumericGreaterThan
        | NumericGreaterThanEquals => (matches!(node.kind, NodeKind::Number(_)), "a number"),
        _ => (matches!(node.kind, NodeKind::String(_)), "a string"),
    };
    if !fits {
        cx.wrong_type(node, expected, at);
        return None;
    }
    Some(Operand::Literal(node.span.of(node.to_literal())))
}

fn boolean(cx: &mut Context<'_>, node: &Node, at: &Location<'_>) -> Option<Spanned<bool>> {
    let NodeKind::Bool(value) = node.kind else {
        cx.wrong_type(node, "a Boolean", at);
        return None;
    };
    Some(node.span.of(value))
}
