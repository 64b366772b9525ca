//! A data flow: a `let` for each step, and the size check of what leaves the state.

use asl_lang::ir::{Assignment, Expr, ExprKind, Let, Register};
use asl_lang::lower::{last_uses, uses};
use asl_lang::path::ReferencePath;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::emit::constants::Constants;
use crate::emit::expr::{Scope, local};
use crate::emit::{Plan, path};

/// A flow that leaves a state: its last step puts the output into the slot `document`, which
/// holds the raw input before.
///
/// `ResultPath` changes the document in place; nothing reads the raw input after it, unless
/// `Assign` does, which then keeps a copy. The other registers are locals that hold values.
///
/// Where an `Assign` has expressions of JSONata, which may fail and whose failure may be caught, the
/// output is a local until they have been evaluated.
pub(super) fn leaving(
    plan: &Plan<'_>,
    steps: &[Let],
    assign: &[Assignment],
    state: &str,
) -> TokenStream {
    let constants = &plan.constants;
    let assigned: Vec<Register> =
        assign.iter().flat_map(|assignment| uses(&assignment.value)).collect();
    let last = last_uses(steps, &assigned);
    let is_kept_back =
        assign.iter().any(|assignment| has_query(&assignment.value)) && !hands_on_input(steps);
    let keeps_input =
        assigned.contains(&Register::Input) && !hands_on_input(steps) && !is_kept_back;
    let mut tokens = TokenStream::new();
    if keeps_input {
        tokens.extend(quote! { let input = __rt::cloned(&self.document); });
    }
    for (index, (step, last_uses)) in steps.iter().zip(&last).enumerate() {
        let scope = Scope::of_values(constants, last_uses);
        let later = steps.get(index + 1..).unwrap_or_default();
        if step.register == Register::Output
            && !is_kept_back
            && let Some(merge) = scope.merge_into_input(&step.value, state)
        {
            tokens.extend(merge);
            continue;
        }
        tokens.extend(match (&step.value.kind, step.register) {
            (ExprKind::Insert { path, value, .. }, _) => {
                let value = scope.value(value);
                insert(constants, path, &value, is_output(later).then_some(state))
            }
            // They are in the slot, and have been checked.
            (ExprKind::Register(Register::Input | Register::Combined), Register::Output) => {
                TokenStream::new()
            }
            (_, Register::Output) if is_kept_back => {
                let output = scope.value(&step.value);
                quote! {
                    let output = #output;
                    __rt::data::payload::check(&output, #state)?;
                }
            }
            (_, Register::Output) => {
                let output = scope.value(&step.value);
                quote! { __rt::put(#output, &mut self.document, #state)?; }
            }
            _ => {
                let value = scope.value(&step.value);
                let is_read = reads(later, step.register) || assigned.contains(&step.register);
                let local = binding(step.register, is_read);
                quote! { let #local = #value; }
            }
        });
    }
    tokens.extend(self::assign(plan, assign, keeps_input, state));
    if is_kept_back {
        tokens.extend(quote! { self.document = output; });
    }
    tokens
}

/// Whether an expression of JSONata is in there.
fn has_query(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Query(_)) || expr.parts().into_iter().any(has_query)
}

/// `Assign`: all values see the variables as the state found them.
fn assign(
    plan: &Plan<'_>,
    assign: &[Assignment],
    keeps_input: bool,
    state: &str,
) -> Option<TokenStream> {
    if !plan.has_variables() {
        return None;
    }
    if assign.is_empty() {
        return Some(quote! { self.assigned = &[]; });
    }
    let input = quote! { &input };
    let mut scope = Scope::of_values(&plan.constants, &[]);
    if keeps_input {
        scope = scope.with_moved(Register::Input, &input);
    }
    let places = assign.iter().map(|assignment| plan.constants.variable(assignment.variable));
    let places: Vec<_> = places.collect();
    let values = assign.iter().map(|assignment| scope.value(&assignment.value));
    Some(quote! {
        let assigned = [#((#places, #values)),*];
        __rt::data::variable::assign(assigned, &mut self.variables, #state)?;
        self.assigned = &[#(#places),*];
    })
}

/// Whether the output is the raw input.
pub(super) fn hands_on_input(steps: &[Let]) -> bool {
    matches!(
        steps,
        [.., Let { register: Register::Output, value, .. }]
            if value.kind == ExprKind::Register(Register::Input)
    ) && !steps.iter().any(|step| matches!(step.value.kind, ExprKind::Insert { .. }))
}

/// `ResultPath`; with the state whose output the document then is.
fn insert(
    constants: &Constants,
    path: &ReferencePath,
    value: &TokenStream,
    output_of: Option<&str>,
) -> TokenStream {
    let path = path::reference(constants, path);
    match output_of {
        Some(state) => quote! {
            __rt::insert_output(#value, &#path, &mut self.document, #state)?;
        },
        None => quote! { __rt::insert(#value, &#path, &mut self.document)?; },
    }
}

/// Whether all that is left is to hand on what `ResultPath` made.
fn is_output(later: &[Let]) -> bool {
    matches!(
        later,
        [Let { register: Register::Output, value, .. }]
            if value.kind == ExprKind::Register(Register::Combined)
    )
}

/// The steps before a state's work, which leave the document as it is. The registers they set are
/// locals that refer to their values.
///
/// `read` are the registers read after them.
pub(super) fn entering(plan: &Plan<'_>, steps: &[Let], read: &[Register]) -> TokenStream {
    let scope = Scope::of_references(&plan.constants);
    let lets = steps.iter().enumerate().map(|(index, step)| {
        let later = steps.get(index + 1..).unwrap_or_default();
        let is_read = read.contains(&step.register) || reads(later, step.register);
        let local = binding(step.register, is_read);
        let value = scope.reference(&step.value);
        quote! { let #local = #value; }
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
