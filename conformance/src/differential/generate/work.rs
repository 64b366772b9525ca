//! Tasks: what they call, when they are tried again, and what they answer.

use std::collections::{BTreeMap, VecDeque};

use sfn::value::{Array, Object};
use sfn::{Value, json};
use sfn_conformance::{MachineType, Reply};

use super::scene::{Kind, Scene};
use super::{Generator, data};
use crate::differential::random::Random;

const ERRORS: &[&str] = &["Shop.Closed", "Shop.Full", "Lambda.Unknown", "States.Permissions"];

/// Errors that something is done about.
const CAUGHT: &[&str] = &[
    "Shop.Closed",
    "Shop.Full",
    "States.Timeout",
    "States.TaskFailed",
    "States.Permissions",
    "States.HeartbeatTimeout",
    "States.DataLimitExceeded",
];

/// What a task may answer.
#[derive(Debug, Clone)]
pub(super) struct Work {
    state: String,
    result: Value,
    timeout: Option<u64>,
    heartbeat: Option<u64>,
}

impl Generator {
    /// `Resource`, timeouts and credentials of a Task. Gives what it may answer.
    pub(super) fn work(&mut self, name: &str, state: &mut Object, scene: &Scene) -> Value {
        let resource = self.resource();
        let callback = resource.ends_with(".waitForTaskToken");
        state.insert("Resource", resource);
        let mut work =
            Work { state: name.to_owned(), result: self.any(), timeout: None, heartbeat: None };
        match self.random.below(10) {
            0..4 => {
                let seconds = self.random.between(3, 6);
                state.insert("TimeoutSeconds", integer(seconds));
                work.timeout = u64::try_from(seconds).ok();
                if self.random.percent(30) {
                    state.insert("HeartbeatSeconds", 2);
                    work.heartbeat = Some(2);
                }
            }
            4 => {
                let (path, value) = self.reference(scene, Kind::Count);
                state.insert("TimeoutSecondsPath", path);
                work.timeout = value.as_u64();
            }
            5 if callback => {
                let (path, value) = self.reference(scene, Kind::Count);
                state.insert("HeartbeatSecondsPath", path);
                work.heartbeat = value.as_u64();
            }
            _ => {}
        }
        if self.random.percent(10) {
            state.insert("Credentials", self.credentials(scene));
        }
        let result = work.result.clone();
        self.works.push(work);
        result
    }

    fn resource(&mut self) -> String {
        let function = self.random.one_of(&["Charge", "Ship", "Notify", "Price"]);
        let waits = self.machine_type == MachineType::Standard;
        match self.random.below(12) {
            0 if waits => "arn:aws:states:us-east-1:111111111111:activity:Approve".to_owned(),
            1 if waits => "arn:aws:states:::sqs:sendMessage.waitForTaskToken".to_owned(),
            2 if waits => "arn:aws:states:::states:startExecution.sync:2".to_owned(),
            3 => "arn:aws:states:::lambda:invoke".to_owned(),
            4 => "arn:aws:states:::aws-sdk:s3:getObject".to_owned(),
            _ => format!("arn:aws:lambda:us-east-1:111111111111:function:{function}"),
        }
    }

    fn credentials(&mut self, scene: &Scene) -> Value {
        if self.random.percent(50) {
            return json!({ "RoleArn": "arn:aws:iam::111111111111:role/other" });
        }
        let (text, _) = self.computed_text(scene);
        json!({ "RoleArn.$": text })
    }

    /// Adds `Retry` now and then.
    pub(super) fn retry(&mut self, state: &mut Object) {
        if !self.random.percent(40) {
            return;
        }
        let mut retriers = Array::new();
        let count = self.random.between(1, 2);
        for index in 0..count {
            let mut retrier = Object::new();
            retrier.insert("ErrorEquals", self.errors(index + 1 == count));
            if self.random.percent(70) {
                retrier.insert("IntervalSeconds", integer(self.random.between(1, 3)));
            }
            if self.random.percent(70) {
                retrier.insert("MaxAttempts", integer(self.random.below(4)));
            }
            if self.random.percent(50) {
                retrier.insert("BackoffRate", self.random.one_of(&[1.0, 1.5, 2.0]));
            }
            if self.random.percent(20) {
                retrier.insert("MaxDelaySeconds", 4);
            }
            if self.random.percent(20) {
                retrier.insert("JitterStrategy", "FULL");
            }
            retriers.push(retrier);
        }
        state.insert("Retry", retriers);
    }

    /// `ErrorEquals`.
    pub(super) fn errors(&mut self, last: bool) -> Value {
        if last && self.random.percent(50) {
            return json!(["States.ALL"]);
        }
        let count = self.random.between(1, 2);
        (0..count).map(|_| Value::from(self.random.one_of(CAUGHT))).collect::<Array>().into()
    }
}

/// What the tasks of a machine answer in one execution.
pub(super) fn replies(
    works: &[Work],
    broken: usize,
    random: &mut Random,
) -> BTreeMap<String, VecDeque<Reply>> {
    let failing = random.one_of(&[0, 3, 8, 25]);
    let script = |work: &Work, random: &mut Random| {
        let mut replies: VecDeque<Reply> =
            (0..random.below(5)).map(|_| reply(work, failing, broken, random)).collect();
        replies.push_back(reply(work, 0, broken, random));
        replies
    };
    works.iter().map(|work| (work.state.clone(), script(work, random))).collect()
}

fn reply(work: &Work, failing: usize, broken: usize, random: &mut Random) -> Reply {
    let mut reply = Reply { outside: random.percent(60), ..Reply::default() };
    if random.percent(30) {
        reply.after = random.one_of(&[1, 1, 2]);
    }
    if work.heartbeat.is_some() && random.percent(50) {
        reply.heartbeats = vec![1, 2];
        reply.after = 3;
    }
    if !random.percent(failing) {
        reply.result = data::vary(&work.result, broken, random);
        return reply;
    }
    match random.below(4) {
        0 if work.timeout.is_some() || work.heartbeat.is_some() => reply.never = true,
        1 if work.timeout.is_some() => reply.after = 9,
        _ => {
            let error = random.one_of(ERRORS);
            let cause = random.one_of(&["", "not today", "{\"errorMessage\": \"no\"}"]);
            reply.error = Some((error.to_owned(), cause.to_owned()));
        }
    }
    reply
}

/// A number as a value.
pub(super) fn integer(number: usize) -> Value {
    i64::try_from(number).unwrap_or_default().into()
}
