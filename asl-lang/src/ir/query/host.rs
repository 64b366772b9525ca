//! Expressions of another language.

use super::{NodeKind, Procedure, Query};
use crate::ir::Literal;

/// The function of which a call stands for an expression that JSONata has no equivalent of, without
/// the `$`. There is no such function: whoever evaluates the call fails, as AWS does.
const HOST: &str = "host";

impl Query {
    /// The text of the expression that this one stands for, if it is opaque here: `$host("…")`, as
    /// the typed DSL exports Rust without an equivalent in JSONata.
    ///
    /// A machine without such expressions is portable.
    pub fn host_expression(&self) -> Option<&str> {
        let NodeKind::Call(call) = &self.body.kind else { return None };
        let Procedure::Value { node, name, .. } = &call.procedure else { return None };
        let is_host = name == HOST && matches!(node.kind, NodeKind::Unknown(_));
        match call.arguments.as_slice() {
            [argument] if is_host => match &argument.kind {
                NodeKind::Literal(Literal::String(text)) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::{ExprKind, StateKind};
    use crate::source::Source;
    use crate::{Options, compile};

    fn hosts(output: &str) -> Option<String> {
        let text = format!(
            r#"{{"QueryLanguage": "JSONata", "StartAt": "A", "States": {{
                "A": {{"Type": "Pass", "Output": "{{% {output} %}}", "End": true}}
            }}}}"#
        );
        let compilation = compile(&Source::new("a.asl.json", &text), &Options::default());
        let machine = compilation.machine?;
        let StateKind::Pass(pass) = &machine.states.first()?.kind else { return None };
        match &pass.steps.first()?.value.kind {
            ExprKind::Query(query) => query.host_expression().map(str::to_owned),
            _ => None,
        }
    }

    #[test]
    fn a_call_of_the_function_that_is_not_there_is_a_host_expression() {
        assert_eq!(hosts(r#"$host(\"a.len() > \\\"x\\\"\")"#).as_deref(), Some("a.len() > \"x\""));
        for none in [r#"$host(1)"#, r#"$string(\"a\")"#, r#"$host(\"a\") & \"b\""#, "$host"] {
            assert_eq!(hosts(none), None, "{none}");
        }
    }
}
