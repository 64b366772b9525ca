//! Threads: with room on their stacks, and for many things at a time.

use std::io;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, Builder};

/// Stack of a thread that works. Definitions may be nested deep, and the Rust of one even deeper:
/// what is not used costs nothing.
const STACK: usize = 64 << 20;

/// Does the work on a large stack.
pub(crate) fn with_room<R: Send>(work: impl FnOnce() -> R + Send) -> io::Result<R> {
    thread::scope(|scope| {
        let thread = Builder::new().stack_size(STACK).spawn_scoped(scope, work)?;
        Ok(thread.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Does the work on all items, on all processors, and gives the results in the items' order.
pub(crate) fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let mut results = thread::scope(|scope| {
        let spawn = |_| Builder::new().stack_size(STACK).spawn_scoped(scope, worker).ok();
        let threads: Vec<_> = (0..processors.min(items.len())).filter_map(spawn).collect();
        // Where there are no threads to be had, this one does all the work.
        let mut results = if threads.is_empty() { worker() } else { Vec::new() };
        for thread in threads {
            results.extend(thread.join().unwrap_or_else(|panic| resume_unwind(panic)));
        }
        results
    });
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..1000).collect();
        assert_eq!(map(&items, |item| item * 2), (0..1000).map(|i| i * 2).collect::<Vec<_>>());
        assert!(map(&[] as &[u8], |_| ()).is_empty());
    }
}
