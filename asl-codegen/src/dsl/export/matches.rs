//! `match` as a Choice. Patterns of literals are conditions; of enums, whose JSON is serde's
//! business, they are host expressions.

use quote::ToTokens;
use syn::{Expr, ExprLit, ExprMacro, Lit, Pat, RangeLimits, UnOp, parse_quote};

use super::json::Json;
use super::names::Names;
use super::source::source;
use super::state::{Members, member};
use super::translate::translate;
use super::{Exporter, Site};
use crate::dsl::ast::MatchArm;
use crate::dsl::emit::bound;
use crate::dsl::plan::bare_pattern;

impl<'a> Exporter<'_, 'a> {
    /// `Choices` and `Default`. The last arm takes what the others leave, as rustc has checked.
    pub(super) fn matching(
        &mut self,
        on: &Expr,
        arms: &'a [MatchArm],
        names: &Names,
        site: &Site,
    ) -> Members {
        let (mut rules, mut default) = (Vec::new(), Members::new());
        for (place, arm) in arms.iter().enumerate() {
            let names = self.bound_in(on, &arm.pattern, names);
            let takes_rest = arm.guard.is_none()
                && (place + 1 == arms.len() || matches!(arm.pattern, Pat::Wild(_) | Pat::Ident(_)));
            if takes_rest && default.is_empty() {
                let next = self.leave(&arm.next, &names, site);
                default = next.into_iter().map(as_default).collect();
                continue;
            }
            let site = site.field(format_args!("Choices[{}]", rules.len()));
            let condition = self.arm(on, arm, &names, &site.field("Condition"));
            let next = self.leave(&arm.next, &names, &site);
            let rule = std::iter::once(member("Condition", condition)).chain(next);
            rules.push(Json::Object(rule.collect()));
        }
        let rules = member("Choices", Json::Array(rules));
        std::iter::once(rules).chain(default).collect()
    }

    /// The names in an arm: a pattern that is a name has what is matched.
    fn bound_in(&self, on: &Expr, pattern: &Pat, names: &Names) -> Names {
        let mut inner = names.clone();
        bound(pattern).iter().for_each(|name| inner.unset(name));
        if let (Some(name), Some((on, _))) = (bare_pattern(pattern), translate(on, names)) {
            inner.known(name, on.closed_text(), on.known);
        }
        inner
    }

    fn arm(&mut self, on: &Expr, arm: &MatchArm, names: &Names, site: &Site) -> Json {
        let guard = arm.guard.as_ref();
        let condition = condition(on, &arm.pattern).map(|pattern| match (pattern, guard) {
            (Some(pattern), Some(guard)) => parse_quote! { #pattern && (#guard) },
            (Some(condition), None) => condition,
            (None, Some(guard)) => guard.clone(),
            (None, None) => parse_quote! { true },
        });
        if let Some(condition) = condition
            && (self.in_rust || translate(&condition, names).is_some())
        {
            return self.query(&condition, names, site);
        }
        let (pattern, guard) = (&arm.pattern, guard.map(|guard| quote::quote! { if #guard }));
        let whole: ExprMacro = parse_quote! { matches!(#on, #pattern #guard) };
        self.host(site, source(&Expr::Macro(whole)))
    }
}

fn as_default((name, value): (String, Json)) -> (String, Json) {
    (if name == "Next" { "Default".to_owned() } else { name }, value)
}

/// Whether a value has a pattern, as an expression; `Some(None)` if it always has.
fn condition(on: &Expr, pattern: &Pat) -> Option<Option<Expr>> {
    Some(match pattern {
        Pat::Wild(_) => None,
        Pat::Ident(name) if name.subpat.is_none() => None,
        Pat::Paren(inner) => condition(on, &inner.pat)?,
        Pat::Lit(value) => {
            let value = syn::parse2(value.to_token_stream()).ok()?;
            let value = literal(&value)?;
            Some(parse_quote! { #on == #value })
        }
        Pat::Or(cases) => {
            let cases: Option<Vec<Expr>> =
                cases.cases.iter().map(|case| condition(on, case)?).collect();
            let cases = cases?;
            Some(parse_quote! { (#(#cases)||*) })
        }
        Pat::Range(range) => {
            let from = match &range.start {
                Some(start) => {
                    let start = literal(start)?;
                    Some(parse_quote! { #on >= #start })
                }
                None => None,
            };
            let to: Option<Expr> = match (&range.end, &range.limits) {
                (Some(end), limits) => {
                    let end = literal(end)?;
                    Some(match limits {
                        RangeLimits::HalfOpen(_) => parse_quote! { #on < #end },
                        RangeLimits::Closed(_) => parse_quote! { #on <= #end },
                    })
                }
                (None, _) => None,
            };
            let bounds: Vec<Expr> = from.into_iter().chain(to).collect();
            Some(parse_quote! { #(#bounds)&&* })
        }
        _ => return None,
    })
}

/// A literal of a pattern, perhaps with a sign.
fn literal(literal: &Expr) -> Option<&Expr> {
    let is_literal = |literal: &Expr| {
        matches!(literal, Expr::Lit(ExprLit { lit: Lit::Str(_) | Lit::Int(_) | Lit::Bool(_), .. }))
    };
    match literal {
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) && is_literal(&unary.expr) => {
            Some(literal)
        }
        literal => is_literal(literal).then_some(literal),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Option<String>> {
        let pattern =
            syn::parse::Parser::parse_str(Pat::parse_multi_with_leading_vert, pattern).unwrap();
        let condition = condition(&parse_quote! { x }, &pattern)?;
        let mut names = Names::default();
        names.set("x", "x");
        Some(condition.map(|condition| translate(&condition, &names).unwrap().0.text))
    }

    #[test]
    fn literals_are_conditions() {
        assert_eq!(of("_"), Some(None));
        assert_eq!(of("3"), Some(Some("x = 3".to_owned())));
        assert_eq!(of("-3"), Some(Some("x = -3".to_owned())));
        assert_eq!(of("\"a\" | \"b\""), Some(Some("x = \"a\" or x = \"b\"".to_owned())));
        assert_eq!(of("1..=9"), Some(Some("x >= 1 and x <= 9".to_owned())));
        assert_eq!(of("10.."), Some(Some("x >= 10".to_owned())));
    }

    #[test]
    fn enums_are_not() {
        assert_eq!(of("Kind::A"), None);
        assert_eq!(of("Kind::B(x)"), None);
        assert_eq!(of("Some(3)"), None);
    }
}
