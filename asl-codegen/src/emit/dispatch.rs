//! The way from the machine to its handlers: an async `match` with an arm for each distinct task.

use asl_lang::ir::{Register, StateKind};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::Plan;
use super::calls::Calls;
use super::plan::{StatePlan, TaskPlan};
use super::state::task::arguments_register;
use crate::declaration::{Binding, InputType, OutputType, TaskPattern};

pub(super) fn dispatch(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, frame, tasks_trait, handlers, .. } = plan;
    let name = &declaration.name;
    let arms: Vec<_> = plan.tasks.iter().map(|task| arm(plan, task)).collect();
    let arguments = arguments(plan);
    let projection = projection(plan);
    let projected = projection.is_some().then(|| {
        quote! { let answer = __rt::project_answer(answer, |result| frame.project(result))?; }
    });
    let dynamic = quote! {
        let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
        #projected
        __rt::accept_answer(&mut frame.work, answer, cx)
    };
    let (attributes, serves) = (None, None);
    let arms = arms.as_slice();
    let calls = Calls { name, frame, tasks_trait, handlers, attributes, serves, arms, dynamic };
    let calls = calls.tokens();
    quote! {
        #projection

        impl #frame {
            /// What the current state's task is called with.
            #[inline]
            fn arguments(&self) -> &__rt::Value {
                #arguments
            }
        }

        #calls
    }
}

/// The arm of a task: the call of its method between conversions.
fn arm(plan: &Plan<'_>, task: &TaskPlan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let states = task.states.iter().filter_map(|id| plan.state(*id));
    let states = states.map(|state| {
        let variant = &state.variant;
        quote! { #tag::#variant }
    });
    let method = &task.method;
    let arguments = task_arguments(plan, task);
    let arguments = if task.envelope {
        quote! { __rt::data::lambda::payload(#arguments) }
    } else {
        arguments
    };
    let argument = match task.binding {
        None => quote! { #arguments },
        Some(Binding { input: None, .. }) => TokenStream::new(),
        Some(Binding { input: Some(InputType { by_reference, ty, .. }), .. }) => {
            let reference = by_reference.then(|| quote! { & });
            quote_spanned! { at(ty)=> #reference __rt::decode_input::<#ty>(#arguments)? }
        }
    };
    let call = quote! { tasks.#method(cx, #argument).await };
    let fallible = match task.binding.map(|binding| &binding.output) {
        None | Some(OutputType::Result { .. }) => true,
        Some(OutputType::Unit | OutputType::Plain(_)) => task.may_submit,
    };
    let handled = match task.binding.map(|binding| &binding.output) {
        Some(OutputType::Result { err, .. }) => Some(quote_spanned! { at(err)=>
            let result = result.map_err(__rt::task_failure)?;
        }),
        _ => fallible.then(|| quote! { let result = result.map_err(__rt::task_failure)?; }),
    };
    let encoded = match task.binding.map(|binding| &binding.output) {
        None => quote! { result },
        Some(OutputType::Unit) => quote! { __rt::encode_result(result)? },
        Some(OutputType::Plain(ty) | OutputType::Result { ok: ty, .. }) => {
            quote_spanned! { at(ty)=> __rt::encode_result(result)? }
        }
    };
    let encoded = enveloped(task, encoded);
    let accept = quote! { __rt::accept_result(&mut frame.work, #encoded, cx) };
    let accept = if task.may_submit {
        quote! {
            match result {
                __rt::Answer::Done(result) => #accept,
                __rt::Answer::Submitted => __rt::Ok(__rt::Called::Submitted),
            }
        }
    } else {
        accept
    };
    quote! {
        #(#states)|* => {
            let result = #call;
            #handled
            #accept
        }
    }
}

/// A method that takes a result that comes as JSON for what the current task's binding says it is;
/// none if nothing is bound.
fn projection(plan: &Plan<'_>) -> Option<TokenStream> {
    let Plan { frame, tag, .. } = plan;
    let arms = plan.tasks.iter().filter_map(|task| {
        let output = &task.binding?.output;
        let states = task.states.iter().filter_map(|id| plan.state(*id));
        let states = states.map(|StatePlan { variant, .. }| quote! { #tag::#variant });
        let project = project_result(output);
        let projected = if is_enveloped(task) {
            quote! { __rt::data::lambda::project(result, #project) }
        } else {
            quote! { #project(result) }
        };
        Some(quote! { #(#states)|* => #projected, })
    });
    let arms: Vec<_> = arms.collect();
    (!arms.is_empty()).then(|| {
        quote! {
            impl #frame {
                /// A result that comes as JSON, as the current task's binding says it is.
                fn project(&self, result: __rt::Value) -> __rt::Result<__rt::Value, __rt::Failure> {
                    match self.state {
                        #(#arms)*
                        #[allow(unreachable_patterns, reason = "where every state is such a task")]
                        _ => __rt::Ok(result),
                    }
                }
            }
        }
    })
}

/// The function that takes JSON for a result of this type.
pub(super) fn project_result(output: &OutputType) -> TokenStream {
    match output {
        OutputType::Unit => quote! { __rt::project_result::<()> },
        OutputType::Plain(ty) | OutputType::Result { ok: ty, .. } => {
            quote_spanned! { at(ty)=> __rt::project_result::<#ty> }
        }
    }
}

/// The result as the state gets it: that of a function that was called back comes without an
/// envelope.
fn enveloped(task: &TaskPlan<'_>, result: TokenStream) -> TokenStream {
    if is_enveloped(task) {
        return quote! { __rt::data::lambda::envelope(#result) };
    }
    result
}

/// Whether the state gets the payload of the handler in an envelope.
pub(super) fn is_enveloped(task: &TaskPlan<'_>) -> bool {
    task.envelope && task.pattern == TaskPattern::RequestResponse
}

/// The place of a type the caller wrote, where rustc is to say what it misses in it.
pub(super) fn at(ty: &Type) -> Span {
    Span::call_site().located_at(ty.span())
}

/// Whether the state makes the arguments of its task, which are then in the slot `work`.
fn makes_arguments(state: &StatePlan<'_>) -> bool {
    match &state.state.kind {
        StateKind::Task(task) => {
            arguments_register(task).is_some_and(|register| register != Register::Input)
        }
        StateKind::Parallel(parallel) => !parallel.enter.is_empty(),
        _ => false,
    }
}

/// Where the arguments of a task are: it depends on the state, if some of its states make them
/// and some do not.
fn task_arguments(plan: &Plan<'_>, task: &TaskPlan<'_>) -> TokenStream {
    let mut states = task.states.iter().filter_map(|id| plan.state(*id)).map(makes_arguments);
    match states.next() {
        Some(first) if states.any(|other| other != first) => quote! { frame.arguments() },
        Some(true) => quote! { &frame.work },
        _ => quote! { &frame.document },
    }
}

/// Where the arguments of each state's task are.
fn arguments(plan: &Plan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let in_work = plan.states.iter().filter(|state| makes_arguments(state));
    let in_work: Vec<_> = in_work.map(|state| &state.variant).collect();
    if in_work.is_empty() {
        return quote! { &self.document };
    }
    quote! {
        match self.state {
            #(#tag::#in_work)|* => &self.work,
            #[allow(unreachable_patterns, reason = "where every state makes its arguments")]
            _ => &self.document,
        }
    }
}
