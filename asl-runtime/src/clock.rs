//! Time, replaceable.

use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

/// A pause that a [`Clock`] keeps.
pub type Sleep = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Where the engine takes the time from and how it lets time pass.
pub trait Clock: Send + Sync + fmt::Debug + 'static {
    /// The time.
    fn now(&self) -> Timestamp;

    /// Completes when `duration` has passed, counted from this call.
    fn sleep(&self, duration: Duration) -> Sleep;
}

/// The time of the operating system; pauses by tokio's timer.
///
/// The runtime needs one: `enable_time` or `enable_all` of `tokio::runtime::Builder`, which
/// `#[tokio::main]` and `#[tokio::test]` call. Without one an execution fails when it first waits,
/// for time or for a handler, since its own time is bounded too; the cause says what is missing.
#[derive(Debug, Clone, Copy, Default)]
pub struct TokioClock;

impl Clock for TokioClock {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// A clock for tests: time stands still until everybody waits, then jumps to the next alarm.
///
/// ```
/// # use asl_runtime::{Clock, TestClock};
/// # use std::time::Duration;
/// # tokio::runtime::Builder::new_current_thread().build()?.block_on(async {
/// let clock = TestClock::at("2025-01-01T00:00:00Z")?;
/// clock.sleep(Duration::from_secs(24 * 60 * 60)).await;
/// assert_eq!(clock.now().to_string(), "2025-01-02T00:00:00Z");
/// # Ok::<_, jiff::Error>(()) })?; Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// "Everybody" is who sleeps on this clock. Before time jumps, other tasks of the runtime get
/// [a few turns](TestClock::TURNS) to do what they have to do; work that waits for the outside
/// world longer than that meets its timeouts early.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<Mutex<Times>>);

#[derive(Debug)]
struct Times {
    now: Timestamp,
    /// The alarms by time and order of their making.
    alarms: BTreeMap<(Timestamp, u64), Option<Waker>>,
    made: u64,
}

/// One pause on a [`TestClock`].
struct Alarm {
    clock: TestClock,
    key: (Timestamp, u64),
    turns: u32,
}

impl TestClock {
    /// Turns that other tasks get before time jumps.
    pub const TURNS: u32 = 16;

    /// A clock that stands at this RFC 3339 time.
    ///
    /// # Errors
    /// The text is not a timestamp.
    pub fn at(time: &str) -> Result<Self, jiff::Error> {
        let now = time.parse()?;
        Ok(Self(Arc::new(Mutex::new(Times { now, alarms: BTreeMap::new(), made: 0 }))))
    }

    fn times(&self) -> MutexGuard<'_, Times> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        self.times().now
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let mut times = self.times();
        let duration = SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX);
        let at = times.now.saturating_add(duration).unwrap_or(Timestamp::MAX);
        times.made += 1;
        let key = (at, times.made);
        times.alarms.insert(key, None);
        Box::pin(Alarm { clock: self.clone(), key, turns: 0 })
    }
}

impl Future for Alarm {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = &mut *self;
        let mut times = this.clock.times();
        if times.now >= this.key.0 {
            return Poll::Ready(());
        }
        let is_next = times.alarms.first_key_value().is_some_and(|(key, _)| *key == this.key);
        if !is_next {
            times.alarms.insert(this.key, Some(cx.waker().clone()));
            this.turns = 0;
            return Poll::Pending;
        }
        if this.turns < TestClock::TURNS {
            this.turns += 1;
            // Unlike a mere wake, it lets a runtime's `block_on` have its turn.
            return std::pin::pin!(tokio::task::yield_now()).poll(cx);
        }
        times.now = this.key.0;
        Poll::Ready(())
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        let mut times = self.clock.times();
        times.alarms.remove(&self.key);
        // Whoever is next has to notice.
        if let Some((_, Some(waker))) = times.alarms.first_key_value() {
            waker.wake_by_ref();
        }
    }
}
