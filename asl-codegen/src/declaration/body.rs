//! What follows a machine's source: `;`, or a block with substitutions and tasks.

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
    if input.peek(Token![;]) {
        input.parse::<Token![;]>()?;
    } else if input.peek(token::Brace) {
        let content;
        braced!(content in input);
        parse_sections(&content, declaration, findings);
        if input.peek(Token![;]) {
            let semicolon: Token![;] = input.parse()?;
            findings.push(syn::Error::new(semicolon.span, "no `;` after the block: leave it out"));
        }
    } else if let Source::File { path } = &declaration.source {
        findings.push(with_help(
            path.span(),
            "expected `;` after this path",
            "write `;`, or `{ … }` with `substitute { … }` and `tasks { … }`",
        ));
        recovery::skip_machine(input, start);
    }
    Ok(())
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
    let help = "a machine from a file has `substitute { Name = \"value\" }` and `tasks { … }`";
    if recovery::is_selector(content) || content.peek(Token![async]) {
        return with_help(span, "a binding stands in `tasks { … }`", help);
    }
    with_help(span, "expected `substitute` or `tasks`", help)
}
