//! The implementation of `StateMachine`, whatever the machine was written in.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The parts in which machines differ. In all of them `frame` is the frame, and in most `self` the
/// machine.
pub(crate) struct Implementation<'a> {
    /// The machine.
    pub(crate) name: &'a Ident,
    /// Its frame.
    pub(crate) frame: &'a Ident,
    /// The type of its input.
    pub(crate) input: TokenStream,
    /// The type of its output.
    pub(crate) output: TokenStream,
    /// The static `DEFINITION`.
    pub(crate) definition: TokenStream,
    /// A frame without data.
    pub(crate) empty: TokenStream,
    /// Puts `frame` into the first state, with `input` of the input's type,
    pub(crate) start: TokenStream,
    /// and with `input` as JSON text.
    pub(crate) start_json: TokenStream,
    /// Answers for states that are not in the definition.
    pub(crate) state: TokenStream,
    /// The method `is_random`, if it is.
    pub(crate) is_random: Option<TokenStream>,
    /// What the steps call the event,
    pub(crate) event: TokenStream,
    /// and the context.
    pub(crate) cx: TokenStream,
    /// Arms by the frame's state.
    pub(crate) steps: TokenStream,
    /// Takes `result` as that of the current task.
    pub(crate) complete: TokenStream,
    /// Gives the `datum`.
    pub(crate) datum: TokenStream,
    /// The methods about children.
    pub(crate) children: Option<TokenStream>,
    /// Gives the output,
    pub(crate) finish: TokenStream,
    /// and as JSON text.
    pub(crate) finish_json: TokenStream,
}

impl Implementation<'_> {
    /// The implementation.
    pub(crate) fn tokens(&self) -> TokenStream {
        let Self { name, frame, input, output, definition, empty, start, start_json, .. } = self;
        let Self { state, is_random, event, cx, steps, complete, datum, children, .. } = self;
        let Self { finish, finish_json, .. } = self;
        quote! {
            impl __rt::StateMachine for #name {
                type Input = #input;
                type Output = #output;
                type Frame = #frame;

                #[inline]
                fn definition(&self) -> &__rt::Definition<'_> {
                    #definition
                    &DEFINITION
                }

                #[inline]
                fn frame(&self) -> #frame {
                    #empty
                }

                #[inline]
                fn start(
                    &self,
                    frame: &mut #frame,
                    input: Self::Input,
                ) -> __rt::Result<(), __rt::Failure> {
                    #start
                    __rt::Ok(())
                }

                fn start_json(
                    &self,
                    frame: &mut #frame,
                    input: &[__rt::u8],
                ) -> __rt::Result<(), __rt::Failure> {
                    #start_json
                    __rt::Ok(())
                }

                #[inline]
                fn state<'a>(&'a self, frame: &#frame) -> &'a __rt::StateInfo<'a> {
                    #state
                    &__rt::StateMachine::definition(self).states[frame.state as __rt::usize]
                }

                #is_random

                #[inline]
                fn step(
                    &self,
                    frame: &mut #frame,
                    #event: __rt::Event,
                    #cx: &__rt::StepContext<'_>,
                ) -> __rt::Step {
                    match frame.state { #steps }
                }

                fn complete(
                    &self,
                    frame: &mut #frame,
                    result: __rt::Value,
                ) -> __rt::Result<(), __rt::Failure> {
                    #complete
                    __rt::Ok(())
                }

                fn datum<'a>(
                    &self,
                    frame: &'a #frame,
                    datum: __rt::Datum,
                ) -> __rt::Cow<'a, __rt::Value> {
                    #datum
                }

                #children

                #[inline]
                fn finish(
                    &self,
                    frame: &mut #frame,
                ) -> __rt::Result<Self::Output, __rt::Failure> {
                    #finish
                }

                fn finish_json(
                    &self,
                    frame: &mut #frame,
                ) -> __rt::Result<__rt::Vec<__rt::u8>, __rt::Failure> {
                    #finish_json
                }
            }
        }
    }
}
