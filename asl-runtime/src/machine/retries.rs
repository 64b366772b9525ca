//! `Retry`: which retrier takes an error, and how long it waits.
//!
//! Follows [Retrying after error](https://states-language.net/spec.html#retrying-after-error).

use std::time::Duration;

use crate::error::Failure;
use crate::value::Str;

/// A member of `Retry`, with the defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Retrier<'a> {
    /// The errors it is for.
    pub error_equals: &'a [Str],
    /// Seconds before the first retry.
    pub interval_seconds: u32,
    /// Retries at most.
    pub max_attempts: u32,
    /// What each interval is multiplied by to get the next.
    pub backoff_rate: f64,
    /// Cap of the interval in seconds.
    pub max_delay_seconds: Option<u32>,
    /// How the interval is made random.
    pub jitter: Jitter,
}

/// `JitterStrategy`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Jitter {
    /// The interval as computed.
    #[default]
    None,
    /// A uniformly random part of it.
    Full,
}

/// The pause before the next attempt.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Retry {
    /// The interval, before any jitter.
    pub interval: Duration,
    /// What the driver makes of it.
    pub jitter: Jitter,
}

/// How often each retrier of the current state has been used in this visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retries<const N: usize> {
    used: [u32; N],
    count: u32,
}

impl<const N: usize> Default for Retries<N> {
    fn default() -> Self {
        Self { used: [0; N], count: 0 }
    }
}

impl<const N: usize> Retries<N> {
    /// Forgets the last visit: the machine enters another state.
    #[inline]
    pub fn reset(&mut self) {
        if self.count > 0 {
            *self = Self::default();
        }
    }

    /// Retries in this visit, `$$.State.RetryCount`.
    #[inline]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// How often each retrier has been used.
    pub fn used(&self) -> &[u32] {
        &self.used
    }

    /// Takes up how often each retrier has been used; none beyond those that there are.
    pub fn restore(&mut self, used: &[u32]) {
        *self = Self::default();
        for (place, used) in self.used.iter_mut().zip(used) {
            *place = *used;
            self.count = self.count.saturating_add(*used);
        }
    }

    /// See [`next_retry`].
    #[cold]
    pub fn next(&mut self, retriers: &[Retrier<'_>], failure: &Failure) -> Option<Retry> {
        let retry = next_retry(&mut self.used, retriers, failure)?;
        self.count = self.count.saturating_add(1);
        Some(retry)
    }
}

/// The retry that `retriers` grant for `failure`, counted in `used`, which has a place for each.
///
/// The first retrier that matches decides; once it is used up, no other is asked.
#[cold]
pub fn next_retry(used: &mut [u32], retriers: &[Retrier<'_>], failure: &Failure) -> Option<Retry> {
    let place = retriers.iter().position(|r| matches_error(r.error_equals, failure))?;
    let (retrier, used) = (retriers.get(place)?, used.get_mut(place)?);
    if *used >= retrier.max_attempts {
        return None;
    }
    let interval = retrier.interval(*used);
    *used += 1;
    Some(Retry { interval, jitter: retrier.jitter })
}

impl Retrier<'_> {
    /// The interval before retry number `used + 1`.
    fn interval(&self, used: u32) -> Duration {
        /// 366 days, the largest `MaxDelaySeconds`: no interval needs to be longer.
        const LONGEST: f64 = 31_622_400.0;
        let exponent = i32::try_from(used).unwrap_or(i32::MAX);
        let seconds = f64::from(self.interval_seconds) * self.backoff_rate.powi(exponent);
        let cap = self.max_delay_seconds.map_or(LONGEST, f64::from);
        // `min` also turns the NaN of 0 × ∞ into the cap.
        Duration::try_from_secs_f64(seconds.min(cap)).unwrap_or_default()
    }
}

/// Whether `ErrorEquals` names the failure.
///
/// `States.ALL` takes everything and `States.TaskFailed` everything but a timeout; neither takes
/// what the engine itself found wrong with the state's data (`States.Runtime`), which no name does.
#[cold]
pub fn matches_error<S: AsRef<str>>(error_equals: &[S], failure: &Failure) -> bool {
    let error = failure.error().unwrap_or_default();
    if error == "States.Runtime" {
        return false;
    }
    error_equals.iter().any(|name| match name.as_ref() {
        "States.ALL" => true,
        "States.TaskFailed" => error != "States.Timeout",
        "States.HeartbeatTimeout" => failure.is_heartbeat_timeout() || error == name.as_ref(),
        name => name == error,
    })
}
