//! The functions of each state: `enter_…` puts the frame into it, `step_…` takes its events.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::{Expr, Pat};

use super::choices::{choice, matching};
use super::ends::{end, fail, succeed};
use super::scope::{self, Scope, borrow, broken, transition};
use super::{place, tables};
use crate::dsl::ast::{After, Attributes, Catch, Kind, Length, Map, Transition};
use crate::dsl::plan::{Of, Plan, StatePlan, bare_pattern};

/// The functions of all states, in the order they are written.
pub(super) fn steps(plan: &Plan<'_>) -> TokenStream {
    let frame = &plan.frame;
    let begin = begin(plan);
    let functions = plan.states.iter().map(|state| functions(plan, state));
    quote! {
        #[allow(dead_code, reason = "what a mistake in the machine has cut off")]
        #[allow(
            unused_parens, clippy::all, reason = "expressions of the caller's stand in others here"
        )]
        impl #frame {
            #begin
            #(#functions)*
        }
    }
}

/// Whether a state takes events, or does all it does when it is entered.
pub(super) fn takes_events(state: &StatePlan<'_>) -> bool {
    match state.of {
        Of::State(state) => state.kind.after().is_some() || matches!(state.kind, Kind::Wait { .. }),
        Of::Child { .. } => true,
        Of::Caught { .. } => false,
    }
}

/// Puts an empty frame into the first state.
fn begin(plan: &Plan<'_>) -> TokenStream {
    let input = plan.declaration.input.as_ref().map(|(name, ty)| quote! { #name: #ty });
    let lets = scope::lets(plan);
    let input_name = plan.declaration.input.iter().map(|(name, _)| name.clone());
    let scope = Scope::of_machine(plan).hidden(&input_name.collect());
    let enter = match &plan.body.start {
        Some(start) => transition(plan, &scope, start),
        None => broken(),
    };
    quote! {
        /// The start.
        #[allow(unused_variables, reason = "not every machine reads its input")]
        #[inline]
        fn begin(&mut self, #input) -> __rt::Step { #lets #enter }
    }
}

fn functions(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let enter = enter(plan, state);
    // The steps of another machine are its own.
    if state.inner.is_some() {
        return TokenStream::new();
    }
    let step = step(plan, state);
    let (name, of) = (&state.step, tables::type_name(state));
    let event = takes_events(state).then(|| quote! { event: __rt::Event });
    let docs = format!(" `{}`, a {of}.", state.name);
    quote! {
        #enter

        #[doc = #docs]
        fn #name(&mut self, #event) -> __rt::Step { #step }
    }
}

/// The function that puts the frame into a state; none for a branch or a body.
fn enter(plan: &Plan<'_>, state: &StatePlan<'_>) -> Option<TokenStream> {
    let written = state.written()?;
    let (enter, tag, variant) = (&state.enter, &plan.tag, &state.variant);
    let reset = state.retry.is_some().then(|| quote! { self.retries.reset(); });
    let stale = state.stale.iter().filter_map(|slot| plan.field(*slot));
    let (names, types): (Vec<_>, Vec<_>) =
        written.params.iter().map(|param| (&param.name, &param.ty)).unzip();
    let docs = format!(" Enters `{}`.", state.name);
    let (params, fill) = if let Some(shared) = &state.shared {
        let (field, ty) = (plan.field(shared.slot), &shared.ty);
        let items = match &written.kind {
            Kind::Map(map) => owned_items(plan, map, state),
            _ => None,
        };
        let (made, member) = items.unzip();
        let fill = quote! {
            #made
            self.#field.put(__rt::Shared::new(#ty { #(#names,)* #member }));
        };
        (quote! { #(#names: #types),* }, fill)
    } else {
        let fields = state.params.iter().filter_map(|slot| plan.field(*slot));
        (quote! { #(#names: __rt::Given<#types>),* }, quote! { #(self.#fields.give(#names);)* })
    };
    Some(quote! {
        #[doc = #docs]
        #[inline]
        fn #enter(&mut self, #params) -> __rt::Step {
            #fill
            #(self.#stale.clear();)*
            #reset
            self.state = #tag::#variant;
            __rt::Ok(__rt::Command::Next)
        }
    })
}

/// The items that a Map owns, made of its parameters: their `let`, and the member of its data.
fn owned_items(
    plan: &Plan<'_>,
    map: &Map,
    state: &StatePlan<'_>,
) -> Option<(TokenStream, TokenStream)> {
    let (ty, items) = (map.owned.as_ref()?, &state.shared.as_ref()?.items);
    let names = scope::names(state);
    let used = [place::borrowed(&map.items, &[])];
    let references = names.iter().filter(|name| scope::is_used(name, &used));
    let value = place::borrowed(&map.items, &scope::places(plan, state));
    let lets = Scope::of(plan, state).borrow_lets(plan, &used);
    let made = quote! {
        let __items: __rt::Vec<#ty> = {
            #lets
            #(let #references = &#references;)*
            #value
        };
    };
    Some((made, quote! { #items: __items, }))
}

fn step(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let scope = Scope::of(plan, state);
    let written = match state.of {
        Of::State(written) => written,
        Of::Child { .. } => return child(plan, state),
        // The error is in its slot already.
        Of::Caught { .. } => return end(),
    };
    let failed = quote! { __rt::Err(failure) };
    match &written.kind {
        Kind::Task { after, .. } => {
            let call = call(state.attributes());
            let success = task_success(plan, state, after);
            work(plan, state, &call, &success, &failed, after)
        }
        Kind::Pass(next) => transition(plan, &scope, next),
        Kind::Choice { rules, otherwise } => choice(plan, state, rules, otherwise.as_ref()),
        Kind::Match { on, arms } => matching(plan, state, on, arms),
        Kind::Wait { length, next } => wait(plan, state, length, next),
        Kind::Succeed(output) => succeed(plan, state, output.as_ref()),
        Kind::Fail { error, cause } => fail(plan, &scope, error.as_ref(), cause.as_ref()),
        Kind::Parallel { branches, after } => {
            let count = Literal::usize_unsuffixed(branches.len());
            let start = quote! { __rt::Ok(__rt::Command::Parallel { branches: #count }) };
            let children = state.children.iter().filter_map(|child| plan.state(*child));
            let fields: Option<Vec<_>> =
                children.map(|child| child.result.and_then(|slot| plan.field(slot))).collect();
            let outputs = fields.map(|fields| quote! { (#(self.#fields.take()?,)*) });
            let success = children_success(plan, state, after, outputs);
            work(plan, state, &start, &success, &failed, after)
        }
        Kind::Map(map) => {
            let start = map_start(plan, state, map);
            let field = state.outputs.and_then(|slot| plan.field(slot));
            let outputs = field.map(|field| quote! { self.#field.take()?.finish()? });
            let success = children_success(plan, state, &map.after, outputs);
            work(plan, state, &start, &success, &failed, &map.after)
        }
        Kind::Broken => broken(),
    }
}

/// The command to call a task.
fn call(attributes: &Attributes) -> TokenStream {
    let limit = |seconds: Option<u32>| match seconds.map(Literal::u32_unsuffixed) {
        Some(seconds) => quote! { __rt::NonZeroU32::new(#seconds) },
        None => quote! { __rt::None },
    };
    let timeout = limit(attributes.timeout.map(|(seconds, _)| seconds));
    let heartbeat = limit(attributes.heartbeat.map(|(seconds, _)| seconds));
    quote! { __rt::Ok(__rt::Command::Call { timeout: #timeout, heartbeat: #heartbeat }) }
}

/// The steps of a branch or an iteration: its end is that of its line.
fn child(plan: &Plan<'_>, state: &StatePlan<'_>) -> TokenStream {
    let call = call(state.attributes());
    let caught = state.caught().and_then(|caught| {
        let caught = plan.states.iter().find(|state| state.name == caught)?;
        let (tag, variant, field) = (&plan.tag, &caught.variant, plan.field(state.result?)?);
        Some(quote! {
            self.#field.put(__rt::Err(__rt::Caught::from(failure)));
            self.state = #tag::#variant;
            __rt::Ok(__rt::Command::Next)
        })
    });
    let failure = caught.unwrap_or_else(|| quote! { __rt::Err(failure) });
    work(plan, state, &call, &end(), &failure, &After::default())
}

/// The steps of a state that has work done.
fn work(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    start: &TokenStream,
    success: &TokenStream,
    failure: &TokenStream,
    after: &After,
) -> TokenStream {
    let retry = state.retry.as_ref().map(|table| {
        quote! {
            if let __rt::Some(retry) = self.retries.next(&#table, &failure) {
                return __rt::Ok(__rt::Command::Retry(retry));
            }
        }
    });
    let catchers = after.catches.iter().map(|catch| catcher(plan, state, catch));
    quote! {
        match event {
            __rt::Event::Enter | __rt::Event::Resume => { #start }
            __rt::Event::Succeeded => { #success }
            __rt::Event::Failed(failure) => {
                #retry
                #(#catchers)*
                #failure
            }
        }
    }
}

fn catcher(plan: &Plan<'_>, state: &StatePlan<'_>, catch: &Catch) -> TokenStream {
    let errors = catch.errors.values();
    let mut scope = Scope::of(plan, state);
    let caught = catch.binding.as_ref().map(|name| {
        scope = scope.clone().hidden(&[name.clone()].into());
        quote! { let #name = __rt::Caught::from(failure); }
    });
    let shared = unshare(plan, state, &args(&catch.next));
    let next = transition(plan, &scope, &catch.next);
    quote! {
        if __rt::catches(&[#(#errors),*], &failure) {
            #shared
            #caught
            return { #next };
        }
    }
}

/// What follows from the result of a task.
fn task_success(plan: &Plan<'_>, state: &StatePlan<'_>, after: &After) -> TokenStream {
    let (Some((pattern, next)), Some(slot)) = (&after.success, state.result) else {
        return broken();
    };
    let scope = Scope::of(plan, state);
    match bare_pattern(pattern) {
        Some(name) => transition(plan, &scope.with(name, slot), next),
        None => {
            let field = plan.field(slot);
            let matched = matched(pattern, quote! { self.#field.take()? });
            let next = transition(plan, &scope.hidden(&place::bound(pattern)), next);
            quote! { #matched #next }
        }
    }
}

/// What follows from the outputs of children.
fn children_success(
    plan: &Plan<'_>,
    state: &StatePlan<'_>,
    after: &After,
    outputs: Option<TokenStream>,
) -> TokenStream {
    let (Some((pattern, next)), Some(outputs)) = (&after.success, outputs) else {
        return broken();
    };
    let shared = unshare(plan, state, &args(next));
    let matched = matched(pattern, outputs);
    let scope = Scope::of(plan, state).hidden(&place::bound(pattern));
    let next = transition(plan, &scope, next);
    quote! { #shared #matched #next }
}

fn matched(pattern: &Pat, value: TokenStream) -> TokenStream {
    match pattern {
        Pat::Wild(_) => TokenStream::new(),
        pattern => quote! { let #pattern = #value; },
    }
}

/// Takes what a state has shared back, under its names; nothing where it shares nothing.
fn unshare(plan: &Plan<'_>, state: &StatePlan<'_>, used: &[TokenStream]) -> Option<TokenStream> {
    let (shared, written) = (state.shared.as_ref()?, state.written()?);
    let (field, ty) = (plan.field(shared.slot)?, &shared.ty);
    let names = written.params.iter().map(|param| &param.name);
    let names: Vec<_> = names.filter(|name| scope::is_used(name, used)).collect();
    Some(quote! {
        let __shared = self.#field.take()?;
        #[allow(unused_variables, reason = "a name may be that of a field")]
        let #ty { #(#names,)* .. } = __shared.into_inner()?;
    })
}

fn map_start(plan: &Plan<'_>, state: &StatePlan<'_>, map: &Map) -> TokenStream {
    let Some(outputs) = state.outputs.and_then(|slot| plan.field(slot)) else { return broken() };
    let used = match map.owned {
        Some(_) => Vec::new(),
        None => vec![place::borrowed(&map.items, &[])],
    };
    let shared = borrow(plan, state, &quote! { self }, &used);
    let items = scope::items(plan, state);
    let most = state.attributes().concurrency.map_or(0, |(most, _)| most);
    let most = Literal::u32_unsuffixed(most);
    quote! {
        #shared
        let items = __rt::item_count(#items)?;
        self.#outputs.put(__rt::Outputs::new(items));
        __rt::Ok(__rt::Command::Map { items, max_concurrency: #most })
    }
}

fn wait(plan: &Plan<'_>, state: &StatePlan<'_>, length: &Length, next: &Transition) -> TokenStream {
    let names = scope::places(plan, state);
    let over = |expression: &Expr| {
        let used = [quote! { #expression }];
        (borrow(plan, state, &quote! { self }, &used), place::borrowed(expression, &names))
    };
    let pause = match length {
        Length::Fixed(milliseconds) => {
            let milliseconds = Literal::u64_unsuffixed(*milliseconds);
            quote! { __rt::Pause::For(__rt::Duration::from_millis(#milliseconds)) }
        }
        Length::For(length) => {
            let (references, length) = over(length);
            quote! {{
                #references
                let length: __rt::Duration = #length;
                __rt::Pause::For(length)
            }}
        }
        Length::Until(time) => {
            let any_type = matches!(time, Expr::Verbatim(_)).then(|| quote! { : &&__rt::str });
            let (references, time) = over(time);
            quote! {{
                #references
                let time #any_type = &#time;
                __rt::Pause::Until(__rt::WakeTime::wake_time(time)?)
            }}
        }
    };
    let next = transition(plan, &Scope::of(plan, state), next);
    quote! {
        match event {
            __rt::Event::Enter => __rt::Ok(__rt::Command::Wait(#pause)),
            __rt::Event::Failed(failure) => __rt::Err(failure),
            __rt::Event::Resume | __rt::Event::Succeeded => { #next }
        }
    }
}

/// The arguments of a transition.
fn args(next: &Transition) -> Vec<TokenStream> {
    next.args.iter().map(|arg| quote! { #arg }).collect()
}
