//! Choice.

use asl_lang::ir::{Assignment, Choice, ChoiceRule, Expr, ExprKind, Let, Operand, Register};
use asl_lang::lower::uses;
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::flow::{self, hands_on_input};
use crate::declaration::names::Names;
use crate::emit::expr::Scope;
use crate::emit::path::words;
use crate::emit::plan::StatePlan;
use crate::emit::{Plan, ident};

pub(super) fn step(plan: &Plan<'_>, state: &StatePlan<'_>, choice: &Choice) -> TokenStream {
    let conditions = choice.rules.iter().map(|rule| &rule.condition);
    let read: Vec<Register> = conditions.flat_map(uses).collect();
    let enter = flow::entering(plan, &choice.enter, &read);
    // The effective input is computed anew for a way out that needs more than the raw input.
    let steps = |leave: &[Let], assign: &[Assignment]| {
        let reads_input_alone = |register: &Register| *register == Register::Input;
        let read = assign.iter().flat_map(|assignment| uses(&assignment.value));
        let is_plain =
            hands_on_input(leave) && read.collect::<Vec<_>>().iter().all(reads_input_alone);
        if is_plain {
            return flow::leaving(plan, leave, assign, &state.state.name);
        }
        let all: Vec<Let> = choice.enter.iter().chain(leave).cloned().collect();
        flow::leaving(plan, &all, assign, &state.state.name)
    };
    let mut found = Found::new();
    let rules = choice.rules.iter().enumerate().map(|(index, rule)| {
        let later = choice.rules.get(index..).unwrap_or_default();
        let lets = found.look_up(plan, later);
        let scope = Scope::of_references(&plan.constants).with_found(&found.locals);
        let condition = scope.condition(&rule.condition);
        let next = plan.enter(rule.next);
        let steps = steps(&rule.leave, &rule.assign);
        quote! {
            #lets
            if #condition {
                #steps
                return self.#next();
            }
        }
    });
    let rules: TokenStream = rules.collect();
    let otherwise = match choice.default {
        Some(default) => {
            let next = plan.enter(default);
            let steps = steps(&choice.leave, &choice.assign);
            quote! { #steps self.#next() }
        }
        None => quote! { __rt::Err(__rt::no_choice_matched()) },
    };
    let (step, cx) = (&state.step, super::context(state));
    quote! {
        fn #step(&mut self, #cx) -> __rt::Step {
            #enter
            #rules
            #otherwise
        }
    }
}

/// What is at paths that several rules read, looked up once.
///
/// A path is looked up ahead of a rule only if the rule begins with just that, so that a path that
/// leads nowhere is found at the same rule, and before any other.
struct Found {
    names: Names,
    locals: Vec<(String, Ident)>,
}

impl Found {
    fn new() -> Self {
        let mut names = Names::locals();
        for local in ["effective_input", "cx"] {
            names.reserve(local);
        }
        Self { names, locals: Vec::new() }
    }

    /// The look-ups ahead of the first of these rules.
    fn look_up(&mut self, plan: &Plan<'_>, rules: &[ChoiceRule]) -> TokenStream {
        let mut lets = TokenStream::new();
        for expr in rules.first().map(|rule| begins_with(&rule.condition)).unwrap_or_default() {
            let ExprKind::Path { path, .. } = &expr.kind else { break };
            if self.locals.iter().any(|(text, _)| *text == path.text) {
                continue;
            }
            let mut count = 0;
            rules.iter().for_each(|rule| count += reads(&rule.condition, &path.text));
            if !path.is_plain() || count < 2 {
                break;
            }
            let found = Scope::of_references(&plan.constants).reference(expr);
            let local = ident(&self.names.claim([words(path).as_str()]));
            lets.extend(quote! { let #local = #found; });
            self.locals.push((path.text.clone(), local));
        }
        lets
    }
}

/// What is read first, whatever the data are: the operands of the first comparison.
fn begins_with(condition: &Expr) -> Vec<&Expr> {
    match &condition.kind {
        ExprKind::And(conditions) | ExprKind::Or(conditions) => {
            conditions.first().map(begins_with).unwrap_or_default()
        }
        ExprKind::Not(condition) => begins_with(condition),
        _ => operands(condition),
    }
}

/// How often a condition reads a path.
fn reads(condition: &Expr, path: &str) -> usize {
    match &condition.kind {
        ExprKind::And(conditions) | ExprKind::Or(conditions) => {
            conditions.iter().map(|condition| reads(condition, path)).sum()
        }
        ExprKind::Not(condition) => reads(condition, path),
        _ => {
            let paths = operands(condition).into_iter().filter_map(|expr| match &expr.kind {
                ExprKind::Path { path, .. } => Some(path),
                _ => None,
            });
            paths.filter(|read| read.text == path).count()
        }
    }
}

/// The operands of a comparison or test, in the order in which they are read.
fn operands(condition: &Expr) -> Vec<&Expr> {
    match &condition.kind {
        ExprKind::Compare { variable, operand: Operand::Path(operand), .. } => {
            vec![variable, operand]
        }
        ExprKind::Compare { variable, .. }
        | ExprKind::Matches { variable, .. }
        | ExprKind::IsType { variable, .. } => vec![variable],
        _ => Vec::new(),
    }
}
