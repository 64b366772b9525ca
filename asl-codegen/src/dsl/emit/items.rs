//! What the caller sees: the machine, the view of its state, the trait of its tasks, the
//! handlers' adapter.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::tables::type_name;
use crate::declaration::{Declaration, OutputType, TaskPattern};
use crate::dsl::ast::TaskFn;
use crate::dsl::export::{self, Exported, HostExpression};
use crate::dsl::names::plain;
use crate::dsl::plan::{Of, Plan, StatePlan};
use crate::emit;

/// The items in the caller's scope.
pub(super) fn seen(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, facade, .. } = plan;
    let Declaration { docs, name, .. } = declaration;
    let docs = if docs.is_empty() {
        let text = format!(" The state machine `{name}`.");
        quote! { #[doc = #text] }
    } else {
        quote! { #(#docs)* }
    };
    let variants = plan.states.iter().map(|state| variant(plan, state));
    let has_data = plan.states.iter().any(|state| !fields(plan, state).is_empty());
    let lifetime = (!has_data).then(|| {
        quote! {
            /// No state has data.
            #[doc(hidden)]
            __NoData(#facade::__private::Infallible, &'a ()),
        }
    });
    let seen = emit::Seen {
        declaration,
        facade,
        docs,
        view: quote! {
            #[derive(Clone, Copy)]
            #[allow(dead_code, reason = "not every caller looks into a running execution")]
        },
        variants: quote! { #(#variants,)* #lifetime },
        methods: methods(plan),
    };
    seen.tokens()
}

/// The definition in ASL, as constants of the machine.
pub(crate) fn constants(plan: &Plan<'_>, exported: Option<Exported>) -> TokenStream {
    let Plan { declaration, facade, .. } = plan;
    let Declaration { visibility, name, .. } = declaration;
    let exported = exported.unwrap_or_default();
    let checks = export::check(&exported);
    let Exported { definition, host_expressions, .. } = exported;
    let host_expressions = host_expressions.iter().map(|HostExpression { state, field, rust }| {
        quote! { #facade::__private::HostExpression::new(#state, #field, #rust) }
    });
    let check = match checks.is_empty() {
        true => quote! { #facade::__private::Vec::new() },
        false => quote! {
            use #facade::__private as __rt;
            use __rt::{Shaped as _, Unshaped as _};
            let mut check = __rt::ExportCheck::default();
            #checks
            check.finish()
        },
    };
    quote! {
        impl #name {
            /// The machine in the Amazon States Language, with JSONata. Others can run it if there
            /// are no [host expressions](Self::HOST_EXPRESSIONS) in it.
            #[allow(dead_code, reason = "not every machine is exported")]
            #visibility const DEFINITION: &'static #facade::__private::str = #definition;

            /// The expressions of Rust for which JSONata has none that means the same. In the
            /// definition they stand as `$host("…")`.
            #[allow(dead_code, reason = "not every machine is exported")]
            #visibility const HOST_EXPRESSIONS: &'static [#facade::__private::HostExpression] =
                &[#(#host_expressions),*];

            /// Where the definition may not do what the machine does, since types are not what
            /// they look like: fields that serde renames, operators of types of your own. A test
            /// asserts that there is nothing.
            #[allow(dead_code, unused, clippy::all, reason = "expressions of the caller's, for their types")]
            #[inline]
            #visibility fn check_export() -> #facade::__private::Vec<#facade::__private::ExportMismatch> {
                #check
            }
        }
    }
}

fn variant(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let own_docs = match state.of {
        Of::State(state) => &state.docs,
        Of::Child { child, .. } | Of::Caught { child, .. } => &child.docs,
    };
    let text = format!(" `{}`, a {}.", state.name, type_name(state));
    let (variant, fields) = (&state.variant, fields(plan, state));
    quote! {
        #[doc = #text]
        #(#own_docs)*
        #variant { #(#fields),* }
    }
}

/// The data of a state: its parameters, of a branch or a body those of its state.
fn fields(plan: &Plan<'_>, state: &StatePlan<'_>) -> Vec<TokenStream> {
    let written = state.written().or(plan.parent(state).map(|(_, written)| written));
    let params = written.map(|state| state.params.as_slice()).unwrap_or_default();
    let fields = params.iter().map(|param| {
        let (name, ty) = (&param.name, &param.ty);
        quote! {
            #[doc = " Parameter of the state."]
            #name: &'a #ty
        }
    });
    fields.collect()
}

/// The declarations of the tasks' methods.
fn methods(plan: &Plan<'_>) -> TokenStream {
    let mut callers: HashMap<String, Vec<&StatePlan<'_>>> = HashMap::new();
    for state in &plan.states {
        if let Some(call) = state.call() {
            callers.entry(plain(&call.method)).or_default().push(state);
        }
    }
    let methods = plan.body.tasks.iter().map(|task| {
        let states = callers.get(&plain(&task.method)).map(Vec::as_slice).unwrap_or_default();
        method(plan, task, states)
    });
    methods.collect()
}

/// The declaration of the method of a task that these states call.
fn method(plan: &Plan<'_>, task: &TaskFn, states: &[&StatePlan<'_>]) -> TokenStream {
    let (facade, method, docs) = (plan.facade, &task.method, &task.docs);
    let names: Vec<String> = states.iter().map(|state| format!("`{}`", state.name)).collect();
    let called_by = match names.is_empty() {
        true => " Called by no state.".to_owned(),
        false => format!(" Called by {}.", names.join(", ")),
    };
    let pattern = states.first().and_then(|state| state.call()).map(|call| call.pattern);
    let may_submit = pattern.is_some_and(|pattern| pattern != TaskPattern::RequestResponse);
    let params = task.params.iter().map(|param| {
        let (name, ty) = (&param.name, &param.ty);
        let reference = param.reference();
        quote! { #name: #reference #ty }
    });
    let output = output(facade, &task.output, may_submit);
    quote! {
        #(#docs)*
        #[doc = #called_by]
        fn #method(
            &self,
            cx: &#facade::TaskContext<'_>,
            #(#params),*
        ) -> impl #facade::__private::Future<Output = #output> + #facade::__private::Send;
    }
}

/// What a method's future gives.
fn output(facade: &TokenStream, output: &OutputType, may_submit: bool) -> TokenStream {
    let private = quote! { #facade::__private };
    let (ok, err) = match output {
        OutputType::Unit => (quote! { () }, None),
        OutputType::Plain(ty) => (ty.to_token_stream(), None),
        OutputType::Result { ok, err } => (ok.to_token_stream(), Some(err.to_token_stream())),
    };
    if may_submit {
        let err = err.unwrap_or_else(|| quote! { #facade::TaskError });
        return quote! { #private::Result<#facade::Answer<#ok>, #err> };
    }
    match err {
        Some(err) => quote! { #private::Result<#ok, #err> },
        None => ok,
    }
}
