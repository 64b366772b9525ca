//! What is emitted where a definition has errors: the names that the caller's code uses, so that
//! rustc does not complain of them as well.

use asl_lang::ir::Outline;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::items;
use super::plan::{ident, plan_tasks};
use crate::declaration::Declaration;
use crate::declaration::names::Names;

/// The items of a machine whose definition cannot be compiled.
pub(crate) fn stub(
    declaration: &Declaration,
    facade: &TokenStream,
    outline: &Outline,
) -> TokenStream {
    let Declaration { attributes, visibility, name, .. } = declaration;
    let view = format_ident!("{}State", name);
    let tasks = format_ident!("{}Tasks", name);
    let value = || quote! { #facade::Value };
    let input = declaration.input.as_ref().map_or_else(value, |(_, ty)| quote! { #ty });
    let output = declaration.output.as_ref().map_or_else(value, |ty| quote! { #ty });
    let variants = variants(facade, outline);
    let methods = methods(declaration, facade, outline);
    let adapter = items::adapter(declaration, facade);
    quote! {
        /// Stands for a machine whose definition has errors.
        #(#attributes)*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        #visibility struct #name;

        /// Stands for the state of a machine whose definition has errors.
        #(#attributes)*
        #[derive(Debug, Clone, Copy)]
        #[non_exhaustive]
        #visibility enum #view<'a> {
            #(#variants)*
        }

        /// Stands for the tasks of a machine whose definition has errors.
        #(#attributes)*
        #visibility trait #tasks: #facade::__private::Send + #facade::__private::Sync {
            #(#methods)*
        }

        #adapter

        const _: () = {
            use #facade::__private as __rt;

            impl __rt::StateMachine for #name {
                type Input = #input;
                type Output = #output;
                type Frame = ();

                fn definition(&self) -> &__rt::Definition<'_> {
                    &__rt::NO_DEFINITION
                }

                fn frame(&self) {}

                fn start(&self, (): &mut (), _: #input) -> __rt::Result<(), __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn start_json(
                    &self,
                    (): &mut (),
                    _: &[__rt::u8],
                ) -> __rt::Result<(), __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn state<'a>(&'a self, (): &()) -> &'a __rt::StateInfo<'a> {
                    &__rt::NO_STATE
                }

                fn step(
                    &self,
                    (): &mut (),
                    _: __rt::Event,
                    _: &__rt::StepContext<'_>,
                ) -> __rt::Result<__rt::Command, __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn complete(
                    &self,
                    (): &mut (),
                    _: __rt::Value,
                ) -> __rt::Result<(), __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn datum<'a>(
                    &self,
                    (): &'a (),
                    _: __rt::Datum,
                ) -> __rt::Cow<'a, __rt::Value> {
                    __rt::Cow::Owned(__rt::Value::Null)
                }

                fn finish(&self, (): &mut ()) -> __rt::Result<#output, __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn finish_json(
                    &self,
                    (): &mut (),
                ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }
            }

            impl __rt::View for #name {
                type State<'a> = #view<'a>;

                fn view<'a>(&self, (): &'a ()) -> __rt::Option<#view<'a>> {
                    __rt::None
                }
            }

            impl __rt::Durable for #name {
                fn checkpoint(
                    &self,
                    (): &(),
                    _: __rt::Phase,
                ) -> __rt::Result<__rt::Checkpoint, __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }

                fn restore(
                    &self,
                    checkpoint: __rt::Checkpoint,
                    _: __rt::Option<&()>,
                ) -> __rt::Result<(), __rt::RestoreError> {
                    __rt::Err(__rt::RestoreError::NoSuchState(checkpoint.state))
                }
            }

            // Whatever the caller registers, it fits.
            impl<T: __rt::Sync> __rt::Dispatch<T> for #name {
                async fn call<'a>(
                    &'a self,
                    (): &'a mut (),
                    _: &'a T,
                    _: &'a __rt::TaskContext<'_>,
                ) -> __rt::Result<__rt::Called, __rt::Failure> {
                    __rt::Err(__rt::no_machine())
                }
            }
        };
    }
}

/// The variants of the view: the states, or one that stands for them where nothing is known.
fn variants(facade: &TokenStream, outline: &Outline) -> Vec<TokenStream> {
    let mut names = Names::state_variants();
    let variants = outline.states.iter().map(|state| {
        let variant = ident(&names.claim([state.as_str()]));
        quote! {
            #[allow(missing_docs, reason = "a stub")]
            #variant { input: &'a #facade::Value },
        }
    });
    let unknown = quote! {
        /// Stands for its states.
        Unknown(&'a ()),
    };
    let unknown = outline.states.is_empty().then_some(unknown);
    variants.chain(unknown).collect()
}

/// The methods of the bindings, and of the tasks that have none. They have bodies, so that handlers
/// may also be missing.
fn methods(declaration: &Declaration, facade: &TokenStream, outline: &Outline) -> Vec<TokenStream> {
    let states: Vec<&str> = outline.states.iter().map(String::as_str).collect();
    // Bindings without a task are no findings here: their task may be what is wrong.
    let (tasks, _) = plan_tasks(declaration, &outline.tasks, &states);
    let bound = declaration.bindings.iter().map(|binding| {
        let may_submit = tasks.iter().any(|t| t.method == binding.method && t.may_submit);
        (&binding.method, Some(binding), may_submit)
    });
    let free = tasks.iter().filter(|task| task.binding.is_none());
    let free = free.map(|task| (&task.method, None, task.may_submit));
    let methods = bound.chain(free).map(|(method, binding, may_submit)| {
        let signature = items::signature(facade, method, binding, may_submit);
        quote! {
            #[allow(missing_docs, unused_variables, reason = "a stub")]
            #signature {
                #facade::__private::pending()
            }
        }
    });
    methods.collect()
}
