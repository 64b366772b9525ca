//! `$millis`.
//!
//! Follows [Date/time functions](https://docs.jsonata.org/date-time-functions) of JSONata's
//! documentation.

use crate::jsonata::function::Builtin;
use crate::jsonata::item::Item;
use crate::jsonata::signature::Signature;

/// `$millis()`
pub static MILLIS: Builtin = Builtin {
    name: "millis",
    signature: Signature::new(&[]),
    arity: 0,
    implementation: |cx, _| Ok(Item::number(cx.now() as f64)),
};
