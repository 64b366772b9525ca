//! The function that checks what the export takes for granted: what types are, and that serde calls
//! fields as Rust does. The macro sees neither; rustc infers the one, and serde says the other.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{Expr, Type};

use super::translate::{Need, Taken};
use super::{Exported, Names, Note, source};
use crate::dsl::emit::{borrowed, is_used};
use crate::dsl::plan::bare;

/// The checks of all that was taken to be so, each where it first was.
pub(crate) fn check(exported: &Exported) -> TokenStream {
    let mut seen = HashSet::new();
    let checks = exported.notes.iter().filter_map(|note| check_of(note, &mut seen));
    checks.collect()
}

fn check_of(note: &Note, seen: &mut HashSet<String>) -> Option<TokenStream> {
    let (expression, need, ty) = match &note.taken {
        Taken::Place { place, need } => {
            let need = format_ident!("{}", need_name(*need));
            (place, quote! { __rt::Need::#need }, type_of_place(place, &note.names)?)
        }
        Taken::Field { base, name } => {
            (base, quote! { __rt::Need::Fields(&[#name]) }, type_of_place(base, &note.names)?)
        }
        Taken::Made { made, names } => {
            let need = quote! { __rt::Need::Fields(&[#(#names),*]) };
            (made, need, type_of_made(made, &note.names)?)
        }
    };
    let (state, field, rust) = (&note.site.state, &note.site.field, source(expression));
    let is_new = seen.insert(quote! { #need #ty }.to_string());
    is_new.then(|| {
        quote! {
            check.check([#state, #field, #rust], #need, (&&#ty).shape());
        }
    })
}

fn need_name(need: Need) -> &'static str {
    match need {
        Need::Number => "Number",
        Need::Boolean => "Boolean",
        Need::Text => "Text",
        Need::Optional => "Optional",
        Need::Comparable => "Comparable",
        Need::Printable => "Printable",
    }
}

/// The type of fields of a name whose own type is written somewhere.
fn type_of_place(place: &Expr, names: &Names) -> Option<TokenStream> {
    let mut root = place;
    while let Expr::Field(field) = root {
        root = &field.base;
    }
    let root = bare(root)?;
    let ty = names.get(&root.to_string())?.ty.as_ref()?;
    let place = borrowed(place, &[root]);
    Some(quote! { __rt::type_of_place(|#root: &#ty| &#place) })
}

/// The type of a struct that is made of names whose types are written somewhere.
fn type_of_made(made: &Expr, names: &Names) -> Option<TokenStream> {
    let tokens = [made.to_token_stream()];
    let (mut used, mut types): (Vec<Ident>, Vec<&Type>) = (Vec::new(), Vec::new());
    for (name, named) in names.iter() {
        let Ok(name) = syn::parse_str::<Ident>(name) else { continue };
        if is_used(&name, &tokens) {
            types.push(named.ty.as_ref()?);
            used.push(name);
        }
    }
    // With the caller's hygiene, the names are the expression's.
    let used = used.into_iter().map(|name| Ident::new(&name.to_string(), made_span(made, &name)));
    let used: Vec<Ident> = used.collect();
    let [made] = tokens;
    Some(quote! { __rt::type_of_made(|(#(#used,)*): (#(#types,)*)| #made) })
}

/// Where a name stands in an expression.
fn made_span(made: &Expr, name: &Ident) -> proc_macro2::Span {
    fn find(tokens: TokenStream, name: &Ident) -> Option<proc_macro2::Span> {
        tokens.into_iter().find_map(|token| match token {
            proc_macro2::TokenTree::Ident(ident) if ident == *name => Some(ident.span()),
            proc_macro2::TokenTree::Group(group) => find(group.stream(), name),
            _ => None,
        })
    }
    find(made.to_token_stream(), name).unwrap_or_else(proc_macro2::Span::call_site)
}
