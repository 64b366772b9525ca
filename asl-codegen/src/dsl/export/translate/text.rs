//! Text: `format!`.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Lit, Token};

use super::{Known, Level, Need, Translated, Translator};

impl Translator<'_> {
    /// `format!("{}-{reference}", order.id)`, without widths and the like.
    pub(super) fn joined(&mut self, tokens: TokenStream) -> Option<Translated> {
        let parser = Punctuated::<Expr, Token![,]>::parse_terminated;
        let args = parser.parse2(tokens).ok()?;
        let mut args = args.into_iter();
        let Some(Expr::Lit(ExprLit { lit: Lit::Str(template), .. })) = args.next() else {
            return None;
        };
        let template = template.value();
        let (mut parts, mut text, mut rest) = (Vec::new(), String::new(), template.as_str());
        while let Some(place) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(place);
            text.push_str(before);
            if let Some(escaped) = after.strip_prefix("{{").or(after.strip_prefix("}}")) {
                text.push_str(after.get(..1)?);
                rest = escaped;
                continue;
            }
            let (name, after) = after.strip_prefix('{')?.split_once('}')?;
            let value = match name {
                "" => args.next()?,
                name => Expr::Path(syn::ExprPath {
                    attrs: Vec::new(),
                    qself: None,
                    path: syn::parse_str::<syn::Ident>(name).ok()?.into(),
                }),
            };
            let value = self.translate(&value)?;
            self.need(&value, Need::Printable)?;
            // It begins with a string, so that what it gives is one.
            if !text.is_empty() || parts.is_empty() {
                parts.push(Translated::text(&std::mem::take(&mut text)).text);
            }
            parts.push(value.operand(Level::Sum.next()));
            rest = after;
        }
        text.push_str(rest);
        if !text.is_empty() || parts.is_empty() {
            parts.push(Translated::text(&text).text);
        }
        let joined = Translated::operation(parts.join(" & "), Level::Sum, Known::Text);
        args.next().is_none().then_some(joined)
    }
}
