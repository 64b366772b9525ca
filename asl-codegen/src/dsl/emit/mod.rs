//! Emission: a machine in the DSL as Rust over plain structs.
//!
//! The caller's scope gets four items: the machine, the view of its state, the trait of its tasks
//! and the handlers' adapter. All else goes into one `const _: () = { … };`.
//!
//! - [`items`] makes what the caller sees, [`frame`] the data of an execution, [`steps`] the functions
//!   of each state, [`choices`] and [`ends`] those of choices and of the last states, [`tables`] what is
//!   constant, [`dispatch`] the way to the handlers, [`data`] what observers ask for, [`children`] the
//!   frames of branches and iterations, [`checkpoint`] what keeps frames, [`machine`] the implementation
//!   of `StateMachine`, [`inner`] what it hands on to machines in it, [`errors`] what rustc checks of
//!   error names.
//! - [`scope`] knows where the names live that an expression uses; [`place`] makes of an expression
//!   that looks at data one over references; [`panics`] where an expression may panic.

mod checkpoint;
mod children;
mod choices;
mod data;
mod dispatch;
mod ends;
mod errors;
mod frame;
mod inner;
mod items;
mod machine;
mod panics;
mod place;
mod scope;
mod steps;
mod tables;

pub(super) use items::constants;
pub(super) use place::borrowed;
pub(super) use place::bound;
use proc_macro2::TokenStream;
use quote::quote;
pub(super) use scope::is_used;
pub(super) use tables::{resource, type_name};

use super::plan::Plan;

/// The Rust of a machine.
pub(super) fn emit(plan: &Plan<'_>) -> TokenStream {
    let facade = plan.facade;
    let seen = items::seen(plan);
    let frame = frame::frame(plan);
    let retries = tables::retries(plan);
    let steps = steps::steps(plan);
    let data = data::data(plan);
    let errors = errors::checks(plan);
    let machine = machine::machine(plan);
    let checkpoint = checkpoint::checkpoint(plan);
    let dispatch = dispatch::dispatch(plan);
    quote! {
        #seen
        const _: () = {
            use #facade::__private as __rt;
            const _: () = __rt::check_abi(1);
            #frame
            #retries
            #steps
            #data
            #machine
            #checkpoint
            #dispatch
            #errors
        };
    }
}
