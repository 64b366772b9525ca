//! `match` as a Choice. Patterns of literals have a condition in JSONata; of enums, whose JSON is
//! serde's business, they are host expressions.

use quote::ToTokens;
use syn::{Expr, ExprLit, ExprMacro, Lit, Pat, RangeLimits, parse_quote};

use super::Exporter;
use super::json::Json;
use super::state::{Members, bind, member};
use super::translate::{Names, translate};
use crate::dsl::ast::MatchArm;
use crate::dsl::emit::bound;

impl<'a> Exporter<'_, 'a> {
    /// `Choices` and `Default`. The last arm takes what the others leave, as rustc has checked.
    pub(super) fn matching(&mut self, on: &Expr, arms: &'a [MatchArm], names: &Names) -> Members {
        let mut rules = Vec::new();
        let mut default = Members::new();
        for (place, arm) in arms.iter().enumerate() {
            let names = self.bound_in(on, &arm.pattern, names);
            let takes_rest = arm.guard.is_none()
                && (place + 1 == arms.len() || matches!(arm.pattern, Pat::Wild(_) | Pat::Ident(_)));
            let next = self.leave(&arm.next, &names);
            if takes_rest && default.is_empty() {
                default = next.into_iter().map(as_default).collect();
                continue;
            }
            let condition = self.arm(on, arm, &names);
            let rule = std::iter::once(member("Condition", condition)).chain(next);
            rules.push(Json::Object(rule.collect()));
        }
        let rules = member("Choices", Json::Array(rules));
        std::iter::once(rules).chain(default).collect()
    }

    /// The names in an arm: a pattern that is a name has what is matched.
    fn bound_in(&self, on: &Expr, pattern: &Pat, names: &Names) -> Names {
        let mut inner = names.clone();
        bound(pattern).iter().for_each(|name| inner.remove(name));
        if let (Pat::Ident(_), Some(path)) = (pattern, translate(on, names)) {
            bind(pattern, &path, &mut inner);
        }
        inner
    }

    fn arm(&mut self, on: &Expr, arm: &MatchArm, names: &Names) -> Json {
        let guard = arm.guard.as_ref();
        let translated = translate(on, names).and_then(|on| {
            let pattern = condition(&on, &arm.pattern)?;
            let guard =
                guard.map(|guard| translate(guard, names).map(|guard| format!("({guard})")));
            let parts: Option<Vec<String>> = match guard {
                Some(guard) => [pattern, Some(guard?)].into_iter().flatten().map(Some).collect(),
                None => pattern.into_iter().map(Some).collect(),
            };
            parts.map(|parts| parts.join(" and "))
        });
        let text = translated.unwrap_or_else(|| {
            let (pattern, guard) = (&arm.pattern, guard.map(|guard| quote::quote! { if #guard }));
            let whole: ExprMacro = parse_quote! { matches!(#on, #pattern #guard) };
            self.host(&Expr::Macro(whole))
        });
        Json::Text(format!("{{% {text} %}}"))
    }
}

fn as_default((name, value): (String, Json)) -> (String, Json) {
    (if name == "Next" { "Default".to_owned() } else { name }, value)
}

/// Whether a value has a pattern, in JSONata; `Some(None)` if it always has.
fn condition(on: &str, pattern: &Pat) -> Option<Option<String>> {
    let literal = |literal: &Expr| match literal {
        Expr::Lit(ExprLit { lit: Lit::Str(_) | Lit::Int(_) | Lit::Bool(_), .. })
        | Expr::Unary(_) => translate(literal, &Names::default()),
        _ => None,
    };
    Some(match pattern {
        Pat::Wild(_) => None,
        Pat::Ident(name) if name.subpat.is_none() => None,
        Pat::Paren(inner) => condition(on, &inner.pat)?,
        Pat::Lit(value) => {
            let value: Expr = syn::parse2(value.to_token_stream()).ok()?;
            Some(format!("{on} = {}", literal(&value)?))
        }
        Pat::Or(cases) => {
            let cases: Option<Vec<String>> =
                cases.cases.iter().map(|case| condition(on, case)?).collect();
            Some(format!("({})", cases?.join(" or ")))
        }
        Pat::Range(range) => {
            let from = match &range.start {
                Some(start) => Some(format!("{on} >= {}", literal(start)?)),
                None => None,
            };
            let sign = match range.limits {
                RangeLimits::HalfOpen(_) => "<",
                RangeLimits::Closed(_) => "<=",
            };
            let to = match &range.end {
                Some(end) => Some(format!("{on} {sign} {}", literal(end)?)),
                None => None,
            };
            let bounds: Vec<String> = from.into_iter().chain(to).collect();
            Some(format!("({})", bounds.join(" and ")))
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Option<String>> {
        let parser = Pat::parse_multi_with_leading_vert;
        condition("x", &syn::parse::Parser::parse_str(parser, pattern).unwrap())
    }

    #[test]
    fn literals_are_conditions() {
        assert_eq!(of("_"), Some(None));
        assert_eq!(of("3"), Some(Some("x = 3".to_owned())));
        assert_eq!(of("-3"), Some(Some("x = -3".to_owned())));
        assert_eq!(of("\"a\" | \"b\""), Some(Some("(x = \"a\" or x = \"b\")".to_owned())));
        assert_eq!(of("1..=9"), Some(Some("(x >= 1 and x <= 9)".to_owned())));
        assert_eq!(of("10.."), Some(Some("(x >= 10)".to_owned())));
    }

    #[test]
    fn enums_are_not() {
        assert_eq!(of("Kind::A"), None);
        assert_eq!(of("Kind::B(x)"), None);
        assert_eq!(of("Some(3)"), None);
    }
}
