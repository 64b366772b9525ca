//! The constants that the states of a machine share: paths, and keys of objects' members.
//!
//! An expression asks for a constant and gets its name; when all states are emitted, the constants
//! are there in the order in which they were first asked for.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ident;
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
}

impl Constants {
    /// No constants. Theirs will not be among these names.
    pub(super) fn new(names: Names) -> Self {
        Self(RefCell::new(Made {
            names,
            paths: HashMap::new(),
            path_items: TokenStream::new(),
            keys: HashMap::new(),
            key_items: TokenStream::new(),
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
                static #name: __rt::Key<'_> = __rt::Key::new(#member);
            });
            name
        });
        constant.clone()
    }

    /// All constants that have been asked for.
    pub(super) fn items(&self) -> TokenStream {
        let made = self.0.borrow();
        let (paths, keys) = (&made.path_items, &made.key_items);
        quote! { #paths #keys }
    }
}
