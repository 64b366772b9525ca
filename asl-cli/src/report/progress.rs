//! How far a command is.

use std::sync::Once;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// What is done sooner needs no bar.
const PATIENCE: Duration = Duration::from_millis(500);

/// A bar on the standard error, if that is a terminal and it takes long.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    show: Once,
}

impl Progress {
    pub(crate) fn new(steps: usize) -> Self {
        let style = ProgressStyle::with_template("{elapsed:>4} {bar:30} {pos}/{len}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        let hidden = ProgressDrawTarget::hidden();
        let bar = ProgressBar::with_draw_target(Some(steps as u64), hidden).with_style(style);
        Self { bar, started: Instant::now(), show: Once::new() }
    }

    pub(crate) fn step(&self) {
        if self.started.elapsed() > PATIENCE {
            self.show.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
