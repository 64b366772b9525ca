//! What one execution of every runner allocates.

use serde::Serialize;
use sfn_measure::runners;
use stats_alloc::Region;

use crate::{ALLOCATOR, print};

/// Executions that are counted, after as many that warm up.
const EXECUTIONS: u32 = 1000;

#[derive(Serialize)]
struct Allocations<'a> {
    runner: &'a str,
    /// Allocations and those that grew.
    allocations: f64,
    bytes: f64,
}

pub(crate) fn count() {
    for runner in runners() {
        runner.run(u64::from(EXECUTIONS));
        let region = Region::new(ALLOCATOR);
        runner.run(u64::from(EXECUTIONS));
        let stats = region.change();
        let each = |total: usize| total as f64 / f64::from(EXECUTIONS);
        print(&Allocations {
            runner: runner.name(),
            allocations: each(stats.allocations + stats.reallocations),
            bytes: each(stats.bytes_allocated),
        });
    }
}
