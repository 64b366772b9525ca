//! The constants that the states of a machine share: paths, keys of objects' members, and the
//! places of variables.
//!
//! An expression asks for a constant and gets its name; when all states are emitted, the constants
//! are there in the order in which they were first asked for.

use std::cell::RefCell;
use std::collections::HashMap;

use asl_lang::ir::query::{Node, Query, Regex};
use asl_lang::ir::{self, Variable, VariableId};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::query::Site;
use super::{ident, literal};
use crate::declaration::names::Names;

/// Constants and their names.
pub(crate) struct Constants(RefCell<Made>);

struct Made {
    names: Names,
    /// The names of the paths by their texts, and what defines them.
    paths: HashMap<String, Ident>,
    path_items: TokenStream,
    /// The names of the keys by the members' names, and what defines them.
    keys: HashMap<String, Ident>,
    key_items: TokenStream,
    /// Regular expressions and arrays and objects of JSONata, and what defines them.
    regexes: HashMap<Regex, Ident>,
    values: Vec<(ir::Literal, Ident)>,
    value_items: TokenStream,
    /// The names of the functions that expressions of JSONata are, and what defines them.
    functions: Names,
    query_items: TokenStream,
    /// The names of the variables' places.
    variables: Vec<Ident>,
    variable_items: TokenStream,
}

impl Constants {
    /// The places of these variables, and no other constants. Theirs will not be among these names.
    pub(super) fn new(mut names: Names, variables: &[Variable]) -> Self {
        let mut variable_items = TokenStream::new();
        let variables = variables.iter().enumerate().map(|(place, variable)| {
            let name = ident(&names.claim([format!("{} variable", variable.name).as_str()]));
            let place = Literal::usize_unsuffixed(place);
            variable_items.extend(quote! { const #name: __rt::usize = #place; });
            name
        });
        let variables = variables.collect();
        Self(RefCell::new(Made {
            names,
            paths: HashMap::new(),
            path_items: TokenStream::new(),
            keys: HashMap::new(),
            key_items: TokenStream::new(),
            regexes: HashMap::new(),
            values: Vec::new(),
            value_items: TokenStream::new(),
            functions: Names::state_functions(),
            query_items: TokenStream::new(),
            variables,
            variable_items,
        }))
    }

    /// The constant for the path of this text. `words` say what to call it, `item` defines it.
    pub(super) fn path(
        &self,
        text: &str,
        words: &str,
        item: impl FnOnce(&Ident) -> TokenStream,
    ) -> Ident {
        let made = &mut *self.0.borrow_mut();
        let constant = made.paths.entry(text.to_owned()).or_insert_with(|| {
            let name = ident(&made.names.claim([words]));
            made.path_items.extend(item(&name));
            name
        });
        constant.clone()
    }

    /// The constant for the key of an object's member: `ORDER_KEY`.
    pub(super) fn key(&self, member: &str) -> Ident {
        let made = &mut *self.0.borrow_mut();
        let constant = made.keys.entry(member.to_owned()).or_insert_with(|| {
            let name = ident(&made.names.claim([format!("{member} key").as_str()]));
            made.key_items.extend(quote! {
                const #name: __rt::Key<'_> = __rt::Key::new(#member);
            });
            name
        });
        constant.clone()
    }

    /// The constant for a regular expression of JSONata, made when it is first used.
    pub(super) fn regex(&self, regex: &Regex) -> Ident {
        let made = &mut *self.0.borrow_mut();
        let constant = made.regexes.entry(regex.clone()).or_insert_with(|| {
            let name = ident(&made.names.claim(["regex"]));
            let Regex { pattern, ignore_case, multi_line } = regex;
            let flags = match (ignore_case, multi_line) {
                (true, true) => "im",
                (true, false) => "i",
                (false, true) => "m",
                (false, false) => "",
            };
            made.value_items.extend(quote! {
                static #name: __rt::LazyLock<__query::StaticRegex> =
                    __rt::LazyLock::new(|| __query::static_regex(#pattern, #flags));
            });
            name
        });
        constant.clone()
    }

    /// The constant for an array or object, built when it is first used.
    pub(super) fn constant(&self, value: &ir::Literal) -> Ident {
        let made = &mut *self.0.borrow_mut();
        if let Some((_, name)) = made.values.iter().find(|(known, _)| known == value) {
            return name.clone();
        }
        let name = ident(&made.names.claim(["constant"]));
        let built = literal::build(value);
        made.value_items.extend(quote! {
            static #name: __rt::LazyLock<__rt::Value> = __rt::LazyLock::new(|| #built);
        });
        made.values.push((value.clone(), name.clone()));
        name
    }

    /// The function of an expression of JSONata at a byte offset of the definition. With `adds` it
    /// gives only what the expression adds to the input.
    pub(super) fn query(&self, query: &Query, offset: u32, adds: Option<&Node>) -> Site {
        let (name, function) = {
            let made = &mut *self.0.borrow_mut();
            let name = made.names.claim([format!("{} query", query.location).as_str()]);
            let function = made.functions.claim([format!("query {}", query.location).as_str()]);
            (ident(&name), ident(&function))
        };
        let (site, items) = Site::new(self, query, offset, name, function, adds);
        self.0.borrow_mut().query_items.extend(items);
        site
    }

    /// Whether there are expressions of JSONata.
    pub(super) fn has_queries(&self) -> bool {
        !self.0.borrow().query_items.is_empty()
    }

    /// The constant for the place of a variable: `COUNT_VARIABLE`. The ids of a lowered machine
    /// are all its own.
    pub(super) fn variable(&self, id: VariableId) -> Option<Ident> {
        self.0.borrow().variables.get(id.0 as usize).cloned()
    }

    /// All constants that have been asked for.
    pub(super) fn items(&self) -> TokenStream {
        let made = self.0.borrow();
        let (paths, keys, variables) = (&made.path_items, &made.key_items, &made.variable_items);
        let (values, queries) = (&made.value_items, &made.query_items);
        quote! { #variables #paths #keys #values #queries }
    }
}
