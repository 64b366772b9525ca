//! Calls whose value is that of the function they are in.

use super::{Node, NodeKind};

/// Marks those of a function's body.
pub(super) fn mark(body: &mut Node) {
    match &mut body.kind {
        NodeKind::Call(call) => call.tail = body.predicates.is_empty(),
        NodeKind::Condition(condition) => {
            mark(&mut condition.then);
            if let Some(otherwise) = &mut condition.otherwise {
                mark(otherwise);
            }
        }
        NodeKind::Block(block) => {
            if let Some(last) = block.expressions.last_mut() {
                mark(last);
            }
        }
        _ => {}
    }
}
