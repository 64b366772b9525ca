//! One evaluation of an expression: its limits, its time and its randomness.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::error::Error;
use super::item::Item;
use crate::machine::StepContext;

/// The call of a function takes about as long as going through so many items.
const STEPS_OF_A_CALL: usize = 5;

/// What an evaluation may use before it is ended with an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Calls of functions inside each other.
    pub depth: u32,
    /// Items gone through, and calls of functions, each as much as five items, in all.
    pub steps: u64,
    /// Items of one sequence.
    pub items: usize,
    /// Bytes of the stack.
    pub stack: usize,
    /// Bytes of one string.
    pub text: usize,
}

/// The limits of Step Functions are not published; these are wide of those that were seen.
impl Default for Limits {
    #[inline]
    fn default() -> Self {
        Self { depth: 500, steps: 20_000_000, items: 1_000_000, stack: 1280 << 10, text: 16 << 20 }
    }
}

/// One evaluation of an expression.
#[derive(Debug)]
pub struct Evaluation {
    limits: Limits,
    /// Milliseconds since 1970.
    now: i64,
    seed: Seed,
    steps: Cell<u64>,
    depth: Cell<u32>,
    /// An address near where the stack was when the evaluation began.
    base: usize,
    /// Made when it is asked for: most expressions need none of it.
    rest: RefCell<Option<Box<Rest>>>,
}

/// What few expressions need.
#[derive(Debug, Default)]
struct Rest {
    /// Made of the seed when the first number is drawn.
    random: Option<StdRng>,
    /// The variables that functions hold on to: they may hold the functions in turn.
    slots: Vec<Slot>,
}

/// What the random numbers of an evaluation are made of.
#[derive(Debug, Clone, Copy)]
struct Seed {
    seed: u128,
    /// The history event with which the state was entered.
    event: u64,
    /// Where the expression stands.
    place: u32,
}

impl Seed {
    fn generator(self) -> StdRng {
        let cx =
            StepContext { entered_event_id: self.event, seed: self.seed, ..StepContext::default() };
        let mut bytes = [0; 32];
        if let Some(start) = bytes.first_chunk_mut() {
            *start = cx.random((self.place, 0)).to_le_bytes();
        }
        StdRng::from_seed(bytes)
    }
}

/// A variable that a function holds on to. Its clones are one variable.
#[derive(Debug, Clone, Default)]
pub struct Slot(Rc<RefCell<Option<Item>>>);

impl Slot {
    /// The value; none as long as it is not bound.
    #[must_use]
    pub fn get(&self) -> Option<Item> {
        self.0.borrow().clone()
    }

    /// The value; nothing as long as it is not bound.
    #[must_use]
    pub fn value(&self) -> Item {
        self.get().unwrap_or_default()
    }

    /// Binds it.
    pub fn set(&self, item: Item) {
        let before = self.0.replace(Some(item));
        drop(before);
    }
}

/// The evaluation's variables let go of each other.
impl Drop for Rest {
    fn drop(&mut self) {
        for slot in std::mem::take(&mut self.slots) {
            let content = slot.0.take();
            drop(content);
        }
    }
}

impl Evaluation {
    /// An evaluation at a time, in milliseconds since 1970, with what its random numbers are
    /// made of.
    #[inline]
    #[must_use]
    pub fn new(limits: Limits, now: i64, seed: u128) -> Self {
        Self::seeded(limits, now, Seed { seed, event: 0, place: 0 })
    }

    /// The evaluation of the expression at a byte offset of the definition.
    #[inline]
    pub(super) fn of_step(cx: &StepContext<'_>, place: u32) -> Self {
        let seed = Seed { seed: cx.seed, event: cx.entered_event_id, place };
        Self::seeded(Limits::default(), cx.now, seed)
    }

    #[inline]
    fn seeded(limits: Limits, now: i64, seed: Seed) -> Self {
        Self {
            limits,
            now,
            seed,
            steps: Cell::new(0),
            depth: Cell::new(0),
            base: address(),
            rest: RefCell::new(None),
        }
    }

    /// The limits.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// The time of the evaluation, in milliseconds since 1970: one for all of it.
    #[must_use]
    pub fn now(&self) -> i64 {
        self.now
    }

    /// A random number from 0 up to but not including 1.
    #[must_use]
    pub fn random(&self) -> f64 {
        self.with_random(RngExt::random)
    }

    /// 128 random bits.
    #[must_use]
    pub fn random_bits(&self) -> u128 {
        self.with_random(RngExt::random)
    }

    fn with_random<T>(&self, draw: impl FnOnce(&mut StdRng) -> T) -> T {
        let mut rest = self.rest.borrow_mut();
        let random = &mut rest.get_or_insert_default().random;
        draw(random.get_or_insert_with(|| self.seed.generator()))
    }

    /// A variable that functions hold on to, not bound yet.
    #[must_use]
    pub fn slot(&self) -> Slot {
        let slot = Slot::default();
        let mut rest = self.rest.borrow_mut();
        let slots = &mut rest.get_or_insert_default().slots;
        if slots.len() == slots.capacity() {
            // Those that nobody else holds any more hold on to nothing.
            slots.retain(|slot| Rc::strong_count(&slot.0) > 1);
        }
        slots.push(slot.clone());
        slot
    }

    /// A variable that functions hold on to, with a value.
    #[must_use]
    pub fn bound_slot(&self, item: Item) -> Slot {
        let slot = self.slot();
        slot.set(item);
        slot
    }

    /// Counts so many steps.
    ///
    /// # Errors
    /// There were too many.
    #[inline]
    pub fn count(&self, steps: usize) -> Result<(), Error> {
        let made = self.steps.get().saturating_add(steps as u64);
        self.steps.set(made);
        if made > self.limits.steps { Err(Error::timeout()) } else { Ok(()) }
    }

    /// Counts the call of a function.
    ///
    /// # Errors
    /// There were too many steps.
    #[inline]
    pub fn count_call(&self) -> Result<(), Error> {
        self.count(STEPS_OF_A_CALL)
    }

    /// Checks the length of a sequence that grows.
    ///
    /// # Errors
    /// It is too long.
    #[inline]
    pub fn check_length(&self, items: usize) -> Result<(), Error> {
        if items > self.limits.items { Err(Error::memory()) } else { Ok(()) }
    }

    /// Checks the length of a string that grows.
    ///
    /// # Errors
    /// It is too long.
    #[inline]
    pub fn check_text(&self, bytes: usize) -> Result<(), Error> {
        if bytes > self.limits.text { Err(Error::memory()) } else { Ok(()) }
    }

    /// Goes one level deeper for `inner`.
    ///
    /// # Errors
    /// Those of `inner`, and too many levels.
    pub fn deeper<T>(&self, inner: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        self.count_call()?;
        self.check_stack()?;
        let depth = self.depth.get();
        if depth >= self.limits.depth {
            return Err(Error::stack());
        }
        self.depth.set(depth + 1);
        let result = inner();
        self.depth.set(depth);
        result
    }

    /// Checks what is left of the stack.
    ///
    /// # Errors
    /// The evaluation has used its share.
    #[inline]
    pub fn check_stack(&self) -> Result<(), Error> {
        if self.base.abs_diff(address()) > self.limits.stack { Err(Error::stack()) } else { Ok(()) }
    }
}

/// An address on the stack, near its end.
#[inline(never)]
fn address() -> usize {
    let here = 0_u8;
    std::ptr::from_ref(&here).addr()
}
