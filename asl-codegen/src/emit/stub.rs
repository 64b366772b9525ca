//! What is emitted where a definition has errors: the names that the caller's code uses, so that
//! rustc does not complain of them as well.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::declaration::{Declaration, OutputType};

/// The items of a machine whose definition cannot be compiled.
pub(crate) fn stub(declaration: &Declaration, facade: &TokenStream) -> TokenStream {
    let Declaration { attributes, visibility, name, .. } = declaration;
    let view = format_ident!("{name}State");
    let tasks = format_ident!("{name}Tasks");
    let handlers = format_ident!("{name}Handlers");
    let value = || quote! { #facade::Value };
    let input = declaration.input.as_ref().map_or_else(value, |(_, ty)| quote! { #ty });
    let output = declaration.output.as_ref().map_or_else(value, |ty| quote! { #ty });
    let methods = declaration.bindings.iter().map(|binding| {
        let method = &binding.method;
        let input = binding.input.as_ref().map(|input| {
            let (ty, reference) = (&input.ty, input.by_reference.then(|| quote! { & }));
            quote! { input: #reference #ty, }
        });
        let output = match &binding.output {
            OutputType::Unit => quote! { () },
            OutputType::Plain(ty) => quote! { #ty },
            OutputType::Result { ok, err } => {
                quote! { #facade::__private::Result<#ok, #err> }
            }
        };
        quote! {
            #[allow(missing_docs, reason = "a stub")]
            fn #method(
                &self,
                cx: &#facade::TaskContext<'_>,
                #input
            ) -> impl #facade::__private::Future<Output = #output> + #facade::__private::Send;
        }
    });
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
            /// Stands for its states.
            Unknown(&'a ()),
        }

        /// Stands for the tasks of a machine whose definition has errors.
        #(#attributes)*
        #visibility trait #tasks: #facade::__private::Send + #facade::__private::Sync {
            #(#methods)*
        }

        /// Stands for the handlers of a machine whose definition has errors.
        #(#attributes)*
        #[derive(Debug, Clone, Copy, Default)]
        #visibility struct #handlers<H>(
            /// The handler.
            pub H,
        );

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
                    _: &__rt::StepContext,
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
