//! Names of states have 1 to 80 characters and are unique over the whole machine.

use std::collections::HashMap;

use super::{Context, finding};
use crate::diagnostic::Code;
use crate::source::Span;

/// AWS's limit, in characters.
const LONGEST: usize = 80;

pub(super) fn check(cx: &mut Context<'_>) {
    let mut first: HashMap<&str, Span> = HashMap::new();
    for (scope, state) in cx.states() {
        let name = &state.name;
        match first.get(name.value.as_str()) {
            Some(&other) => {
                let message = format!("Duplicate State name: {}", name.value);
                let finding = finding(Code::DuplicateStateName, message, name.span)
                    .label("this name is taken")
                    .also(other, "the other is here")
                    .help("names are unique over the whole machine, inner scopes included");
                cx.report(scope, state, "", finding);
            }
            None => {
                first.insert(&name.value, name.span);
            }
        }
        let length = name.value.chars().count();
        if length == 0 || length > LONGEST {
            let message =
                format!("a state's name has 1 to {LONGEST} characters, this one has {length}");
            let help = match length {
                0 => "give it a name",
                _ => "shorten it; what does not fit can go into `Comment`",
            };
            cx.report(scope, state, "", finding(Code::StateName, message, name.span).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::{shown, states};

    #[test]
    fn a_name_in_two_scopes() {
        let found = states(
            r#""A": {"Type": "Map", "End": true, "ItemProcessor":
                 {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}}"#,
        );
        let expected = "/States/A/ItemProcessor/States/A: Duplicate State name: A <\"A\"> (this name is taken) [names are unique over the whole machine, inner scopes included]";
        assert!(found.contains(&expected.to_owned()), "{found:#?}");
    }

    #[test]
    fn a_name_twice_in_one_object() {
        let found = states(r#""A": {"Type": "Succeed"}, "A": {"Type": "Fail"}"#);
        assert_eq!(
            found,
            [
                "/States/A: Duplicate State name: A <\"A\"> (this one would be lost) [give one of them another name]"
            ]
        );
    }

    #[test]
    fn length() {
        let machine = |name: &str| {
            shown(&format!(
                r#"{{"StartAt": "{name}", "States": {{"{name}": {{"Type": "Fail"}}}}}}"#
            ))
        };
        assert_eq!(machine(&"ä".repeat(80)), [""; 0]);
        assert!(machine(&"ä".repeat(81))[0].contains("1 to 80 characters, this one has 81"));
        assert!(machine("")[0].contains("this one has 0"));
    }
}
