//! What the pattern of an arm binds.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::visit::Visit;
use syn::{Member, Pat, PatIdent, Type};

use super::names::Names;
use super::translate::step;
use crate::dsl::plan::bare_pattern;

/// Adds the names of a pattern. Those of a pattern that is not understood stand for nothing any more.
pub(super) fn bind(pattern: &Pat, path: &str, ty: Option<&Type>, names: &mut Names) {
    let mut bound = Bound::default();
    bound.visit_pat(pattern);
    for name in bound.0 {
        names.unset(&name);
    }
    add(pattern, path, ty, names);
}

fn add(pattern: &Pat, path: &str, ty: Option<&Type>, names: &mut Names) {
    if let Some(name) = bare_pattern(pattern) {
        match ty {
            Some(ty) => names.typed(name, path, ty),
            None => names.set(name, path),
        }
    }
    match pattern {
        Pat::Paren(inner) => add(&inner.pat, path, ty, names),
        Pat::Tuple(tuple) => {
            for (place, pattern) in tuple.elems.iter().enumerate() {
                let ty = match ty {
                    Some(Type::Tuple(types)) => types.elems.get(place),
                    _ => None,
                };
                add(pattern, &format!("{path}[{place}]"), ty, names);
            }
        }
        Pat::Struct(parts) => {
            for field in &parts.fields {
                if let Member::Named(name) = &field.member {
                    let name = name.to_string();
                    let name = step(name.strip_prefix("r#").unwrap_or(&name));
                    add(&field.pat, &format!("{path}.{name}"), None, names);
                }
            }
        }
        _ => {}
    }
}

#[derive(Default)]
struct Bound(HashSet<Ident>);

impl<'ast> Visit<'ast> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'ast PatIdent) {
        self.0.insert(pattern.ident.clone());
        syn::visit::visit_pat_ident(self, pattern);
    }
}
