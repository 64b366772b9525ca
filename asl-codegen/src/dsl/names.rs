//! Names as they are written outside of Rust, and what somebody may have meant by one.

use proc_macro2::Ident;
use syn::ext::IdentExt;

/// The name as definitions and histories have it, and serde: without `r#`.
pub(super) fn plain(name: &Ident) -> String {
    name.unraw().to_string()
}

/// The nearest of the known names, if one is near: a third of it may differ. Of several the first.
pub(super) fn nearest<'a>(
    written: &str,
    known: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let distance = |name: &'a str| {
        let edits = strsim::osa_distance(&written.to_lowercase(), &name.to_lowercase());
        let allowed = written.chars().count().max(name.chars().count()) / 3;
        (edits <= allowed).then_some((edits, name))
    };
    known.into_iter().filter_map(distance).min_by_key(|(edits, _)| *edits).map(|(_, name)| name)
}

/// `did you mean `Charge`?`, else which there are.
pub(super) fn suggestion<'a>(
    written: &str,
    what: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> String {
    if let Some(name) = nearest(written, known.clone()) {
        return format!("did you mean `{name}`?");
    }
    let known: Vec<String> = known.into_iter().map(|name| format!("`{name}`")).collect();
    match known.len() {
        0 => format!("there is no {what} yet"),
        1..=12 => format!("known are {}", known.join(", ")),
        _ => format!("there is no {what} of a name like it"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_suggested_and_others_listed() {
        let known = ["Charge", "Ship"];
        assert_eq!(suggestion("Chrage", "state", known), "did you mean `Charge`?");
        assert_eq!(suggestion("Refund", "state", known), "known are `Charge`, `Ship`");
        assert_eq!(suggestion("Refund", "state", []), "there is no state yet");
    }
}
