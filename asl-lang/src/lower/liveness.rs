//! Which registers a list of steps reads for the last time, so that a back end can move their
//! values instead of cloning them.

use crate::ir::query::Source;
use crate::ir::{Expr, ExprKind, Let, Missing, Operand, Register, Root};

/// The registers that an expression reads, each once, in the order of [`Register`].
pub fn uses(expression: &Expr) -> Vec<Register> {
    let mut registers = Vec::new();
    collect(expression, &mut registers);
    registers.sort_unstable();
    registers.dedup();
    registers
}

/// For each step the registers it reads that no later step reads.
///
/// `live_after` are the registers read after the last step. A register in the answer for a step
/// may be read more than once in that step: its value may be moved at the last of these places.
///
/// # Examples
/// A Pass that puts its `Parameters` into its input reads the input for the last time when it
/// does so, not before:
/// ```text
/// Arguments = {"id": Input.id}                 nothing
/// Combined = insert(Input, $.a, Arguments)     Input, Arguments
/// Output = Combined                            Combined
/// ```
pub fn last_uses(steps: &[Let], live_after: &[Register]) -> Vec<Vec<Register>> {
    let mut live = live_after.to_vec();
    let mut answer: Vec<Vec<Register>> = Vec::with_capacity(steps.len());
    for step in steps.iter().rev() {
        live.retain(|register| *register != step.register);
        let last: Vec<Register> =
            uses(&step.value).into_iter().filter(|register| !live.contains(register)).collect();
        live.extend(&last);
        answer.push(last);
    }
    answer.reverse();
    answer
}

fn collect(expression: &Expr, registers: &mut Vec<Register>) {
    match &expression.kind {
        ExprKind::Literal(_) => {}
        ExprKind::Register(register) => registers.push(*register),
        ExprKind::Path { root, data, missing, .. } => {
            collect_root(*root, registers);
            // The message quotes the input.
            if matches!(missing, Missing::Field(_) | Missing::Argument(_)) {
                registers.push(*data);
            }
        }
        ExprKind::IsPresent { root, .. } => collect_root(*root, registers),
        ExprKind::Object(members) => {
            members.iter().for_each(|(_, value)| collect(value, registers));
        }
        ExprKind::Insert { document, value, .. } => {
            registers.push(*document);
            collect(value, registers);
        }
        ExprKind::Compare { variable, operand, .. } => {
            collect(variable, registers);
            if let Operand::Path(path) = operand {
                collect(path, registers);
            }
        }
        ExprKind::Matches { variable, .. } | ExprKind::IsType { variable, .. } => {
            collect(variable, registers);
        }
        ExprKind::Not(inner) => collect(inner, registers),
        ExprKind::Query(query) => registers.extend(query.sources.iter().filter_map(register)),
        ExprKind::Array(expressions)
        | ExprKind::Intrinsic { arguments: expressions, .. }
        | ExprKind::And(expressions)
        | ExprKind::Or(expressions) => {
            expressions.iter().for_each(|expression| collect(expression, registers));
        }
    }
}

fn register(source: &Source) -> Option<Register> {
    match source {
        Source::Register(register) => Some(*register),
        Source::Context | Source::Variable(_) | Source::Binding(_) => None,
    }
}

/// A path into the context object or a variable reads no register.
fn collect_root(root: Root, registers: &mut Vec<Register>) {
    match root {
        Root::Register(register) => registers.push(register),
        Root::Context | Root::Variable(_) => {}
    }
}
