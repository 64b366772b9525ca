//! Methods of the standard library.

use syn::{Expr, ExprLit, ExprMethodCall, Lit};

use super::{Known, Level, Need, Translated, Translator};

impl Translator<'_> {
    pub(super) fn method(&mut self, call: &ExprMethodCall) -> Option<Translated> {
        if call.turbofish.is_some() {
            return None;
        }
        let value = self.translate(&call.receiver)?;
        let args: Vec<&Expr> = call.args.iter().collect();
        let method = call.method.to_string();
        match (method.as_str(), args.as_slice()) {
            ("clone" | "to_owned", []) => Some(value),
            // What is made of a string, a number or a Boolean has the same JSON; of other types,
            // nobody knows.
            ("into", []) => value.known.is_plain().then(|| {
                let known = match value.known {
                    Known::Text => Known::Text,
                    _ => Known::Anything,
                };
                Translated { known, place: None, ..value }
            }),
            ("as_str", []) => {
                self.need(&value, Need::Text)?;
                Some(Translated { known: Known::Text, place: None, ..value })
            }
            ("to_string", []) if value.known == Known::Text => Some(value),
            ("to_string", []) => {
                self.need(&value, Need::Printable)?;
                Some(Translated::closed(format!("$string({})", value.text), Known::Text))
            }
            // That of a string counts bytes.
            ("len", []) => {
                let text = format!("$count({})", value.text);
                is_list(&value).then(|| Translated::closed(text, Known::Integer))
            }
            ("is_empty", []) => is_empty(&value),
            ("is_some", []) => self.is_some(&value),
            ("is_none", []) => {
                let is_some = self.is_some(&value)?;
                Some(Translated::closed(format!("$not({})", is_some.text), Known::Boolean))
            }
            ("unwrap_or", [other]) => {
                let other = self.translate(other)?;
                self.need(&value, Need::Optional)?;
                let known = match value.known {
                    Known::Optional(known) => *known,
                    _ => Known::Anything,
                };
                let known = if known == Known::Anything { other.known } else { known };
                let path = value.text;
                let text = format!("({path} != null ? {path} : {})", other.text);
                Some(Translated::closed(text, known))
            }
            ("contains", [item]) => self.contains(&value, item),
            ("starts_with", [prefix]) => {
                let (prefix, length) = self.affix(&value, prefix)?;
                let text = format!("$substring({}, 0, {length}) = {prefix}", value.text);
                Some(Translated::operation(text, Level::Comparison, Known::Boolean))
            }
            ("ends_with", [suffix]) => {
                let (suffix, length) = self.affix(&value, suffix)?;
                let text = format!("$substring({}, -{length}) = {suffix}", value.text);
                Some(Translated::operation(text, Level::Comparison, Known::Boolean))
            }
            _ => None,
        }
    }

    fn is_some(&mut self, value: &Translated) -> Option<Translated> {
        self.need(value, Need::Optional)?;
        let text = format!("{} != null", value.operand(Level::Sum));
        Some(Translated::operation(text, Level::Comparison, Known::Boolean))
    }

    fn contains(&mut self, value: &Translated, item: &Expr) -> Option<Translated> {
        let item = self.translate(item)?;
        match &value.known {
            Known::Text if item.known == Known::Text => {
                let text = format!("$contains({}, {})", value.text, item.text);
                Some(Translated::closed(text, Known::Boolean))
            }
            Known::List(of) if of.is_plain() && **of == item.known => {
                let text = format!("{} in {}", item.operand(Level::Sum), value.operand(Level::Sum));
                Some(Translated::operation(text, Level::Comparison, Known::Boolean))
            }
            _ => None,
        }
    }

    /// The literal that a string may begin or end with, and its length.
    fn affix(&mut self, value: &Translated, affix: &Expr) -> Option<(String, usize)> {
        let text = match affix {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => text.value(),
            Expr::Lit(ExprLit { lit: Lit::Char(c), .. }) => c.value().to_string(),
            _ => return None,
        };
        self.need(value, Need::Text)?;
        let length = text.chars().count();
        (length > 0).then(|| (Translated::text(&text).text, length))
    }
}

fn is_list(value: &Translated) -> bool {
    matches!(value.known, Known::List(_))
}

/// Of what type it is, it is empty if it is one of these.
fn is_empty(value: &Translated) -> Option<Translated> {
    let path = value.operand(Level::Sum);
    let text = match &value.known {
        Known::Text => format!("{path} = \"\""),
        Known::List(_) => format!("$count({}) = 0", value.text),
        Known::Anything => {
            let text = format!("{path} = \"\" or {path} = [] or {path} = {{}}");
            return Some(Translated::operation(text, Level::Or, Known::Boolean));
        }
        _ => return None,
    };
    Some(Translated::operation(text, Level::Comparison, Known::Boolean))
}
