//! `cargo bench`: every version of the benchmark workflows, compiled and written by hand.
//!
//! Times here are of one version after the other. For ratios, which want both at the same moment,
//! and for aims see `cargo xtask bench`.

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};

fn workflows(criterion: &mut Criterion) {
    for runner in sfn_measure::runners() {
        criterion.bench_function(runner.name(), |bencher| {
            bencher.iter_custom(|executions| {
                let start = Instant::now();
                runner.run(executions);
                start.elapsed()
            });
        });
    }
}

fn settings() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .sample_size(50)
        .without_plots()
}

criterion_group! { name = benches; config = settings(); targets = workflows }
criterion_main!(benches);
