//! The implementations of `Dispatch`, whatever the machine was written in.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The parts in which machines differ.
pub(crate) struct Calls<'a> {
    /// The machine.
    pub(crate) name: &'a Ident,
    /// Its frame.
    pub(crate) frame: &'a Ident,
    /// The trait of its tasks.
    pub(crate) tasks_trait: &'a Ident,
    /// The adapter of dynamic handlers.
    pub(crate) handlers: &'a Ident,
    /// Attributes of the functions.
    pub(crate) attributes: Option<TokenStream>,
    /// What else typed handlers have to serve.
    pub(crate) serves: Option<TokenStream>,
    /// Arms by the frame's state that call methods of `tasks`.
    pub(crate) arms: &'a [TokenStream],
    /// Calls the handler `tasks.0`.
    pub(crate) dynamic: TokenStream,
}

impl Calls<'_> {
    /// The implementations for typed handlers, for dynamic ones, and for both.
    pub(crate) fn tokens(&self) -> TokenStream {
        let Self { name, tasks_trait, handlers, serves, arms, dynamic, .. } = self;
        let typed = if arms.is_empty() {
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
        let call_typed = self.signature(&quote! { __T });
        let call_dynamic = self.signature(&quote! { #handlers<__H> });
        let call_either = self.signature(&quote! { __rt::Either<#handlers<__H>, __T> });
        quote! {
            impl<__T: #tasks_trait> __rt::Dispatch<__T> for #name #serves {
                #call_typed { #typed }
            }

            impl<__H: __rt::TaskHandler> __rt::Dispatch<#handlers<__H>> for #name {
                #call_dynamic { #dynamic }
            }

            impl<__H: __rt::TaskHandler, __T: #tasks_trait>
                __rt::Dispatch<__rt::Either<#handlers<__H>, __T>> for #name
            #serves
            {
                #call_either {
                    if __rt::handles(&tasks.dynamic.0, cx) {
                        __rt::Dispatch::call(self, frame, &tasks.dynamic, cx).await
                    } else {
                        __rt::Dispatch::call(self, frame, &tasks.typed, cx).await
                    }
                }
            }
        }
    }

    fn signature(&self, tasks: &TokenStream) -> TokenStream {
        let Self { frame, attributes, .. } = self;
        quote! {
            #attributes
            async fn call<'a>(
                &'a self,
                frame: &'a mut #frame,
                tasks: &'a #tasks,
                cx: &'a __rt::TaskContext<'_>,
            ) -> __rt::Result<__rt::Called, __rt::Failure>
        }
    }
}
