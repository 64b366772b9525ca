//! What a state does: `task …`, `choice { … }`, `wait 15m => …`, and so on.

use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::parse::ParseStream;
use syn::{Expr, Pat, PatWild, Path, Token, braced, parse_quote, token};

use super::{attributes, choice, duration, expression, keyword, recovery, semicolon, transition};
use crate::declaration::TaskPattern;
use crate::declaration::{Findings, types, with_help};
use crate::dsl::ast::{After, Attributes, Call, Catch, Child, Inner, Kind, Length, Map, Work};
use crate::dsl::names::nearest;

const KINDS: &str = "a state is a `task`, `pass`, `choice`, `match`, `wait`, `succeed`, `fail`, \
                     `parallel`, `map` or `machine`";
const KIND_NAMES: [&str; 10] =
    ["task", "pass", "choice", "match", "wait", "succeed", "fail", "parallel", "map", "machine"];
const TASK: &str = "write `task charge(&order) { paid => Next(paid), }`";
const MAP: &str = "write `map line in &order.lines { ReserveLine = task reserve(line) } { … }`";
const MACHINE: &str = "write `machine Shipping(order) { tracking => Done(tracking), }`";
const CATCH: &str = "write `catch \"OutOfStock\" as e => Next(e.cause)`";

/// Reads what stands after the `=` of a state, to its end.
pub(super) fn parse(
    input: ParseStream<'_>,
    state: &Ident,
    findings: &mut Findings,
) -> syn::Result<Kind> {
    let span = input.span();
    if input.peek(keyword::task) {
        return task(input, findings);
    }
    if input.peek(keyword::pass) {
        input.parse::<keyword::pass>()?;
        transition::arrow(input, span, "write `pass => Next(args);`")?;
        let next = transition::parse(input, findings)?;
        semicolon(input, span, "this state")?;
        return Ok(Kind::Pass(next));
    }
    if input.peek(keyword::choice) {
        return choice::choice(input, findings);
    }
    if input.peek(Token![match]) {
        return choice::matching(input, findings);
    }
    if input.peek(keyword::wait) {
        return wait(input, findings);
    }
    if input.peek(keyword::succeed) {
        input.parse::<keyword::succeed>()?;
        let output = match input.peek(Token![;]) || input.peek(Token![=>]) {
            true => None,
            false => Some(expression::parse(input, findings)?),
        };
        end(input, span, "succeed")?;
        return Ok(Kind::Succeed(output));
    }
    if input.peek(keyword::fail) {
        return fail(input, findings);
    }
    if input.peek(keyword::parallel) {
        return parallel(input, findings);
    }
    if input.peek(keyword::map) {
        return map(input, findings);
    }
    if input.peek(keyword::machine) {
        return machine(input, state, findings);
    }
    let span = if input.is_empty() { state.span() } else { span };
    let word = input.fork().parse::<Ident>().map(|word| word.to_string());
    let meant = word.ok().and_then(|word| nearest(&word, KIND_NAMES));
    let help = meant.map(|meant| format!("did you mean `{meant}`?"));
    let message = format_args!("expected what `{state}` does");
    Err(with_help(span, message, help.as_deref().unwrap_or(KINDS)))
}

fn task(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let call = call(input, findings)?;
    let after = after(input, call.span, TASK, findings)?;
    Ok(Kind::Task { call, after })
}

/// Reads `task callback approve(&order)`.
fn call(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Call> {
    let word: keyword::task = input.parse()?;
    let is_word = |input: ParseStream<'_>| input.peek2(syn::Ident);
    let mut span = word.span;
    let pattern = if input.peek(keyword::callback) && is_word(input) {
        span = input.parse::<keyword::callback>()?.span;
        TaskPattern::Callback
    } else if input.peek(keyword::activity) && is_word(input) {
        span = input.parse::<keyword::activity>()?.span;
        TaskPattern::Activity
    } else if input.peek(keyword::job) && is_word(input) {
        span = input.parse::<keyword::job>()?.span;
        TaskPattern::Job
    } else {
        TaskPattern::RequestResponse
    };
    let method = transition::name(input, "a task", TASK)?;
    if pattern == TaskPattern::RequestResponse {
        span = method.span();
    }
    if !input.peek(token::Paren) {
        let message = format_args!("expected `(` after `{method}`");
        return Err(with_help(method.span(), message, TASK));
    }
    let args = transition::arguments(input, findings)?;
    Ok(Call { pattern, span, method, args })
}

/// Reads the arms that follow the work of a state, or `=> Next(args);` where nobody needs its result.
fn after(
    input: ParseStream<'_>,
    span: Span,
    help: &str,
    findings: &mut Findings,
) -> syn::Result<After> {
    let mut after = After::default();
    if input.peek(Token![=>]) {
        let arrow: Token![=>] = input.parse()?;
        let next = transition::parse(input, findings)?;
        after.success = Some((Pat::Wild(ignored(arrow.spans[0])), next));
        semicolon(input, span, "this state")?;
        return Ok(after);
    }
    if !input.peek(token::Brace) {
        let span = if input.is_empty() { span } else { input.span() };
        return Err(with_help(span, "expected `{` with what follows, or `=>`", help));
    }
    let content;
    let braces = braced!(content in input);
    while !content.is_empty() {
        let begin = content.cursor();
        if let Err(error) = arm(&content, &mut after, findings) {
            findings.push(error);
            recovery::skip_arm(&content, begin);
            // What was meant by it is not known: nothing is missing.
            after.is_incomplete = true;
        }
    }
    if after.success.is_none() && !after.is_incomplete {
        let message = "it is not said what follows a success";
        findings.push(with_help(braces.span.open(), message, "add `result => Next(result)`"));
        after.is_incomplete = true;
    }
    input.parse::<Option<Token![;]>>()?;
    Ok(after)
}

fn ignored(span: Span) -> PatWild {
    PatWild { attrs: Vec::new(), underscore_token: Token![_](span) }
}

fn arm(content: ParseStream<'_>, after: &mut After, findings: &mut Findings) -> syn::Result<()> {
    let span = content.span();
    if content.peek(keyword::catch) && !content.peek2(Token![=>]) {
        content.parse::<keyword::catch>()?;
        let errors = attributes::errors(content, CATCH)?;
        let mut binding = None;
        if content.peek(Token![as]) {
            content.parse::<Token![as]>()?;
            binding = Some(transition::name(content, "a name for the error", CATCH)?);
        }
        transition::arrow(content, span, CATCH)?;
        let next = transition::parse(content, findings)?;
        comma(content)?;
        after.catches.push(Catch { errors, binding, next });
        return Ok(());
    }
    let pattern = Pat::parse_single(content)?;
    transition::arrow(content, span, "write `result => Next(result)`")?;
    let next = transition::parse(content, findings)?;
    comma(content)?;
    if after.success.is_some() {
        let help = "decide in a `choice` that it leads to";
        return Err(with_help(span, "a success leads to one state", help));
    }
    after.success = Some((pattern, next));
    Ok(())
}

/// Reads the `;` after a state that nothing follows.
fn end(input: ParseStream<'_>, span: Span, what: &str) -> syn::Result<()> {
    if input.peek(Token![=>]) || input.peek(token::Brace) {
        let message = format_args!("the machine ends with a `{what}`: nothing follows it");
        return Err(with_help(input.span(), message, "end the state with `;`"));
    }
    semicolon(input, span, "this state")
}

pub(super) fn comma(content: ParseStream<'_>) -> syn::Result<()> {
    if !content.is_empty() {
        content.parse::<Token![,]>()?;
    }
    Ok(())
}

fn wait(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: keyword::wait = input.parse()?;
    let length = if input.peek(keyword::until) {
        input.parse::<keyword::until>()?;
        Length::Until(expression::parse(input, findings)?)
    } else if input.peek(Token![for]) {
        input.parse::<Token![for]>()?;
        Length::For(expression::parse(input, findings)?)
    } else {
        Length::Fixed(duration::milliseconds(input)?.0)
    };
    let example =
        "write `wait 15m => Next(args);`, `wait for length => …` or `wait until time => …`";
    transition::arrow(input, word.span, example)?;
    let next = transition::parse(input, findings)?;
    semicolon(input, word.span, "this state")?;
    Ok(Kind::Wait { length, next })
}

fn fail(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: keyword::fail = input.parse()?;
    let args = match input.peek(token::Paren) {
        true => transition::arguments(input, findings)?,
        false => Vec::new(),
    };
    if args.len() > 2 {
        let help = "write `fail(error, cause);`";
        findings.push(with_help(word.span, "a fail has an error name and a cause", help));
    }
    let mut args = args.into_iter();
    let (error, cause) = (args.next(), args.next());
    end(input, word.span, "fail")?;
    Ok(Kind::Fail { error, cause })
}

fn parallel(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: keyword::parallel = input.parse()?;
    let example = "write `parallel { Ship = task ship(&order), … } { (shipment, …) => Next(…) }`";
    if !input.peek(token::Brace) {
        return Err(with_help(word.span, "expected `{` after `parallel`", example));
    }
    let content;
    let braces = braced!(content in input);
    let (mut branches, mut is_complete) = (Vec::new(), true);
    while !content.is_empty() {
        let begin = content.cursor();
        let read = child(&content, findings).and_then(|child| comma(&content).map(|()| child));
        match read {
            Ok(branch) => branches.push(branch),
            Err(error) => {
                is_complete = false;
                findings.push(error);
                recovery::skip_arm(&content, begin);
            }
        }
    }
    if branches.is_empty() && is_complete {
        findings.push(with_help(braces.span.open(), "there is no branch here", example));
    }
    let mut after = after(input, word.span, example, findings)?;
    after.is_incomplete |= !is_complete || branches.is_empty();
    Ok(Kind::Parallel { branches, after })
}

/// Reads `machine Shipping(order) { tracking => Done(tracking), }`: a parallel of one branch.
fn machine(input: ParseStream<'_>, state: &Ident, findings: &mut Findings) -> syn::Result<Kind> {
    let span = input.span();
    let inner = inner(input, findings)?;
    let branch = Child {
        docs: Vec::new(),
        attributes: Attributes::default(),
        name: format_ident!("{}Machine", state),
        caught: None,
        work: Work::Machine(inner),
    };
    let mut after = after(input, span, MACHINE, findings)?;
    if let Some((pattern, _)) = &mut after.success
        && !matches!(pattern, Pat::Wild(_))
    {
        *pattern = parse_quote! { (#pattern,) };
    }
    Ok(Kind::Parallel { branches: vec![branch], after })
}

/// Reads `machine Shipping(order)`.
fn inner(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Inner> {
    input.parse::<keyword::machine>()?;
    let path = input.call(Path::parse_mod_style)?;
    let args = transition::arguments(input, findings)?;
    Ok(Inner { path, args })
}

/// Reads `Ship = task ship(&order, &paid)`.
fn child(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Child> {
    let example = "write `Ship = task ship(&order)` or `Ship = machine Shipping(order)`";
    let (docs, attributes) = attributes::parse(input, findings)?;
    if input.peek(keyword::task) && !input.peek2(Token![=]) {
        let message = "a branch or body has a name, which histories show";
        return Err(with_help(input.span(), message, example));
    }
    let name = transition::name(input, "the name of a branch or body", example)?;
    if !input.peek(Token![=]) {
        return Err(with_help(name.span(), format_args!("expected `=` after `{name}`"), example));
    }
    input.parse::<Token![=]>()?;
    let is_tried = input.peek(Token![try]);
    input.parse::<Option<Token![try]>>()?;
    let work = if input.peek(keyword::task) {
        Work::Task(call(input, findings)?)
    } else if input.peek(keyword::machine) {
        if is_tried {
            let message = "only a task is tried";
            let help = "catch what can go wrong in the machine itself, and let it end well";
            findings.push(with_help(input.span(), message, help));
        }
        Work::Machine(inner(input, findings)?)
    } else {
        return Err(with_help(input.span(), "expected `task` or `machine`", example));
    };
    let caught = matches!(work, Work::Task(_)) && is_tried;
    let caught = caught.then(|| format_ident!("{name}Failed"));
    Ok(Child { docs, attributes, name, caught, work })
}

fn map(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<Kind> {
    let word: keyword::map = input.parse()?;
    let item = transition::name(input, "a name for the item", MAP)?;
    let mut owned = None;
    if input.peek(Token![:]) {
        input.parse::<Token![:]>()?;
        owned = Some(types::parse_owned(input, "an item", findings)?);
    }
    if !input.peek(Token![in]) {
        return Err(with_help(input.span(), "expected `in` after the item", MAP));
    }
    input.parse::<Token![in]>()?;
    let items = expression::parse_before_brace(input, findings)?;
    // What was refused may have been anything.
    let is_borrowed = matches!(items, Expr::Reference(_) | Expr::Verbatim(_));
    if owned.is_none() && !is_borrowed {
        findings.push(with_help(
            item.span(),
            "items that the state does not borrow have a type",
            format_args!("borrow them, `&…`, or write `map {item}: Type in …`"),
        ));
    }
    if !input.peek(token::Brace) {
        return Err(with_help(word.span, "expected `{` with the body after the items", MAP));
    }
    let content;
    braced!(content in input);
    let body = child(&content, findings)?;
    comma(&content)?;
    if !content.is_empty() {
        let help = "put several steps into a machine of their own: `Name = machine Sub(item)`";
        findings.push(with_help(content.span(), "the body of a map is one state", help));
        content.parse::<proc_macro2::TokenStream>()?;
    }
    let after = after(input, word.span, MAP, findings)?;
    Ok(Kind::Map(Box::new(Map { item, owned, items, body, after })))
}
