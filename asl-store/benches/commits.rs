//! Commits per second, beside a plain file to which the same bytes are appended and synced.
//!
//! `cargo bench -p asl-store`. Each commit is one entry of 600 bytes of one of the executions in
//! flight. The plain file is synced once for each round of as many commits as are in flight, which
//! is the best that sharing can do. Only the ratio says something: disks differ.

#![allow(clippy::unwrap_used, reason = "a bench")]

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use asl_store::{Commit, Entry, NewExecution, SqliteStore, Store};

const BODY: usize = 600;
const TIME: Duration = Duration::from_secs(3);

fn main() {
    // Memory is no disk: beside the program, not in the folder for temporary files.
    let folder = tempfile::tempdir_in(".").unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    println!("{:>9}  {:>12}  {:>12}  {:>6}", "in flight", "commits/s", "plain file/s", "ratio");
    for in_flight in [1, 16, 256] {
        let path = folder.path().join(format!("{in_flight}.db"));
        let store = runtime.block_on(store(&path, in_flight));
        let plain = plain(&folder.path().join(format!("{in_flight}.log")), in_flight);
        println!("{in_flight:>9}  {store:>12.0}  {plain:>12.0}  {:>6.2}", store / plain);
    }
}

async fn store(path: &Path, in_flight: u32) -> f64 {
    let store = Arc::new(SqliteStore::create(path).unwrap());
    let begun = Instant::now();
    let executions: Vec<_> = (0..in_flight)
        .map(|index| {
            let store = Arc::clone(&store);
            tokio::spawn(async move {
                let id = store.next_id();
                let (machine, name) = ("M".into(), index.to_string());
                let new = NewExecution { id, machine, name, started_at: 0 };
                store.commit(Commit::new().start(new)).await.unwrap();
                let mut commits = 0;
                while begun.elapsed() < TIME {
                    let first_event = commits * 5 + 1;
                    let body = vec![7; BODY];
                    let entry = Entry { first_event, events: 5, is_base: true, body };
                    store.commit(Commit::new().append(id, entry)).await.unwrap();
                    commits += 1;
                }
                commits
            })
        })
        .collect();
    let mut commits = 0;
    for execution in executions {
        commits += execution.await.unwrap();
    }
    commits as f64 / begun.elapsed().as_secs_f64()
}

fn plain(path: &Path, in_flight: u32) -> f64 {
    let mut file = File::create(path).unwrap();
    let body = [7; BODY];
    let begun = Instant::now();
    let mut appended: u32 = 0;
    while begun.elapsed() < TIME {
        for _ in 0..in_flight {
            file.write_all(&body).unwrap();
        }
        file.sync_data().unwrap();
        appended += in_flight;
    }
    f64::from(appended) / begun.elapsed().as_secs_f64()
}
