//! The distinct tasks: which states mean the same work.

use super::expression::{self, Data};
use crate::ast::{PayloadTemplate, ResourceKind, Task};
use crate::ir::query::Expected;
use crate::ir::{DistinctTask, Expr, ExprKind, Literal, Missing, StateId, TaskId, TaskKey, Type};
use crate::parse::location::Location;
use std::collections::HashMap;

/// Fields of `Parameters` and `Arguments` that say what an integration calls.
const TARGETS: [&str; 3] = ["FunctionName", "StateMachineArn", "ActivityArn"];

/// What stands before the name in an ARN.
const MARKERS: [&str; 3] = [":function:", ":stateMachine:", ":activity:"];

/// The tasks so far, in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Tasks {
    tasks: Vec<DistinctTask>,
    ids: HashMap<TaskKey, TaskId>,
}

impl Tasks {
    /// The task that a state means.
    pub(super) fn add(&mut self, task: &Task, name: &str, state: StateId) -> TaskId {
        let key = key(task, name);
        if let Some(id) = self.ids.get(&key) {
            if let Some(task) = self.tasks.get_mut(id.0 as usize) {
                task.states.push(state);
            }
            return *id;
        }
        let id = TaskId(u32::try_from(self.tasks.len()).unwrap_or(u32::MAX));
        self.tasks.push(DistinctTask {
            name: last_segment(&key).to_owned(),
            key: key.clone(),
            resource: task.resource.value.clone(),
            states: vec![state],
        });
        self.ids.insert(key, id);
        id
    }

    pub(super) fn finish(self) -> Vec<DistinctTask> {
        self.tasks
    }
}

fn key(task: &Task, state: &str) -> TaskKey {
    let resource = task.resource.value.arn.clone();
    match task.resource.value.kind {
        ResourceKind::LambdaFunction { .. } | ResourceKind::Activity { .. } => {
            TaskKey::Resource(resource)
        }
        ResourceKind::Integration { .. } => match target(parameters(task)) {
            Some(target) => TaskKey::Target { resource, target: target.to_owned() },
            None => TaskKey::State(state.to_owned()),
        },
        ResourceKind::Other => TaskKey::State(state.to_owned()),
    }
}

/// `Parameters` or `Arguments`.
fn parameters(task: &Task) -> Option<&PayloadTemplate> {
    task.parameters.as_ref().or(task.arguments.as_ref())
}

/// `Credentials`, whose `RoleArn` is a string.
pub(super) fn credentials(template: &PayloadTemplate, data: Data<'_>) -> Expr {
    let (missing, place) = (&Missing::InvalidPath, Location::Root.field("Credentials"));
    let mut expression = expression::template(template, data, missing, &place);
    if let ExprKind::Object(members) = &mut expression.kind {
        for (name, value) in members {
            if let ("RoleArn", ExprKind::Query(query)) = (name.as_str(), &mut value.kind) {
                query.expected = Expected::String;
                value.ty = Type::String;
            }
        }
    }
    expression
}

/// What an integration calls, where that is a constant.
fn target(parameters: Option<&PayloadTemplate>) -> Option<&str> {
    let Some(PayloadTemplate::Object(fields)) = parameters else {
        return None;
    };
    let field = fields.value.iter().find(|field| TARGETS.contains(&field.key.as_str()))?;
    match &field.value {
        PayloadTemplate::Literal(literal) => match &literal.value {
            Literal::String(target) => Some(target),
            _ => None,
        },
        _ => None,
    }
}

/// The part of a key that people call the task by.
fn last_segment(key: &TaskKey) -> &str {
    match key {
        TaskKey::State(name) => name,
        TaskKey::Resource(target) | TaskKey::Target { target, .. } => {
            let placeholder = target.strip_prefix("${").and_then(|name| name.strip_suffix('}'));
            placeholder.unwrap_or_else(|| unqualified(target))
        }
    }
}

/// `charge` of `arn:aws:lambda:us-east-1:123456789012:function:charge:LIVE`, of `charge:LIVE`, and
/// of `123456789012:function:charge`.
fn unqualified(target: &str) -> &str {
    let named = MARKERS.iter().find_map(|marker| Some(target.split_once(marker)?.1));
    let name = named.unwrap_or(target);
    name.split(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_are_called_by_the_last_segment() {
        for (target, name) in [
            ("arn:aws:lambda:us-east-1:123456789012:function:charge", "charge"),
            ("arn:aws:lambda:us-east-1:123456789012:function:charge:LIVE", "charge"),
            ("arn:aws:states:us-east-1:123456789012:activity:approve", "approve"),
            ("arn:aws:states:us-east-1:123456789012:stateMachine:Sub:1", "Sub"),
            ("123456789012:function:charge", "charge"),
            ("charge:LIVE", "charge"),
            ("charge", "charge"),
            ("${ChargeFunction}", "ChargeFunction"),
        ] {
            assert_eq!(last_segment(&TaskKey::Resource(target.to_owned())), name);
        }
        assert_eq!(last_segment(&TaskKey::State("Send it".to_owned())), "Send it");
    }
}
