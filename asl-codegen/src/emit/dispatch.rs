//! The way from the machine to its handlers: an async `match` with an arm for each distinct task.

use asl_lang::ir::{Register, StateKind};
use proc_macro2::TokenStream;
use quote::quote;

use super::Plan;
use super::plan::TaskPlan;
use super::state::task::arguments_register;
use crate::declaration::{Binding, InputType, OutputType};

pub(super) fn dispatch(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, frame, tasks_trait, handlers, .. } = plan;
    let name = &declaration.name;
    let arms = plan.tasks.iter().map(|task| arm(plan, task));
    let body = if plan.tasks.is_empty() {
        quote! {
            let _ = (frame, tasks, cx);
            __rt::Ok(__rt::Called::Done)
        }
    } else {
        quote! {
            match frame.state {
                #(#arms)*
                #[allow(unreachable_patterns, reason = "where every state is a Task")]
                _ => __rt::Ok(__rt::Called::Done),
            }
        }
    };
    let signature = |tasks: TokenStream| {
        quote! {
            #[inline]
            async fn call<'a>(
                &'a self,
                frame: &'a mut #frame,
                tasks: &'a #tasks,
                cx: &'a __rt::TaskContext<'_>,
            ) -> __rt::Result<__rt::Called, __rt::Failure>
        }
    };
    let typed = signature(quote! { T });
    let dynamic = signature(quote! { #handlers<H> });
    let either = signature(quote! { __rt::Either<#handlers<H>, T> });
    let arguments = arguments(plan);
    quote! {
        impl #frame {
            /// What the current state's task is called with.
            #[inline]
            fn arguments(&self) -> &__rt::Value {
                #arguments
            }
        }

        impl<T: #tasks_trait> __rt::Dispatch<T> for #name {
            #typed { #body }
        }

        impl<H: __rt::TaskHandler> __rt::Dispatch<#handlers<H>> for #name {
            #dynamic {
                let answer = __rt::call_handler(&tasks.0, cx, frame.arguments()).await?;
                __rt::accept_answer(&mut frame.work, answer, cx)
            }
        }

        impl<H: __rt::TaskHandler, T: #tasks_trait> __rt::Dispatch<__rt::Either<#handlers<H>, T>>
            for #name
        {
            #either {
                if __rt::handles(&tasks.dynamic.0, cx) {
                    __rt::Dispatch::call(self, frame, &tasks.dynamic, cx).await
                } else {
                    __rt::Dispatch::call(self, frame, &tasks.typed, cx).await
                }
            }
        }
    }
}

/// The arm of a task: the call of its method between conversions.
fn arm(plan: &Plan<'_>, task: &TaskPlan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let states = task.task.states.iter().filter_map(|id| plan.state(*id));
    let states = states.map(|state| {
        let variant = &state.variant;
        quote! { #tag::#variant }
    });
    let method = &task.method;
    let arguments = if task.envelope {
        quote! { __rt::data::lambda::payload(frame.arguments()) }
    } else {
        quote! { frame.arguments() }
    };
    let argument = match task.binding {
        None => quote! { #arguments },
        Some(Binding { input: None, .. }) => TokenStream::new(),
        Some(Binding { input: Some(InputType { by_reference, .. }), .. }) => {
            let reference = by_reference.then(|| quote! { & });
            quote! { #reference __rt::decode_input(#arguments)? }
        }
    };
    let call = quote! { tasks.#method(cx, #argument).await };
    let fallible = match task.binding.map(|binding| &binding.output) {
        None | Some(OutputType::Result { .. }) => true,
        Some(OutputType::Unit | OutputType::Plain(_)) => task.pattern.may_submit(),
    };
    let result = if fallible { quote! { #call.map_err(__rt::task_failure)? } } else { call };
    let encoded = match task.binding {
        None => quote! { result },
        Some(_) => quote! { __rt::encode_result(result)? },
    };
    // A result that may come by token comes without an envelope.
    let encoded = if task.envelope && !task.pattern.may_submit() {
        quote! { __rt::data::lambda::envelope(#encoded) }
    } else {
        encoded
    };
    let accept = quote! { __rt::accept_result(&mut frame.work, #encoded, cx) };
    if task.pattern.may_submit() {
        return quote! {
            #(#states)|* => match #result {
                __rt::Answer::Done(result) => #accept,
                __rt::Answer::Submitted => __rt::Ok(__rt::Called::Submitted),
            },
        };
    }
    quote! {
        #(#states)|* => {
            let result = #result;
            #accept
        }
    }
}

/// Where the arguments of each state's task are.
fn arguments(plan: &Plan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let in_work = plan.states.iter().filter(|state| match &state.state.kind {
        StateKind::Task(task) => {
            arguments_register(task).is_some_and(|register| register != Register::Input)
        }
        _ => false,
    });
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
