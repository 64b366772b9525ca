//! The thread that reads.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::file::File;
use super::writer::spawn;
use crate::error::StoreError;
use crate::store::Pending;

type Question = Box<dyn FnOnce(&Connection) + Send>;

/// The thread that reads. Dropping it waits for what has been asked.
pub(super) struct Reader {
    questions: Option<Sender<Question>>,
    thread: Option<JoinHandle<()>>,
    file: Arc<File>,
}

impl Reader {
    pub(super) fn start(connection: Connection, file: &Arc<File>) -> Result<Self, StoreError> {
        let (questions, asked) = channel::<Question>();
        let thread = spawn("asl-store-reader", move || {
            asked.into_iter().for_each(|question| question(&connection));
        })?;
        Ok(Self { questions: Some(questions), thread: Some(thread), file: Arc::clone(file) })
    }

    pub(super) fn ask<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Connection, &File) -> Result<T, StoreError> + Send + 'static,
    ) -> Pending<T> {
        let (answer, answered) = oneshot::channel();
        let file = Arc::clone(&self.file);
        let question: Question = Box::new(move |connection| {
            // Whoever has asked may have gone.
            let _ = answer.send(read(connection, &file));
        });
        let sent = self.questions.as_ref().is_some_and(|to| to.send(question).is_ok());
        Box::pin(async move {
            if sent {
                answered.await.unwrap_or(Err(StoreError::Closed))
            } else {
                Err(StoreError::Closed)
            }
        })
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.questions = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
