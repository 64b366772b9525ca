//! Choice rules as expressions of type Boolean.

use super::expression::{self, Data};
use super::query;
use crate::ast::{self, Condition, Rule, RuleKind};
use crate::ir::query::Expected;
use crate::ir::{Expr, ExprKind, Literal, MatchPattern, Missing, Operand, Type};
use crate::parse::location::Location;
use crate::path::Path;
use crate::source::Spanned;

/// The condition of a rule, which stands at this place.
pub(super) fn condition(condition: &Condition, data: Data<'_>, of: &Location<'_>) -> Expr {
    match condition {
        Condition::Rule(rule) => self::rule(rule, data),
        Condition::Jsonata(expression) => {
            query::field(expression.as_ref(), data, &of.field("Condition"), Expected::Boolean)
        }
        Condition::Constant(value) => expression::literal(Literal::Bool(value.value), value.span),
    }
}

fn rule(rule: &Rule, data: Data<'_>) -> Expr {
    let all = |rules: &[Rule]| rules.iter().map(|rule| self::rule(rule, data)).collect();
    let kind = match &rule.kind {
        RuleKind::And(rules) => ExprKind::And(all(rules)),
        RuleKind::Or(rules) => ExprKind::Or(all(rules)),
        RuleKind::Not(rule) => ExprKind::Not(Box::new(self::rule(rule, data))),
        RuleKind::Compare { variable, comparison, operand } => ExprKind::Compare {
            comparison: *comparison,
            variable: value(variable, data),
            operand: match operand {
                ast::Operand::Literal(literal) => Operand::Literal(literal.value.clone()),
                ast::Operand::Path(path) => Operand::Path(value(path, data)),
            },
        },
        RuleKind::Matches { variable, pattern } => ExprKind::Matches {
            variable: value(variable, data),
            pattern: match_pattern(&pattern.value),
        },
        RuleKind::IsType { variable, test, expected } => ExprKind::IsType {
            test: *test,
            variable: value(variable, data),
            expected: expected.value,
        },
        RuleKind::IsPresent { variable, expected } => ExprKind::IsPresent {
            root: data.root(&variable.value),
            path: variable.value.clone(),
            expected: expected.value,
        },
    };
    Expr { kind, ty: Type::Boolean, span: rule.span }
}

fn value(path: &Spanned<Path>, data: Data<'_>) -> Box<Expr> {
    Box::new(expression::path(path.as_ref(), data, Missing::ChoiceVariable))
}

/// Splits a pattern at its wildcards. `\*` and `\\` are the characters after the backslash.
fn match_pattern(text: &str) -> MatchPattern {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '*' => parts.push(std::mem::take(&mut part)),
            '\\' => part.extend(characters.next()),
            other => part.push(other),
        }
    }
    parts.push(part);
    MatchPattern { parts }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_split_at_wildcards() {
        for (text, parts) in [
            ("", &[""][..]),
            ("abc", &["abc"]),
            ("*", &["", ""]),
            ("a*b", &["a", "b"]),
            ("*.log*", &["", ".log", ""]),
            (r"a\*b\\*", &[r"a*b\", ""]),
        ] {
            assert_eq!(match_pattern(text).parts, parts, "{text}");
        }
    }
}
