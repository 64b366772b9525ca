//! A node as a constant.

use super::{Node, NodeKind, Object};
use crate::ir::Literal;

impl Node {
    /// The value as a constant. A placeholder without a value counts as `null`.
    pub fn to_literal(&self) -> Literal {
        match &self.kind {
            NodeKind::Null | NodeKind::Placeholder(_) => Literal::Null,
            NodeKind::Bool(value) => Literal::Bool(*value),
            NodeKind::Number(number) => number.to_literal(),
            NodeKind::String(text) => Literal::String(text.clone()),
            NodeKind::Array(elements) => {
                Literal::Array(elements.iter().map(Node::to_literal).collect())
            }
            NodeKind::Object(Object { members, .. }) => {
                let member = |m: &super::Member| (m.key.clone(), m.value.to_literal());
                Literal::Object(members.iter().map(member).collect())
            }
        }
    }
}
