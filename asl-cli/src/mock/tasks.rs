//! Tasks that do what the mocks say.

use std::collections::{BTreeMap, BTreeSet};
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use asl_runtime::machine::{ItemReader, ResultWriter};
use asl_runtime::{
    Answer, HandlerFuture, MapRunStorage, StorageFuture, TaskContext, TaskError, TaskHandler,
    TaskRequest, Value,
};

use super::{Mocks, Outcome};

/// The tasks of a run, and where its Distributed Maps read and write. Clones share everything.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tasks(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    mocks: Mocks,
    told: Mutex<Told>,
}

#[derive(Debug, Default)]
struct Told {
    /// How often each mock was asked.
    calls: BTreeMap<String, u64>,
    /// What to say of tasks without a mock.
    missing: BTreeSet<String>,
}

impl Tasks {
    pub(crate) fn new(mocks: Mocks) -> Self {
        Self(Arc::new(Shared { mocks, told: Mutex::default() }))
    }

    /// What to say of the calls for which there was no mock: a Catch may have hidden them.
    pub(crate) fn missing(&self) -> BTreeSet<String> {
        self.told().missing.clone()
    }

    /// What a call gives: the first of these names that has a mock counts.
    fn call(&self, what: &str, names: &[&str]) -> Outcome {
        let mocks = &self.0.mocks.by_name;
        let found = names.iter().find_map(|name| mocks.get_key_value(*name));
        let Some((name, mock)) = found else {
            let name = names.first().copied().unwrap_or_default();
            return self.fail(format!(
                "{what} has no mock: write `{{ {name:?}: {{ \"Return\": … }} }}` into the file \
                 for `--mock`"
            ));
        };
        let mut told = self.told();
        let calls = told.calls.entry(name.clone()).or_default();
        let call = *calls;
        *calls += 1;
        drop(told);
        mock.outcome(call).cloned().unwrap_or_else(|| {
            self.fail(format!(
                "{what} is called once more than its mock says: add an outcome for call \
                 number {call}, counted from 0, to `{name}`"
            ))
        })
    }

    fn fail(&self, message: String) -> Outcome {
        self.told().missing.insert(message.clone());
        Err(TaskError::new("NoMock", message))
    }

    fn told(&self) -> MutexGuard<'_, Told> {
        // Nothing that can panic runs under the lock.
        self.0.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl TaskHandler for Tasks {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        let (state, task) = (cx.state().name, request.task);
        let what = format!("the task of state `{state}`");
        let outcome = self.call(&what, &[state, task.name, task.resource]);
        Box::pin(ready(outcome.map(Answer::Done)))
    }
}

impl MapRunStorage for Tasks {
    fn read<'a>(&'a self, reader: &'a ItemReader<'a>) -> StorageFuture<'a, Vec<Value>> {
        let items = self.call("an `ItemReader`", &[reader.resource]).map(|items| match items {
            Value::Array(items) => items.into_vec(),
            item => vec![item],
        });
        Box::pin(ready(items))
    }

    fn write<'a>(&'a self, writer: &'a ResultWriter<'a>, _: Value) -> StorageFuture<'a, Value> {
        let resource = writer.resource.unwrap_or("ResultWriter");
        Box::pin(ready(self.call("a `ResultWriter`", &[resource])))
    }
}
