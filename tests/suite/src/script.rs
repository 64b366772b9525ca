//! Handlers and storage that do what a case says.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use sfn::machine::{ItemReader, ResultWriter};
use sfn::value::Object;
use sfn::{
    Answer, Callbacks, Clock, HandlerFuture, MapRunStorage, StorageFuture, TaskContext, TaskError,
    TaskHandler, TaskRequest, TaskToken, TestClock, Value, json,
};

use crate::case::Reply;

/// The handlers of a case.
#[derive(Debug)]
pub struct Script {
    pub(crate) clock: TestClock,
    pub(crate) callbacks: Callbacks,
    pub(crate) replies: Mutex<BTreeMap<String, VecDeque<Reply>>>,
    pub(crate) calls: Arc<Calls>,
}

/// What was asked.
#[derive(Debug, Default)]
pub(crate) struct Calls {
    /// The inputs of tasks.
    pub(crate) inputs: Mutex<Vec<Value>>,
    /// The credentials of tasks.
    pub(crate) credentials: Mutex<Vec<Value>>,
    /// What readers and writers were asked.
    pub(crate) storage: Mutex<Vec<Value>>,
}

impl TaskHandler for Script {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            self.calls.inputs.lock().unwrap().push(request.input.clone());
            self.calls
                .credentials
                .lock()
                .unwrap()
                .push(cx.credentials().cloned().unwrap_or_default());
            let reply = match self.replies.lock().unwrap().get_mut(request.task.name) {
                None => return Ok(Answer::Done(request.input.clone())),
                Some(replies) => replies.pop_front(),
            };
            let reply = reply
                .ok_or_else(|| TaskError::new("NoReply", "the case has no reply for this call"))?;
            if let Some(message) = reply.panic {
                panic!("{message}");
            }
            if let Some(response) = &reply.response {
                cx.submitted(response.clone());
            }
            if let Some(worker) = reply.worker.as_ref().filter(|_| !reply.by_token) {
                cx.worker_name(worker.as_str());
            }
            if reply.by_token {
                tokio::spawn(complete(
                    self.clock.clone(),
                    self.callbacks.clone(),
                    cx.task_token(),
                    reply,
                ));
                return Ok(Answer::Submitted);
            }
            reply.pass(&self.clock, || cx.heartbeat()).await;
            reply.outcome().map(Answer::Done)
        })
    }
}

/// Ends a task by token. One that has ended before is left alone.
async fn complete(clock: TestClock, callbacks: Callbacks, token: TaskToken, reply: Reply) {
    if let Some(worker) = &reply.worker {
        clock.sleep(Duration::from_secs(reply.taken)).await;
        drop(callbacks.take(&token, Some(worker.as_str())));
    }
    reply.pass(&clock, || drop(callbacks.heartbeat(&token))).await;
    drop(match reply.outcome() {
        Ok(result) => callbacks.succeed(&token, result),
        Err(error) => callbacks.fail(&token, error),
    });
}

impl Reply {
    /// Lets the time pass that it takes.
    async fn pass(&self, clock: &TestClock, heartbeat: impl Fn()) {
        let mut passed = 0;
        for &at in &self.heartbeats {
            clock.sleep(Duration::from_secs(at - passed)).await;
            passed = at;
            heartbeat();
        }
        if self.never {
            std::future::pending::<()>().await;
        }
        if self.after > passed {
            clock.sleep(Duration::from_secs(self.after - passed)).await;
        }
    }

    fn outcome(&self) -> Result<Value, TaskError> {
        match (&self.error, self.bytes) {
            (Some(error), _) => Err(TaskError::new(error.as_str(), self.cause.as_str())),
            // With its quotes.
            (None, Some(bytes)) => Ok(Value::from("x".repeat(bytes - 2))),
            (None, None) => Ok(self.result.clone()),
        }
    }
}

/// Where the Distributed Maps of a case read and write.
#[derive(Debug)]
pub(crate) struct Storage {
    pub(crate) calls: Arc<Calls>,
    pub(crate) reader: Reply,
    pub(crate) writer: Reply,
}

impl MapRunStorage for Storage {
    fn read<'a>(&'a self, reader: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>> {
        self.calls.storage.lock().unwrap().push(asked_of_reader(reader));
        let items = self.reader.outcome().map(|items| match items {
            Value::Array(items) => items.iter().cloned().collect(),
            Value::Null => Vec::new(),
            item => vec![item],
        });
        Box::pin(std::future::ready(items))
    }

    fn write<'a>(
        &'a self,
        writer: &'a ResultWriter<'a>,
        results: Value,
    ) -> StorageFuture<'a, Value> {
        self.calls.storage.lock().unwrap().push(asked_of_writer(writer, results));
        Box::pin(std::future::ready(self.writer.outcome()))
    }
}

fn asked_of_reader(reader: &ItemReader<'_>) -> Value {
    let config = &reader.config;
    let mut asked = Object::new();
    asked.insert("Resource", reader.resource);
    asked.insert("Parameters", reader.parameters.clone());
    let texts = [
        ("InputType", config.input_type),
        ("ManifestType", config.manifest_type),
        ("Transformation", config.transformation),
        ("ItemsPointer", config.items_pointer),
        ("CSVHeaderLocation", config.csv_header_location),
        ("CSVDelimiter", config.csv_delimiter),
    ];
    for (name, text) in texts {
        text.map(|text| asked.insert(name, text));
    }
    config.csv_headers.map(|headers| asked.insert("CSVHeaders", headers.to_vec()));
    reader.max_items.map(|most| asked.insert("MaxItems", json!(most)));
    Value::Object(asked)
}

fn asked_of_writer(writer: &ResultWriter<'_>, results: Value) -> Value {
    let mut asked = Object::new();
    writer.resource.map(|resource| asked.insert("Resource", resource));
    asked.insert("Parameters", writer.parameters.clone());
    writer.transformation.map(|text| asked.insert("Transformation", text));
    writer.output_type.map(|text| asked.insert("OutputType", text));
    asked.insert("Results", results);
    Value::Object(asked)
}
