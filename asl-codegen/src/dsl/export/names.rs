//! What the names in an expression stand for.

use std::collections::BTreeMap;

use syn::Type;

use super::known::Known;

/// What names stand for in an expression, each with the path of JSONata that leads to its value.
#[derive(Clone, Default)]
pub(super) struct Names(BTreeMap<String, Named>);

/// What a name stands for.
#[derive(Clone)]
pub(super) struct Named {
    /// The path to its value.
    pub(super) path: String,
    /// What is known of it.
    pub(super) known: Known,
    /// Its type, where it is written somewhere.
    pub(super) ty: Option<Type>,
    /// It is a caught error, whose members have names of their own in ASL.
    pub(super) is_error: bool,
}

impl Names {
    /// A name of which no more is known.
    pub(super) fn set(&mut self, name: impl ToString, path: impl Into<String>) {
        self.insert(name, path.into(), Known::Anything, None);
    }

    /// A name with its type.
    pub(super) fn typed(&mut self, name: impl ToString, path: impl Into<String>, ty: &Type) {
        let written = (!matches!(ty, Type::Infer(_))).then(|| ty.clone());
        self.insert(name, path.into(), Known::of(ty), written);
    }

    /// A name of which this is known.
    pub(super) fn known(&mut self, name: impl ToString, path: impl Into<String>, known: Known) {
        self.insert(name, path.into(), known, None);
    }

    /// The name of a caught error.
    pub(super) fn error(&mut self, name: impl ToString) {
        let path = "$states.errorOutput".to_owned();
        let named = Named { path, known: Known::Other, ty: None, is_error: true };
        self.0.insert(bare_text(&name.to_string()).to_owned(), named);
    }

    /// The name of something that JSONata cannot read.
    pub(super) fn unset(&mut self, name: impl ToString) {
        self.0.remove(bare_text(&name.to_string()));
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&String, &Named)> {
        self.0.iter()
    }

    pub(super) fn get(&self, name: &str) -> Option<&Named> {
        self.0.get(bare_text(name))
    }

    fn insert(&mut self, name: impl ToString, path: String, known: Known, ty: Option<Type>) {
        self.0.insert(
            bare_text(&name.to_string()).to_owned(),
            Named { path, known, ty, is_error: false },
        );
    }
}

/// A name without `r#`.
fn bare_text(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
