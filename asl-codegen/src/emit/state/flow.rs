//! A data flow: a `let` for each step, and the size check of what leaves the state.

use asl_lang::ir::{ExprKind, Let, Register};
use asl_lang::lower::{last_uses, uses};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::emit::expr::{Scope, local};

/// The steps of a flow, and the expression for its output.
pub(super) struct Flow {
    /// The `let`s.
    pub(super) steps: TokenStream,
    /// The output, to be used once.
    pub(super) output: TokenStream,
}

/// A flow that leaves a state: its last step sets the output.
///
/// The registers it starts from are locals of their own names.
pub(super) fn leaving(steps: &[Let], state: &str) -> Flow {
    let last = last_uses(steps, &[]);
    let by_name = |register: Register| {
        let local = local(register);
        quote! { &#local }
    };
    let mut tokens = TokenStream::new();
    let mut output = quote! { __rt::Value::Null };
    for (index, (step, last_uses)) in steps.iter().zip(&last).enumerate() {
        let scope = Scope { last_uses, reference: &by_name };
        let value = scope.value(&step.value);
        if step.register != Register::Output {
            let later = steps.get(index + 1..).unwrap_or_default();
            let local = binding(step.register, reads(later, step.register));
            tokens.extend(quote! { let #local = #value; });
        } else if let ExprKind::Register(register) = step.value.kind {
            // The output is a register as it is: the raw input has been checked already.
            if register != Register::Input {
                tokens.extend(quote! { __rt::data::payload::check(&#value, #state)?; });
            }
            output = value;
        } else {
            tokens.extend(quote! {
                let output = #value;
                __rt::data::payload::check(&output, #state)?;
            });
            output = quote! { output };
        }
    }
    Flow { steps: tokens, output }
}

/// The steps before a state's work, which leave the registers they start from alone.
///
/// `read` are the registers read after them, `input` is the expression for a reference to the raw
/// input; registers set here are locals.
pub(super) fn entering(steps: &[Let], read: &[Register], input: &TokenStream) -> TokenStream {
    let reference = references(input);
    let scope = Scope { last_uses: &[], reference: &reference };
    let lets = steps.iter().enumerate().map(|(index, step)| {
        let later = steps.get(index + 1..).unwrap_or_default();
        let is_read = read.contains(&step.register) || reads(later, step.register);
        let local = binding(step.register, is_read);
        // What is only looked at need not be owned.
        if matches!(step.value.kind, ExprKind::Path { .. } | ExprKind::Register(_)) {
            let value = scope.reference(&step.value);
            quote! { let #local = #value; }
        } else {
            let value = scope.value(&step.value);
            quote! { let #local = &#value; }
        }
    });
    quote! { #(#lets)* }
}

/// The left side of a `let`. A step that may fail is there even if nobody reads what it gives.
fn binding(register: Register, is_read: bool) -> TokenStream {
    if is_read {
        local(register).to_token_stream()
    } else {
        quote! { _ }
    }
}

/// Whether any of the steps reads the register.
pub(super) fn reads(steps: &[Let], register: Register) -> bool {
    steps.iter().any(|step| uses(&step.value).contains(&register))
}

/// How registers are reached after [`entering`].
pub(super) fn references(input: &TokenStream) -> impl Fn(Register) -> TokenStream {
    move |register| match register {
        Register::Input => quote! { #input },
        other => {
            let local = local(other);
            quote! { #local }
        }
    }
}
