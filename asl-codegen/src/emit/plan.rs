//! Names for everything that is emitted, and which handler serves which task.

mod tasks;

pub(super) use tasks::plan_tasks;
pub(crate) use tasks::{PlanError, TaskPlan};

use asl_lang::ir;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::constants::Constants;
use crate::declaration::names::Names;
use crate::declaration::{Binding, Declaration, OutputType};

/// What is emitted, with all names settled.
pub(crate) struct Plan<'a> {
    /// What the macro said.
    pub(crate) declaration: &'a Declaration,
    /// What the definition says.
    pub(crate) machine: &'a ir::Machine,
    /// The path of the facade: `$crate` or `::sfn`.
    pub(crate) facade: &'a TokenStream,
    /// One for each state, in order.
    pub(crate) states: Vec<StatePlan<'a>>,
    /// One for each method and distinct task that it serves, in order.
    pub(crate) tasks: Vec<TaskPlan<'a>>,
    /// One for each list of retriers.
    pub(crate) retries: Vec<RetryPlan<'a>>,
    /// The other constants of the states.
    pub(crate) constants: Constants,
    /// `OrderFlowTag`
    pub(crate) tag: Ident,
    /// `OrderFlowFrame`
    pub(crate) frame: Ident,
    /// `OrderFlowState`
    pub(crate) view: Ident,
    /// `OrderFlowTasks`
    pub(crate) tasks_trait: Ident,
    /// `OrderFlowHandlers`
    pub(crate) handlers: Ident,
}

/// A state with its names.
pub(crate) struct StatePlan<'a> {
    pub(crate) state: &'a ir::State,
    /// The variant of the tag and of the view: `ChargeCard`.
    pub(crate) variant: Ident,
    /// The function that enters it: `enter_charge_card`.
    pub(crate) enter: Ident,
    /// The function that takes its events: `charge_card`.
    pub(crate) step: Ident,
    /// Its retriers, if it has some.
    pub(crate) retry: Option<Ident>,
    /// The function that makes a branch of it, or an iteration: `child_charge_all`.
    pub(crate) child: Ident,
    /// The function that makes an iteration with an input: `batch_charge_all`.
    pub(crate) batch: Ident,
    /// The function that says what a Distributed Map is to do: `map_run_charge_all`.
    pub(crate) map_run: Ident,
}

/// Retriers, and the states that have just these.
pub(crate) struct RetryPlan<'a> {
    /// `CHARGE_CARD_RETRY`, or `RETRY` if several states share them.
    pub(crate) name: Ident,
    pub(crate) retriers: &'a [ir::Retrier],
    pub(crate) states: Vec<ir::StateId>,
}

impl<'a> Plan<'a> {
    /// Settles all names.
    ///
    /// # Errors
    /// Bindings that fit no task. The plan is made without them.
    pub(crate) fn new(
        declaration: &'a Declaration,
        machine: &'a ir::Machine,
        facade: &'a TokenStream,
    ) -> (Self, Vec<PlanError>) {
        let name = &declaration.name;
        let states: Vec<&str> = machine.states.iter().map(|state| state.name.as_str()).collect();
        let (tasks, errors) = plan_tasks(declaration, &machine.tasks, &states);
        let mut constants = Names::constants();
        let retries = plan_retries(machine, &mut constants);
        let plan = Self {
            declaration,
            machine,
            facade,
            states: plan_states(machine, &retries),
            tasks,
            retries,
            constants: Constants::new(constants, &machine.variables),
            tag: inner_name(declaration, "Tag"),
            frame: inner_name(declaration, "Frame"),
            view: format_ident!("{}State", name),
            tasks_trait: format_ident!("{}Tasks", name),
            handlers: format_ident!("{}Handlers", name),
        };
        (plan, errors)
    }

    /// The names of a state. The ids of a lowered machine are all its own.
    pub(crate) fn state(&self, id: ir::StateId) -> Option<&StatePlan<'a>> {
        self.states.get(id.0 as usize)
    }

    /// Who serves a Task.
    pub(crate) fn task(&self, id: ir::StateId) -> Option<&TaskPlan<'a>> {
        self.tasks.iter().find(|task| task.states.contains(&id))
    }

    /// Whether any state has children.
    pub(crate) fn has_children(&self) -> bool {
        let is_container = |state: &StatePlan<'_>| {
            matches!(state.state.kind, ir::StateKind::Parallel(_) | ir::StateKind::Map(_))
        };
        self.states.iter().any(is_container)
    }

    /// Whether any state has `Credentials`.
    pub(crate) fn has_credentials(&self) -> bool {
        self.states.iter().any(|state| match &state.state.kind {
            ir::StateKind::Task(task) => task.credentials.is_some(),
            _ => false,
        })
    }

    /// Whether there are variables.
    pub(crate) fn has_variables(&self) -> bool {
        !self.machine.variables.is_empty()
    }

    /// A call that enters the state with `input`.
    pub(crate) fn enter(&self, id: ir::StateId) -> Option<&Ident> {
        self.state(id).map(|state| &state.enter)
    }
}

fn plan_states<'a>(machine: &'a ir::Machine, retries: &[RetryPlan<'a>]) -> Vec<StatePlan<'a>> {
    let (mut variants, mut functions) = (Names::state_variants(), Names::state_functions());
    let plan = |(id, state): (ir::StateId, &'a ir::State)| {
        let name = state.name.as_str();
        let function = functions.claim([name]);
        let retry = retries.iter().find(|retry| retry.states.contains(&id));
        StatePlan {
            state,
            variant: ident(&variants.claim([name])),
            enter: format_ident!("enter_{function}"),
            step: format_ident!("step_{function}"),
            retry: retry.map(|retry| retry.name.clone()),
            child: format_ident!("child_{function}"),
            batch: format_ident!("batch_{function}"),
            map_run: format_ident!("map_run_{function}"),
        }
    };
    states(machine).map(plan).collect()
}

/// The lists of retriers, each once, in the order of their first states.
fn plan_retries<'a>(machine: &'a ir::Machine, names: &mut Names) -> Vec<RetryPlan<'a>> {
    let mut lists: Vec<(&'a [ir::Retrier], Vec<ir::StateId>)> = Vec::new();
    for (id, state) in states(machine) {
        let retry = retriers(&state.kind);
        match lists.iter_mut().find(|(list, _)| *list == retry) {
            _ if retry.is_empty() => {}
            Some((_, states)) => states.push(id),
            None => lists.push((retry, vec![id])),
        }
    }
    let plans = lists.into_iter().map(|(retriers, states)| {
        let name = match (states.as_slice(), states.first().and_then(|id| machine.state(*id))) {
            ([_], Some(state)) => names.claim([format!("{} retry", state.name).as_str()]),
            _ => names.claim(["retry"]),
        };
        RetryPlan { name: ident(&name), retriers, states }
    });
    plans.collect()
}

/// `Retry` of a state.
pub(super) fn retriers(kind: &ir::StateKind) -> &[ir::Retrier] {
    match kind {
        ir::StateKind::Task(task) => &task.retry,
        ir::StateKind::Parallel(parallel) => &parallel.retry,
        ir::StateKind::Map(map) => &map.retry,
        _ => &[],
    }
}

fn states(machine: &ir::Machine) -> impl Iterator<Item = (ir::StateId, &ir::State)> {
    (0..).map(ir::StateId).zip(&machine.states)
}

/// A name for one of the types that the caller does not see, where they could hide the caller's
/// own: `OrderTag`, or `OrderTag_` if the caller's types have that name.
fn inner_name(declaration: &Declaration, suffix: &str) -> Ident {
    let Declaration { input, output, bindings, .. } = declaration;
    let of_binding = |binding: &Binding| match &binding.output {
        OutputType::Unit => TokenStream::new(),
        OutputType::Plain(ty) | OutputType::Result { ok: ty, .. } => quote! { #ty },
    };
    let input = input.iter().map(|(_, ty)| quote! { #ty });
    let output = output.iter().map(|ty| quote! { #ty });
    let types = input.chain(output).chain(bindings.iter().map(of_binding));
    let types: Vec<String> = types.map(|ty| ty.to_string()).collect();
    let mut name = format_ident!("{}{suffix}", declaration.name, span = Span::call_site());
    while types.iter().any(|ty| ty.contains(&name.to_string())) {
        name = format_ident!("{}_", name);
    }
    name
}

pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
