//! The way from the machine to its handlers: an async `match` with an arm for each Task.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::data::argument;
use super::scope::{borrow, places};
use super::{inner, panics};
use crate::declaration::{OutputType, TaskPattern};
use crate::dsl::plan::{Plan, StatePlan, result_type};
use crate::emit::Calls;

pub(super) fn dispatch(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, frame, tasks_trait, handlers, .. } = plan;
    let name = &declaration.name;
    let own = plan.states.iter().filter_map(|state| arm(plan, state));
    let arms: Vec<_> = own.chain(inner::calls(plan)).collect();
    let paths: Vec<_> = plan.inner().map(|(_, inner)| &inner.written.path).collect();
    let serves = (!paths.is_empty()).then(|| quote! { where #(#paths: __rt::Dispatch<__T>),* });
    let arguments = match paths.is_empty() {
        true => {
            let arguments = panics::guarded(panics::in_data(plan), quote! { frame.arguments() });
            quote! { #arguments? }
        }
        false => quote! {
            __rt::StateMachine::datum(self, frame, __rt::Datum::Arguments).into_owned()
        },
    };
    let calls = Calls {
        name,
        frame,
        tasks_trait,
        handlers,
        attributes: Some(quote! {
            #[allow(
                unused_parens,
                clippy::all,
                reason = "expressions of the caller's stand in others here"
            )]
        }),
        serves,
        arms: &arms,
        dynamic: quote! {
            let arguments = #arguments;
            let answer = __rt::call_handler(&tasks.0, cx, &arguments).await?;
            __rt::accept_typed(answer, cx, |result| {
                __rt::StateMachine::complete(self, frame, result)
            })
        },
    };
    calls.tokens()
}

/// The arm of a Task: the call of its method over references to the state's data.
fn arm(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let (tag, variant, call) = (&plan.tag, &state.variant, state.call()?);
    let task = plan.task(call).filter(|task| task.params.len() == call.args.len())?;
    let field = plan.field(state.result?)?;
    let used: Vec<_> = call.args.iter().map(ToTokens::to_token_stream).collect();
    let references = borrow(plan, state, &quote! { frame }, &used);
    let places = places(plan, state);
    let names: Vec<_> = (0..call.args.len()).map(|place| format_ident!("__arg_{place}")).collect();
    let values = task.params.iter().zip(&call.args).zip(&names).map(|((param, arg), name)| {
        let (reference, ty) = (param.reference(), &param.ty);
        let (before, value) = panics::guarded_value(arg, name, |arg| argument(arg, &places));
        quote! {
            #before
            let #name: #reference #ty = #value;
        }
    });
    let method = &task.method;
    let may_submit = call.pattern != TaskPattern::RequestResponse;
    let handled = match &task.output {
        OutputType::Result { err, .. } => Some(quote_spanned! { at(err)=>
            let result = result.map_err(__rt::task_failure)?;
        }),
        _ => may_submit.then(|| quote! { let result = result.map_err(__rt::task_failure)?; }),
    };
    let result = value_of(state, quote! { result });
    let accept = quote! {
        frame.#field.put(#result);
        __rt::Ok(__rt::Called::Done)
    };
    let accept = if may_submit {
        quote! {
            match result {
                __rt::Answer::Done(result) => { #accept }
                __rt::Answer::Submitted => __rt::Ok(__rt::Called::Submitted),
            }
        }
    } else {
        accept
    };
    Some(quote! {
        #tag::#variant => {
            let result = {
                #references
                #(#values)*
                tasks.#method(cx, #(#names),*).await
            };
            #handled
            #accept
        }
    })
}

/// What is kept of a result: of a task that is tried, that it is one.
fn value_of(state: &StatePlan<'_>, result: TokenStream) -> TokenStream {
    match state.caught() {
        Some(_) => quote! { __rt::Ok(#result) },
        None => result,
    }
}

/// The body of `complete`: a result that comes as JSON.
pub(super) fn complete(plan: &Plan<'_>) -> TokenStream {
    let tag = &plan.tag;
    let arms = plan.states.iter().filter_map(|state| {
        let (variant, task) = (&state.variant, plan.task(state.call()?)?);
        let field = plan.field(state.result?)?;
        let ty = result_type(&task.output);
        let result = value_of(state, quote! { __rt::decode_result::<#ty>(result)? });
        Some(quote! { #tag::#variant => frame.#field.put(#result), })
    });
    let arms: Vec<_> = arms.chain(inner::completions(plan)).collect();
    if arms.is_empty() {
        return quote! { let _ = (frame, result); };
    }
    quote! {
        match frame.state {
            #(#arms)*
            #[allow(unreachable_patterns, reason = "where every state is a Task")]
            _ => {}
        }
    }
}

/// The place of a type the caller wrote, where rustc is to say what it misses in it.
fn at(ty: &Type) -> Span {
    Span::call_site().located_at(ty.span())
}
