//! Emission: a machine of the intermediate representation as Rust.
//!
//! The caller's scope gets four items: the machine, the view of its state, the trait of its tasks
//! and the handlers' adapter. All else goes into one `const _: () = { … };`.
//!
//! - [`plan`] gives everything its name.
//! - [`items`] makes what the caller sees, [`frame`] the data of an execution, [`state`] the
//!   functions of each state, [`tables`] what is constant about the machine, [`constants`] the paths
//!   and keys that states share, [`dispatch`] the way to the handlers, [`machine`] the
//!   implementation of `StateMachine`, whose form is in [`implementation`].
//! - [`children`] makes the frames of branches and iterations, [`checkpoint`] data of frames and
//!   frames of data.
//! - [`expr`] makes Rust of an expression, [`intrinsic`] of a call, [`path`] of a
//!   JSONPath, [`query`] of a JSONata expression, [`literal`] of a constant.

mod calls;
mod checkpoint;
mod children;
mod constants;
mod dispatch;
mod expr;
mod frame;
mod implementation;
mod intrinsic;
mod items;
mod literal;
mod machine;
mod path;
mod plan;
mod query;
mod state;
mod stub;
mod tables;

pub(crate) use calls::Calls;
pub(crate) use implementation::Implementation;
pub(crate) use items::Seen;
pub(crate) use plan::Plan;
use plan::ident;
pub(crate) use query::standalone;
pub(crate) use stub::stub;
pub(crate) use tables::{definition_of, retry_table_of, task_info_of};

use proc_macro2::TokenStream;
use quote::quote;

/// The Rust of a machine.
///
/// Constants have names of the definition's own, so no type of the caller's may stand where they
/// can be seen: it could have a constant of the same name in it, as `[u8; TOTAL]`.
pub(crate) fn emit(plan: &Plan<'_>) -> TokenStream {
    let facade = plan.facade;
    let seen = items::seen(plan);
    let frame = frame::frame(plan);
    let retries = tables::retries(plan);
    let states = state::states(plan);
    let children = children::frames(plan);
    let children = children.map(|functions| {
        let frame = &plan.frame;
        quote! { impl #frame { #functions } }
    });
    let constants = plan.constants.items();
    let jsonata = plan.constants.has_queries();
    let lints = jsonata.then(query::lints);
    let jsonata = jsonata.then(|| quote! { use #facade::__private::jsonata as __query; });
    let machine = machine::machine(plan);
    let checkpoint = checkpoint::checkpoint(plan);
    let dispatch = dispatch::dispatch(plan);
    quote! {
        #seen
        const _: () = {
            use #facade::__private as __rt;
            #jsonata
            const _: () = __rt::check_abi(1);
            #frame
            #lints
            const _: () = {
                #constants
                #retries
                #states
                #children
            };
            #machine
            #checkpoint
            #dispatch
        };
    }
}
