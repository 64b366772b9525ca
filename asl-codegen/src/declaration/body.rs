//! What follows a machine's source: `;`, or a block with substitutions and tasks. After a
//! definition that stands in the macro itself, the block is announced by `with`.

use proc_macro2::Span;
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Token, braced, token};

use super::findings::with_help;
use super::{Declaration, Findings, Source, keyword, recovery, substitutions, tasks};

/// Reads to the end of the machine that began at `start`.
pub(super) fn parse(
    input: ParseStream<'_>,
    start: Cursor<'_>,
    declaration: &mut Declaration,
    findings: &mut Findings,
) -> syn::Result<()> {
    if matches!(declaration.source, Source::Dsl { .. }) {
        refuse_semicolon(input, findings)?;
        return Ok(());
    }
    announce(input, declaration, findings)?;
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
    } else if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        parse_sections(&content, declaration, findings);
        refuse_semicolon(input, findings)?;
    } else if let Some(error) = unended(&declaration.source) {
        findings.push(error);
        recovery::skip_machine(input, start);
    }
    Ok(())
}

fn refuse_semicolon(input: ParseStream<'_>, findings: &mut Findings) -> syn::Result<()> {
    if input.peek(Token![;]) {
        let semicolon: Token![;] = input.parse()?;
        findings.push(syn::Error::new(semicolon.span, "no `;` after the block: leave it out"));
    }
    Ok(())
}

/// Reads the `with` before a block, where there has to be one.
fn announce(
    input: ParseStream<'_>,
    declaration: &Declaration,
    findings: &mut Findings,
) -> syn::Result<()> {
    let is_inline = matches!(declaration.source, Source::Text { .. } | Source::Tokens { .. });
    if input.peek(keyword::with) {
        let with: keyword::with = input.parse()?;
        if !input.peek(token::Brace) {
            let message = "expected `{ … }` after `with`";
            return Err(with_help(with.span, message, "write `with { tasks { … } }`, or `;`"));
        }
        if !is_inline {
            let message = "no `with` after a path: leave it out";
            findings.push(syn::Error::new(with.span, message));
        }
    } else if is_inline && input.peek(token::Brace) {
        findings.push(with_help(
            input.span(),
            "expected `with` before this block",
            "write `= { … } with { tasks { … } }`",
        ));
    }
    Ok(())
}

/// The finding where nothing ends a machine.
fn unended(source: &Source) -> Option<syn::Error> {
    let (span, what, block) = match source {
        Source::File { path } => (path.span(), "path", "{ … }"),
        Source::Text { literal } => (literal.span(), "definition", "with { … }"),
        Source::Tokens { group } => (group.span_close(), "definition", "with { … }"),
        Source::Dsl { .. } | Source::Unreadable => return None,
    };
    Some(with_help(
        span,
        format_args!("expected `;` after this {what}"),
        format_args!("write `;`, or `{block}` with `substitute {{ … }}` and `tasks {{ … }}`"),
    ))
}

/// Reads the sections of a block, each at most once and in any order.
fn parse_sections(
    content: ParseStream<'_>,
    declaration: &mut Declaration,
    findings: &mut Findings,
) {
    let mut substitute_seen = false;
    let mut tasks_seen = false;
    while !content.is_empty() {
        let start = content.cursor();
        let section = if content.peek(keyword::substitute) {
            let seen = &mut substitute_seen;
            parse_section(content, "substitute", seen, findings, |section, findings| {
                substitutions::parse(section, &mut declaration.substitutions, findings);
            })
        } else if content.peek(keyword::tasks) {
            parse_section(content, "tasks", &mut tasks_seen, findings, |section, findings| {
                tasks::parse(section, &mut declaration.bindings, findings);
            })
        } else {
            Err(unknown(content))
        };
        if let Err(error) = section {
            findings.push(error);
            recovery::skip_section(content, start);
        }
    }
}

fn parse_section(
    content: ParseStream<'_>,
    name: &str,
    seen: &mut bool,
    findings: &mut Findings,
    read: impl FnOnce(ParseStream<'_>, &mut Findings),
) -> syn::Result<()> {
    let word: syn::Ident = content.parse()?;
    if !content.peek(token::Brace) {
        let message = format_args!("expected `{{ … }}` after `{name}`");
        return Err(syn::Error::new(word.span(), message));
    }
    if std::mem::replace(seen, true) {
        let message = format_args!("there is a `{name}` block already: put both into one");
        findings.push(syn::Error::new(word.span(), message));
    }
    let section;
    braced!(section in content);
    read(&section, findings);
    Ok(())
}

fn unknown(content: ParseStream<'_>) -> syn::Error {
    let span: Span = content.span();
    let help = "this block has `substitute { Name = \"value\" }` and `tasks { … }`";
    if recovery::is_selector(content) || content.peek(Token![async]) {
        return with_help(span, "a binding stands in `tasks { … }`", help);
    }
    with_help(span, "expected `substitute` or `tasks`", help)
}
