//! An import: files are read at once, each in chunks, each chunk checked and loaded; bad rows and bad
//! chunks are counted, and too many of them stop it.

use std::error::Error;

use serde::{Deserialize, Serialize};
use sfn::{Caught, TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Serialize, Deserialize)]
struct Import {
    files: Vec<String>,
    rows_in_chunk: usize,
}

/// A file that is to be loaded.
#[derive(Debug, Serialize, Deserialize)]
struct File {
    name: String,
    rows_in_chunk: usize,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Row {
    id: u32,
    amount: i64,
}

#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
struct Tally {
    loaded: usize,
    rejected: usize,
    lost: usize,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum ReadError {
    #[error("there is no file {0}")]
    NoSuchFile(String),
}

#[derive(Debug, thiserror::Error, TaskError)]
enum LoadError {
    #[error("two transactions wait for each other")]
    Deadlock,
    #[error("the disk is full")]
    DiskFull,
}

sfn! {
    /// Loads one file, chunk by chunk.
    machine LoadFile(file: File) -> Tally {
        tasks {
            async fn read(name: &str) -> Result<Vec<Row>, ReadError>;
            async fn load(rows: &[Row]) -> Result<usize, LoadError>;
            async fn reject(rows: &[Row]);
        }
        start => Read(file);

        state Read(file: File) = task read(&file.name) {
            rows => Split(file.rows_in_chunk, rows.into_iter().partition(|row| row.amount >= 0)),
        }
        state Split(size: usize, sorted: (Vec<Row>, Vec<Row>)) = match sorted {
            (good, bad) if bad.is_empty() => Load(size, good, 0),
            (good, bad)                   => Reject(size, good, bad),
        }
        state Reject(size: usize, good: Vec<Row>, bad: Vec<Row>) =
            task reject(&bad) => Load(size, good, bad.len());
        #[concurrency(2)]
        state Load(size: usize, good: Vec<Row>, rejected: usize) =
            map chunk: Vec<Row> in good.chunks(size).map(<[Row]>::to_vec).collect() {
                #[retry("Deadlock", interval = 1s, max_attempts = 4, jitter = full)]
                LoadChunk = try task load(&chunk)
            } {
                counts => Counted(good.len(), rejected, counts),
            }
        state Counted(rows: usize, rejected: usize, counts: Vec<Result<usize, Caught>>) =
            pass => Loaded(rows, rejected, counts.iter().flatten().sum());
        state Loaded(rows: usize, rejected: usize, loaded: usize) =
            succeed Tally { loaded, rejected, lost: rows - loaded };
    }

    /// Loads all files, and swaps the tables where all is well.
    machine ImportAll(import: Import) -> Tally {
        tasks {
            async fn analyze(tally: &Tally) -> Result<(), TaskError>;
            async fn swap_tables() -> Result<(), TaskError>;
            async fn drop_tables();
            async fn tell(tally: &Tally);
        }
        start => Files(import);

        #[concurrency(4)]
        state Files(import: Import) = map name in &import.files {
            ImportFile = machine LoadFile(File { name: name.clone(), rows_in_chunk: import.rows_in_chunk })
        } {
            tallies      => Check(total(&tallies)),
            catch _ as e => DropTables(format!("{}: {}", e.error, e.cause)),
        }
        state Check(tally: Tally) = choice {
            tally.lost > 0 => DropTables(format!("{} rows could not be loaded", tally.lost)),
            tally.rejected * 10 > tally.loaded => DropTables(format!("{} rows are bad", tally.rejected)),
            _ => SwapTables(tally),
        }
        state SwapTables(tally: Tally) = task swap_tables() => Finish(tally);
        state Finish(tally: Tally) = parallel {
            Analyze = try task analyze(&tally),
            Tell    = task tell(&tally),
        } => Done(tally);
        state Done(tally: Tally) = succeed tally;
        state DropTables(cause: String) = task drop_tables() => Abandoned(cause);
        state Abandoned(cause: String) = fail("ImportAbandoned", cause);
    }
}

fn total(tallies: &[Tally]) -> Tally {
    tallies.iter().fold(Tally::default(), |sum, tally| Tally {
        loaded: sum.loaded + tally.loaded,
        rejected: sum.rejected + tally.rejected,
        lost: sum.lost + tally.lost,
    })
}

/// Files and a database.
struct Warehouse;

impl LoadFileTasks for Warehouse {
    async fn read(&self, _: &TaskContext<'_>, name: &str) -> Result<Vec<Row>, ReadError> {
        let (count, bad) = match name {
            "march.csv" => (250, 2),
            "april.csv" => (1_000, 7),
            "scribble.csv" => (100, 40),
            "huge.csv" => (700, 0),
            name => return Err(ReadError::NoSuchFile(name.to_owned())),
        };
        let amount = |id| if id < bad { -1 } else { i64::from(id) };
        Ok((0..count).map(|id| Row { id, amount: amount(id) }).collect())
    }

    async fn load(&self, cx: &TaskContext<'_>, rows: &[Row]) -> Result<usize, LoadError> {
        match rows.first().map(|row| row.id) {
            Some(102) if cx.attempt() == 1 => Err(LoadError::Deadlock),
            Some(600) => Err(LoadError::DiskFull),
            _ => Ok(rows.len()),
        }
    }

    async fn reject(&self, _: &TaskContext<'_>, _: &[Row]) {}
}

impl ImportAllTasks for Warehouse {
    async fn analyze(&self, _: &TaskContext<'_>, _: &Tally) -> Result<(), TaskError> {
        Err(TaskError::new("Locked", "somebody else does"))
    }

    async fn swap_tables(&self, _: &TaskContext<'_>) -> Result<(), TaskError> {
        Ok(())
    }

    async fn drop_tables(&self, _: &TaskContext<'_>) {}

    async fn tell(&self, _: &TaskContext<'_>, _: &Tally) {}
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("Import: files, chunks of rows, and what to do with bad ones")?;
    let flow = stage.engine().register(ImportAll, Warehouse);
    let import = |files: &[&str]| Import {
        files: files.iter().map(ToString::to_string).collect(),
        rows_in_chunk: 100,
    };

    let tally = stage.play("two files", &flow, import(&["march.csv", "april.csv"])).await?;
    assert_eq!(tally, Tally { loaded: 1_241, rejected: 9, lost: 0 });
    for (title, file) in [
        ("a file of bad rows", "scribble.csv"),
        ("a disk that is full", "huge.csv"),
        ("a file that is not there", "june.csv"),
    ] {
        let failed = stage.play(title, &flow, import(&["march.csv", file])).await;
        assert!(failed.is_err_and(|failed| failed.error() == "ImportAbandoned"), "{title}");
    }
    Ok(())
}
