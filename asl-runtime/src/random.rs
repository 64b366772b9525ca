//! Where random numbers come from: the operating system, or a seed.

use std::sync::{Arc, Mutex, PoisonError};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// A source of random numbers, shared by an engine's executions.
#[derive(Debug, Clone, Default)]
pub(crate) struct Randomness(Option<Arc<Mutex<StdRng>>>);

impl Randomness {
    /// The same numbers in each run.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(Some(Arc::new(Mutex::new(StdRng::seed_from_u64(seed)))))
    }

    /// 128 random bits, fit for a token that must not be guessed.
    pub(crate) fn bits(&self) -> u128 {
        match &self.0 {
            Some(seeded) => seeded.lock().unwrap_or_else(PoisonError::into_inner).random(),
            None => rand::rng().random(),
        }
    }

    /// A number from 0 up to but not including 1.
    pub(crate) fn fraction(&self) -> f64 {
        match &self.0 {
            Some(seeded) => seeded.lock().unwrap_or_else(PoisonError::into_inner).random(),
            None => rand::rng().random(),
        }
    }
}
