//! The expressions of JSONata that are measured: compiled, interpreted, written by hand over
//! [`Value`] and, with the feature `jsonata-core`, by the crate of that name.
//!
//! Each gets `$states` as it stands in `benches/queries/states.json`, and gives a value of its own.
//! What does not depend on `$states` is done before: the text is parsed, names are resolved.

mod by_hand;
#[cfg(feature = "jsonata-core")]
pub(crate) mod jsonata_core;

use asl_interpreter::Expression;
use sfn::__private::jsonata::{Error, Evaluation, Item, Limits};
use sfn::Value;

#[allow(
    unreachable_pub,
    clippy::complexity,
    clippy::correctness,
    clippy::style,
    reason = "what expressions say is not what is written by hand"
)]
mod compiled {
    include!(concat!(env!("OUT_DIR"), "/queries.rs"));
}

/// What `$states` stands for, as JSON text.
pub(crate) const STATES: &str = include_str!("../../../benches/queries/states.json");

/// What `sfn` makes of an expression.
type Compiled = fn(&Evaluation, Item, &[Item]) -> Result<Item, Error>;

/// An expression, in two versions.
pub(crate) struct Query {
    pub(crate) name: &'static str,
    pub(crate) compiled: Compiled,
    pub(crate) by_hand: fn(&Value) -> Option<Value>,
}

macro_rules! queries {
    ($($name:ident)*) => {
        /// All of them.
        pub(crate) const QUERIES: &[Query] = &[$(Query {
            name: stringify!($name),
            compiled: compiled::$name,
            by_hand: by_hand::$name,
        }),*];
    };
}

queries! { path filter sum merge concatenation condition map }

impl Query {
    /// The expression.
    pub(crate) fn text(&self) -> String {
        self.written()["expression"].as_str().expect("an expression").to_owned()
    }

    /// Its value for [`STATES`], as JSON text.
    pub(crate) fn expected(&self) -> String {
        self.written()["expected"].to_string()
    }

    fn written(&self) -> serde_json::Value {
        let queries = include_str!("../../../benches/queries/queries.json");
        let mut queries: serde_json::Value = serde_json::from_str(queries).expect("JSON");
        queries[self.name].take()
    }

    /// The expression, resolved for the interpreter.
    pub(crate) fn interpreted(&self) -> Expression {
        let query = asl_lang::compile_expression(&self.text(), &["states"]);
        Expression::new(&query.expect("an expression"))
    }
}

/// An evaluation as a state begins one.
pub(crate) fn evaluation() -> Evaluation {
    Evaluation::new(Limits::default(), 0, 7)
}

/// The value that an expression gave.
pub(crate) fn value(item: Result<Item, Error>) -> Option<Value> {
    item.ok().and_then(Item::into_value)
}
