//! The engine that tracks back, as ECMAScript describes it, but with a limit.

use super::class::{Class, WORD};
use super::engine::Captured;
use super::program::{Program, Step};

/// Steps that a search may take.
const MOST_STEPS: usize = 2_000_000;

/// What may be remembered for tracking back.
const MOST_FRAMES: usize = 500_000;

/// A search takes too long.
#[derive(Debug)]
pub(super) struct TooLong;

/// The first match at or after a byte.
pub(super) fn search(
    program: &Program,
    text: &str,
    from: usize,
) -> Result<Option<Captured>, TooLong> {
    let mut machine =
        Machine { program, text, slots: vec![None; program.slots], frames: Vec::new(), steps: 0 };
    let starts = text[from..].char_indices().map(|(index, _)| from + index);
    for start in starts.chain([text.len()]) {
        if let Some(end) = machine.run(0, start)? {
            let group =
                |group: usize| Some(machine.slots[2 * group]?..machine.slots[2 * group + 1]?);
            return Ok(Some((start..end, (1..=program.groups).map(group).collect())));
        }
    }
    Ok(None)
}

struct Machine<'a> {
    program: &'a Program,
    text: &'a str,
    /// The places that are remembered.
    slots: Vec<Option<usize>>,
    frames: Vec<Frame>,
    steps: usize,
}

/// What is done when tracking back.
enum Frame {
    /// Goes on at a step and a place.
    Branch(usize, usize),
    /// Remembers another place again.
    Restore(usize, Option<usize>),
}

impl Machine<'_> {
    /// Runs from a step to the end, and says where in the text that is. If it fails, nothing has
    /// changed.
    fn run(&mut self, mut step: usize, mut at: usize) -> Result<Option<usize>, TooLong> {
        let base = self.frames.len();
        let program = self.program;
        loop {
            self.steps += 1;
            if self.steps > MOST_STEPS || self.frames.len() > MOST_FRAMES {
                return Err(TooLong);
            }
            let next = match program.steps.get(step) {
                None | Some(Step::Done) => {
                    self.keep(base);
                    return Ok(Some(at));
                }
                Some(Step::Split(first, second)) => {
                    self.frames.push(Frame::Branch(*second, at));
                    Some((*first, at))
                }
                Some(Step::Jump(step)) => Some((*step, at)),
                Some(Step::Look { negative, end }) => {
                    self.look(step + 1, at, *negative)?.then_some((*end, at))
                }
                Some(other) => self.simple(other, at).map(|at| (step + 1, at)),
            };
            (step, at) = match next.or_else(|| self.track_back(base)) {
                Some(next) => next,
                None => return Ok(None),
            };
        }
    }

    /// Whether what a look demands is there.
    fn look(&mut self, step: usize, at: usize, negative: bool) -> Result<bool, TooLong> {
        let base = self.frames.len();
        let found = self.run(step, at)?.is_some();
        if found && negative {
            // Forgets the groups within.
            while self.track_back(base).is_some() {}
        }
        Ok(found != negative)
    }

    /// Does a step that goes on at the next, and says where in the text.
    fn simple(&mut self, step: &Step, at: usize) -> Option<usize> {
        match step {
            Step::Character { c, backwards } => {
                let (other, next) = self.next(at, *backwards)?;
                (self.fold(other) == self.fold(*c)).then_some(next)
            }
            Step::Class { class, backwards } => {
                let (c, next) = self.next(at, *backwards)?;
                self.is_of(class, c).then_some(next)
            }
            Step::BackReference { group, backwards } => self.again(*group, at, *backwards),
            Step::Start => self.is_line_end(at, true).then_some(at),
            Step::End => self.is_line_end(at, false).then_some(at),
            Step::WordBoundary { negated } => {
                let boundary = self.is_word(at, true) != self.is_word(at, false);
                (boundary != *negated).then_some(at)
            }
            Step::Save(slot) => {
                self.set(*slot, Some(at));
                Some(at)
            }
            Step::Forget(groups) => {
                (2 * groups.start..2 * groups.end).for_each(|slot| self.set(slot, None));
                self.steps += groups.len();
                Some(at)
            }
            Step::Progress(slot) => (self.slots[*slot] != Some(at)).then_some(at),
            // These do not go on at the next.
            Step::Split(..) | Step::Jump(_) | Step::Look { .. } | Step::Done => None,
        }
    }

    fn set(&mut self, slot: usize, place: Option<usize>) {
        let before = std::mem::replace(&mut self.slots[slot], place);
        if before != place {
            self.frames.push(Frame::Restore(slot, before));
        }
    }

    /// The last branch that was not tried.
    fn track_back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.frames.len() > base {
            match self.frames.pop()? {
                Frame::Branch(step, at) => return Some((step, at)),
                Frame::Restore(slot, place) => self.slots[slot] = place,
            }
        }
        None
    }

    /// Forgets the branches, but not what to restore if what comes later fails.
    fn keep(&mut self, base: usize) {
        let kept = self.frames.split_off(base);
        self.frames.extend(kept.into_iter().filter(|frame| matches!(frame, Frame::Restore(..))));
    }

    /// The next character, and the place after it.
    fn next(&self, at: usize, backwards: bool) -> Option<(char, usize)> {
        if backwards {
            let c = self.text[..at].chars().next_back()?;
            Some((c, at - c.len_utf8()))
        } else {
            let c = self.text[at..].chars().next()?;
            Some((c, at + c.len_utf8()))
        }
    }

    /// The place after what a group has matched, if it stands here again.
    fn again(&mut self, group: usize, mut at: usize, backwards: bool) -> Option<usize> {
        let (Some(start), Some(end)) = (self.slots[2 * group], self.slots[2 * group + 1]) else {
            return Some(at);
        };
        let text = self.text;
        self.steps += end - start;
        let same = |machine: &Self, at: &mut usize, expected: char| {
            let (c, next) = machine.next(*at, backwards)?;
            *at = next;
            (machine.fold(c) == machine.fold(expected)).then_some(())
        };
        let mut expected = text[start..end].chars();
        while let Some(c) = if backwards { expected.next_back() } else { expected.next() } {
            same(self, &mut at, c)?;
        }
        Some(at)
    }

    /// The character that stands for all that are the same without regard to case: the capital
    /// letter, but not one of ASCII for others.
    fn fold(&self, c: char) -> char {
        if !self.program.flags.ignore_case {
            return c;
        }
        let mut upper = c.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(upper), None) if c.is_ascii() || !upper.is_ascii() => upper,
            _ => c,
        }
    }

    fn is_of(&self, class: &Class, c: char) -> bool {
        let has = |c: char| {
            let code = u32::from(c);
            class.ranges.iter().any(|(first, last)| (*first..=*last).contains(&code))
        };
        let found = has(c)
            || self.program.flags.ignore_case
                && c.to_lowercase()
                    .chain(c.to_uppercase())
                    .chain(self.fold(c).to_lowercase())
                    .any(|other| self.fold(other) == self.fold(c) && has(other));
        found != class.negated
    }

    /// Whether a line starts here, or ends.
    fn is_line_end(&self, at: usize, start: bool) -> bool {
        match self.next(at, start) {
            None => true,
            Some((c, _)) => {
                self.program.flags.multiline && matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
            }
        }
    }

    /// Whether a letter, digit or underline stands before or after the place.
    fn is_word(&self, at: usize, before: bool) -> bool {
        self.next(at, before).is_some_and(|(c, _)| {
            WORD.iter().any(|(first, last)| (*first..=*last).contains(&u32::from(c)))
        })
    }
}
