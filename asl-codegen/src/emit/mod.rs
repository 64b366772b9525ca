//! Emission: a machine of the intermediate representation as Rust.
//!
//! The caller's scope gets four items: the machine, the view of its state, the trait of its tasks
//! and the handlers' adapter. All else goes into one `const _: () = { … };`.
//!
//! - [`plan`] gives everything its name.
//! - [`items`] makes what the caller sees, [`frame`] the data of an execution, [`state`] the
//!   functions of each state, [`tables`] the constants, [`dispatch`] the way to the handlers,
//!   [`machine`] the implementation of `StateMachine`.
//! - [`expr`] makes Rust of an expression, [`intrinsic`] of a call, [`path`] of a
//!   JSONPath, [`literal`] of a constant.

mod dispatch;
mod expr;
mod frame;
mod intrinsic;
mod items;
mod literal;
mod machine;
mod path;
mod plan;
mod state;
mod stub;
mod tables;

pub(crate) use plan::Plan;
pub(crate) use stub::stub;

use proc_macro2::TokenStream;
use quote::quote;

/// The Rust of a machine.
pub(crate) fn emit(plan: &Plan<'_>) -> TokenStream {
    let facade = plan.facade;
    let seen = items::seen(plan);
    let tables = tables::tables(plan);
    let frame = frame::frame(plan);
    let states = state::states(plan);
    let machine = machine::machine(plan);
    let dispatch = dispatch::dispatch(plan);
    quote! {
        #seen
        const _: () = {
            use #facade::__private as __rt;
            const _: () = __rt::check_abi(1);
            #tables
            #frame
            #states
            #machine
            #dispatch
        };
    }
}
