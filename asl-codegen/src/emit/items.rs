//! What the caller sees: the machine, the view of its state, the trait of its tasks, the
//! handlers' adapter.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Plan;
use super::plan::TaskPlan;
use super::state::type_name;
use crate::declaration::{Binding, Declaration, InputType, OutputType};

/// The items in the caller's scope.
pub(super) fn seen(plan: &Plan<'_>) -> TokenStream {
    let Plan { declaration, facade, .. } = plan;
    let Declaration { docs, .. } = declaration;
    let docs = if docs.is_empty() {
        let text = match &plan.machine.comment {
            Some(comment) => format!(" {}", plain(comment)),
            None => format!(" The state machine of `{}`.", plan.machine.source_name),
        };
        quote! { #[doc = #text] }
    } else {
        quote! { #(#docs)* }
    };
    let variants = plan.states.iter().map(|state| {
        let text =
            format!(" `{}`, a {}.", one_line(&state.state.name), type_name(&state.state.kind));
        let variant = &state.variant;
        quote! {
            #[doc = #text]
            #variant {
                /// The state's raw input.
                input: &'a #facade::Value,
            }
        }
    });
    let seen = Seen {
        declaration,
        facade,
        docs,
        view: quote! { #[derive(Debug, Clone, Copy)] },
        variants: quote! { #(#variants),* },
        methods: plan.tasks.iter().filter_map(|task| method(plan, task)).collect(),
    };
    seen.tokens()
}

/// What the caller sees, whatever the machine was written in.
pub(crate) struct Seen<'a> {
    pub(crate) declaration: &'a Declaration,
    pub(crate) facade: &'a TokenStream,
    /// The documentation of the machine.
    pub(crate) docs: TokenStream,
    /// Attributes of the view,
    pub(crate) view: TokenStream,
    /// and its variants.
    pub(crate) variants: TokenStream,
    /// The methods of the trait of its tasks.
    pub(crate) methods: TokenStream,
}

impl Seen<'_> {
    /// The items in the caller's scope.
    pub(crate) fn tokens(&self) -> TokenStream {
        let Self { declaration, facade, docs, view, variants, methods } = self;
        let Declaration { attributes, visibility, name, .. } = declaration;
        let view_name = format_ident!("{}State", name);
        let tasks_trait = format_ident!("{}Tasks", name);
        let handlers = format_ident!("{}Handlers", name);
        let machine = format!("[`{name}`]");
        let view_docs = format!(" The state that an execution of {machine} is in, with its data.");
        let tasks_docs = format!(" The handlers of {machine}'s tasks.");
        let advice = format!(
            "write `impl {tasks_trait} for {{Self}} {{{{ … }}}}` with a method for each task, or wrap a \
             `TaskHandler` as `{handlers}(…)`"
        );
        let message = format!("`{{Self}}` does not serve the tasks of `{name}`");
        let adapter = adapter(declaration, facade);
        quote! {
            #docs
            #(#attributes)*
            #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
            #visibility struct #name;

            #[doc = #view_docs]
            #(#attributes)*
            #view
            #[non_exhaustive]
            #visibility enum #view_name<'a> { #variants }

            #[doc = #tasks_docs]
            #(#attributes)*
            #[diagnostic::on_unimplemented(message = #message, note = #advice)]
            #visibility trait #tasks_trait: #facade::__private::Send + #facade::__private::Sync {
                #methods
            }

            #adapter
        }
    }
}

/// The adapter of dynamic handlers.
pub(super) fn adapter(declaration: &Declaration, facade: &TokenStream) -> TokenStream {
    let Declaration { attributes, visibility, name, .. } = declaration;
    let tasks_trait = format_ident!("{}Tasks", name);
    let handlers = format_ident!("{}Handlers", name);
    let docs = format!(" Lets any `TaskHandler` serve the tasks of [`{name}`].");
    let or_docs = " `typed` serves the tasks that the handler does not handle.";
    quote! {
        #[doc = #docs]
        #(#attributes)*
        #[derive(Debug, Clone, Copy, Default)]
        #visibility struct #handlers<H>(
            /// The handler.
            pub H,
        );

        impl<H> #handlers<H> {
            #[doc = #or_docs]
            #[allow(dead_code, reason = "not every machine combines its handlers")]
            #visibility fn or<T: #tasks_trait>(
                self,
                typed: T,
            ) -> #facade::__private::Either<Self, T> {
                #facade::__private::Either { dynamic: self, typed }
            }
        }
    }
}

/// The declaration of a method, made at the first of the tasks that it serves.
fn method(plan: &Plan<'_>, task: &TaskPlan<'_>) -> Option<TokenStream> {
    let method = &task.method;
    let served: Vec<_> = plan.tasks.iter().filter(|other| other.method == *method).collect();
    if served.first().is_some_and(|first| !std::ptr::eq(*first, task)) {
        return None;
    }
    let served = served.into_iter().map(|task| {
        let states = task.states.iter().filter_map(|id| plan.machine.state(*id));
        let states: Vec<String> = states.map(|s| format!("`{}`", one_line(&s.name))).collect();
        format!(" `{}`, called by {}.", one_line(&task.task.resource.arn), states.join(", "))
    });
    let own_docs = task.binding.map(|binding| &binding.docs).into_iter().flatten();
    let signature = signature(plan.facade, method, task.binding, task.may_submit);
    Some(quote! {
        #(#own_docs)*
        #(#[doc = #served])*
        #signature;
    })
}

/// The signature of a method.
pub(super) fn signature(
    facade: &TokenStream,
    method: &Ident,
    binding: Option<&Binding>,
    may_submit: bool,
) -> TokenStream {
    let input = input(facade, binding);
    let output = output(facade, binding, may_submit);
    quote! {
        fn #method(
            &self,
            cx: &#facade::TaskContext<'_>,
            #input
        ) -> impl #facade::__private::Future<Output = #output> + #facade::__private::Send
    }
}

/// The parameter of a method, with its comma.
fn input(facade: &TokenStream, binding: Option<&Binding>) -> TokenStream {
    match binding {
        None => quote! { input: &#facade::Value, },
        Some(Binding { input: None, .. }) => TokenStream::new(),
        Some(Binding { input: Some(InputType { name, ty, by_reference }), .. }) => {
            let name = name.clone().unwrap_or_else(|| quote::format_ident!("input"));
            let reference = by_reference.then(|| quote! { & });
            quote! { #name: #reference #ty, }
        }
    }
}

/// What a method's future gives.
fn output(facade: &TokenStream, binding: Option<&Binding>, may_submit: bool) -> TokenStream {
    let private = quote! { #facade::__private };
    let (ok, err) = match binding.map(|binding| &binding.output) {
        None => (quote! { #facade::Value }, Some(quote! { #facade::TaskError })),
        Some(OutputType::Unit) => (quote! { () }, None),
        Some(OutputType::Plain(ty)) => (quote! { #ty }, None),
        Some(OutputType::Result { ok, err }) => (quote! { #ok }, Some(quote! { #err })),
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

/// The text as Markdown that means nothing but the text.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in printable(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// The text as it can stand between backticks.
pub(super) fn one_line(text: &str) -> String {
    printable(text).replace('`', "'")
}

/// The text on one line, without characters that control how it is shown.
fn printable(text: &str) -> String {
    let mut printable = String::new();
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        let turns_direction = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns_direction {
            printable.extend(c.escape_unicode());
        } else {
            printable.push(c);
        }
    }
    printable
}
