//! Names for everything that is emitted, and which handler serves which task.

use asl_lang::ast::{IntegrationPattern, ResourceKind};
use asl_lang::ir;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::declaration::names::Names;
use crate::declaration::{Binding, Declaration, OutputType, Selector};

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
    /// One for each distinct task, in order.
    pub(crate) tasks: Vec<TaskPlan<'a>>,
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
    /// Its retriers: `CHARGE_CARD_RETRY`.
    pub(crate) retry: Ident,
    /// Its catchers: `CHARGE_CARD_CATCH`.
    pub(crate) catch: Ident,
}

/// A distinct task with its method.
pub(crate) struct TaskPlan<'a> {
    pub(crate) task: &'a ir::DistinctTask,
    /// The method of the trait.
    pub(crate) method: Ident,
    /// The signature the caller gave it.
    pub(crate) binding: Option<&'a Binding>,
    /// How its result comes.
    pub(crate) pattern: Pattern,
    /// Whether the handler sees the payload of a `lambda:invoke` alone.
    pub(crate) envelope: bool,
}

/// How a task's result comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    RequestResponse,
    Job,
    Callback,
    Activity,
}

impl Pattern {
    fn of(resource: &ResourceKind) -> Self {
        match resource {
            ResourceKind::Activity { .. } => Self::Activity,
            ResourceKind::Integration { pattern, .. } => match pattern {
                IntegrationPattern::RequestResponse => Self::RequestResponse,
                IntegrationPattern::Sync | IntegrationPattern::Sync2 => Self::Job,
                IntegrationPattern::WaitForTaskToken => Self::Callback,
            },
            ResourceKind::LambdaFunction { .. } | ResourceKind::Other => Self::RequestResponse,
        }
    }

    /// Whether the handler may leave the result to whoever holds the task's token.
    pub(crate) fn may_submit(self) -> bool {
        self != Self::RequestResponse
    }
}

/// A binding that fits no task of the definition.
pub(crate) struct PlanError {
    pub(crate) span: Span,
    pub(crate) message: String,
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
        let (tasks, errors) = plan_tasks(declaration, machine);
        let plan = Self {
            declaration,
            machine,
            facade,
            states: plan_states(machine),
            tasks,
            tag: inner_name(declaration, "Tag"),
            frame: inner_name(declaration, "Frame"),
            view: format_ident!("{name}State"),
            tasks_trait: format_ident!("{name}Tasks"),
            handlers: format_ident!("{name}Handlers"),
        };
        (plan, errors)
    }

    /// The names of a state. The ids of a lowered machine are all its own.
    pub(crate) fn state(&self, id: ir::StateId) -> Option<&StatePlan<'a>> {
        self.states.get(id.0 as usize)
    }

    /// A call that enters the state with `input`.
    pub(crate) fn enter(&self, id: ir::StateId) -> Option<&Ident> {
        self.state(id).map(|state| &state.enter)
    }
}

fn plan_states<'a>(machine: &'a ir::Machine) -> Vec<StatePlan<'a>> {
    let (mut variants, mut functions) = (Names::state_variants(), Names::state_functions());
    let plan = |state: &'a ir::State| {
        let name = state.name.as_str();
        let function = functions.claim([name]);
        let table = function.trim_end_matches('_').to_uppercase();
        StatePlan {
            state,
            variant: ident(&variants.claim([name])),
            enter: format_ident!("enter_{function}"),
            step: format_ident!("step_{function}"),
            retry: format_ident!("{table}_RETRY"),
            catch: format_ident!("{table}_CATCH"),
        }
    };
    machine.states.iter().map(plan).collect()
}

fn plan_tasks<'a>(
    declaration: &'a Declaration,
    machine: &'a ir::Machine,
) -> (Vec<TaskPlan<'a>>, Vec<PlanError>) {
    let mut names = Names::task_methods();
    for binding in &declaration.bindings {
        names.reserve(&binding.method.to_string());
    }
    let mut used = vec![false; declaration.bindings.len()];
    let mut plans = Vec::with_capacity(machine.tasks.len());
    for task in &machine.tasks {
        let found = best_binding(declaration, machine, task);
        if let Some(used) = found.and_then(|index| used.get_mut(index)) {
            *used = true;
        }
        let binding = found.and_then(|index| declaration.bindings.get(index));
        let first_state = task.states.first().and_then(|id| machine.state(*id));
        let state_name = first_state.map_or("", |state| state.name.as_str());
        let method = match binding {
            Some(binding) => binding.method.clone(),
            None => ident(&names.claim([task.name.as_str(), state_name])),
        };
        let is_lambda = binding.is_some_and(|b| matches!(b.selector, Selector::Lambda(_)));
        plans.push(TaskPlan {
            task,
            method,
            binding,
            pattern: Pattern::of(&task.resource.kind),
            envelope: is_lambda
                && matches!(task.resource.kind, ResourceKind::Integration { .. }),
        });
    }
    let unused = declaration.bindings.iter().zip(used).filter(|(_, used)| !used);
    let errors = unused.map(|(binding, _)| unused_binding(binding, machine)).collect();
    (plans, errors)
}

/// The binding for a task: by state, else by the name of what does the work, else by `Resource`.
fn best_binding(
    declaration: &Declaration,
    machine: &ir::Machine,
    task: &ir::DistinctTask,
) -> Option<usize> {
    let rank = |binding: &Binding| {
        let text = binding.selector.text().value();
        let service = match &task.resource.kind {
            ResourceKind::LambdaFunction { .. } => "lambda",
            ResourceKind::Activity { .. } => "activity",
            ResourceKind::Integration { service, .. } => service.as_str(),
            ResourceKind::Other => "",
        };
        match &binding.selector {
            Selector::State(_) => task
                .states
                .iter()
                .filter_map(|id| machine.state(*id))
                .any(|state| state.name == text)
                .then_some(0),
            Selector::Lambda(_) => (service == "lambda" && task.name == text).then_some(1),
            Selector::Activity(_) => (service == "activity" && task.name == text).then_some(1),
            Selector::StateMachine(_) => (service == "states" && task.name == text).then_some(1),
            Selector::Resource(_) => (task.resource.arn == text).then_some(2),
        }
    };
    let ranked = declaration.bindings.iter().enumerate();
    ranked.filter_map(|(index, b)| Some((rank(b)?, index))).min().map(|(_, index)| index)
}

fn unused_binding(binding: &Binding, machine: &ir::Machine) -> PlanError {
    let text = binding.selector.text();
    let names = match binding.selector {
        Selector::State(_) => {
            let tasks = machine.states.iter();
            let tasks = tasks.filter(|state| matches!(state.kind, ir::StateKind::Task(_)));
            tasks.map(|state| state.name.as_str()).collect::<Vec<_>>()
        }
        Selector::Resource(_) => {
            machine.tasks.iter().map(|task| task.resource.arn.as_str()).collect()
        }
        _ => machine.tasks.iter().map(|task| task.name.as_str()).collect(),
    };
    let keyword = binding.selector.keyword();
    let mut message = format!("no task of the definition is `{keyword} \"{}\"`", text.value());
    let near = asl_lang::diagnostic::suggestion(&text.value(), names.iter().copied());
    match near {
        Some(name) => message.push_str(&format!("\nhelp: did you mean `{keyword} \"{name}\"`?")),
        None if names.is_empty() => message.push_str("\nhelp: the definition has no tasks"),
        None => message.push_str(&format!("\nhelp: there are `{}`", names.join("`, `"))),
    }
    PlanError { span: text.span(), message }
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
        name = format_ident!("{name}_");
    }
    name
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
