//! What all states of a machine read.

use serde::{Deserialize, Serialize};
use sfn::{ErrorName, TaskContext, TaskError, sfn};

use crate::support::{block_on, engine, observed};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Batch {
    limits: Limits,
    sizes: Vec<u64>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Limits {
    most: u64,
    factor: u64,
    team: String,
}

sfn! {
    /// Reads its limits everywhere.
    machine Sorting(batch: Batch) -> String {
        tasks {
            async fn sort(size: u64, limits: &Limits, most: u64) -> Result<u64, TaskError>;
            async fn tell(team: &str, double: &u64);
        }
        /// What came with the batch.
        let limits: Limits = batch.limits.clone();
        let most: u64 = limits.most;
        let double: u64 = most * 2;
        let region: String = "eu";
        start => Check(batch.sizes);

        state Check(sizes: Vec<u64>) = choice {
            double > 1000     => Reject("TooMuch", format!("{double} in {region}")),
            sizes.is_empty()  => Name(limits.team.clone()),
            limits.factor > 9 => Own(sizes, double),
            _                 => Sort(sizes),
        }
        #[concurrency(2)]
        state Sort(sizes: Vec<u64>) = map size in &sizes {
            SortOne = task sort(*size * limits.factor, &limits, most)
        } {
            sorted              => Tell(sorted),
            catch "TooBig" as e => Reject(e.error, format!("more than {}", most)),
        }
        // A parameter of the name hides what the `let` names.
        state Own(sizes: Vec<u64>, most: u64) = map size: u64 in sizes.iter().map(|size| size + double).collect() {
            OwnOne = task sort(size, &limits, most)
        } {
            most => Tell(most),
        }
        state Tell(sorted: Vec<u64>) = parallel {
            First  = task tell(&limits.team, &double),
            Second = task tell(&region, &most),
        } {
            ((), ()) => Pause(sorted, most),
        }
        state Pause(sorted: Vec<u64>, total: u64) = wait for std::time::Duration::from_secs(most)
            => Name(format!("{}: {:?} of {}, {double}", limits.team, sorted, total));
        state Name(name: String) = succeed format!("{name} ({region})");
        state Reject(error: ErrorName, cause: String) = fail(error, cause);
    }
}

struct Sorter;

impl SortingTasks for Sorter {
    async fn sort(
        &self,
        _: &TaskContext<'_>,
        size: u64,
        limits: &Limits,
        most: u64,
    ) -> Result<u64, TaskError> {
        assert!(most == limits.most || most == 2 * limits.most);
        match size > most {
            true => Err(TaskError::new("TooBig", "")),
            false => Ok(size),
        }
    }

    async fn tell(&self, _: &TaskContext<'_>, team: &str, double: &u64) {
        assert!((team, *double) == ("night", 14) || (team, *double) == ("eu", 7));
    }
}

fn batch(most: u64, factor: u64, sizes: &[u64]) -> Batch {
    Batch { limits: Limits { most, factor, team: "night".to_owned() }, sizes: sizes.to_vec() }
}

#[test]
fn every_state_reads_them() {
    let run = |batch| observed(Sorting, Sorter, batch).0;
    assert_eq!(run(batch(7, 2, &[1, 2])).unwrap(), "night: [2, 4] of 7, 14 (eu)");
    assert_eq!(run(batch(7, 10, &[0])).unwrap(), "night: [14] of 7, 14 (eu)");
    assert_eq!(run(batch(7, 2, &[])).unwrap(), "night (eu)");
    let failed = run(batch(7, 2, &[4])).unwrap_err();
    assert_eq!((failed.error(), failed.state()), ("TooBig", Some("Reject")));
    let failed = run(batch(501, 2, &[4])).unwrap_err();
    assert!(failed.cause().contains("1002 in eu"), "{}", failed.cause());
}

/// Counts its copies.
#[derive(Debug, Serialize, Deserialize)]
struct Heavy(Vec<u8>);

impl Clone for Heavy {
    fn clone(&self) -> Self {
        panic!("it is copied")
    }
}

sfn! {
    machine Wide(count: u32) -> usize {
        tasks { async fn weigh(heavy: &Heavy, place: &u32) -> usize; }
        let heavy: Heavy = Heavy(vec![0; 100]);
        start => All((0..count).collect());
        state All(places: Vec<u32>) = map place in &places { One = task weigh(&heavy, place) } {
            weights => Done(weights.len() + heavy.0.len()),
        }
        state Done(weight: usize) = succeed weight;
    }
}

struct Scale;

impl WideTasks for Scale {
    async fn weigh(&self, _: &TaskContext<'_>, heavy: &Heavy, _: &u32) -> usize {
        heavy.0.len()
    }
}

#[test]
fn iterations_share_them() {
    let wide = engine().register(Wide, Scale);
    assert_eq!(block_on(wide.run(2_000)).unwrap().output, 2_100);
}

#[test]
fn they_are_written_out_in_the_definition() {
    let read = "$states.context.Execution.Input.limits.most";
    assert!(
        Sorting::DEFINITION.contains(&format!("{{% ({read} * 2) %}}")),
        "{}",
        Sorting::DEFINITION
    );
    assert!(Sorting::HOST_EXPRESSIONS.iter().all(|host| host.rust != "limits.clone()"));
    let host = Wide::HOST_EXPRESSIONS;
    assert!(host.iter().any(|host| host.rust.starts_with("Heavy(")), "{host:?}");
}
