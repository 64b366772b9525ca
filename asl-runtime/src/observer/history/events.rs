//! The events of one execution, in pieces.

use serde::{Serialize, Serializer};

use super::event::HistoryEvent;

/// Events that are never moved: those of a piece stay there, and the next ones get another.
///
/// A piece is small enough for the allocator to have one at hand; one vector for all of them is
/// copied as it grows, and is a large allocation for each execution, which costs more than all
/// that is done to its events.
#[derive(Debug)]
pub(super) struct Events {
    full: Vec<Vec<HistoryEvent>>,
    last: Vec<HistoryEvent>,
}

/// Events of one piece.
const PIECE: usize = 8;

impl Default for Events {
    fn default() -> Self {
        Self { full: Vec::new(), last: Vec::with_capacity(PIECE) }
    }
}

impl Events {
    #[inline]
    pub(super) fn push(&mut self, event: HistoryEvent) {
        self.last.push(event);
        if self.last.len() == PIECE {
            self.open_piece();
        }
    }

    #[cold]
    fn open_piece(&mut self) {
        let full = std::mem::replace(&mut self.last, Vec::with_capacity(PIECE));
        self.full.push(full);
    }

    pub(super) fn first(&self) -> Option<&HistoryEvent> {
        self.iter().next()
    }

    pub(super) fn last(&self) -> Option<&HistoryEvent> {
        self.last.last().or_else(|| self.full.last()?.last())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &HistoryEvent> {
        self.full.iter().chain([&self.last]).flatten()
    }
}

impl Serialize for Events {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::observer::EventDetails;

    #[test]
    fn events_keep_their_order() {
        let mut events = Events::default();
        for id in 1..=20 {
            let (timestamp, details) = (Timestamp::UNIX_EPOCH, EventDetails::LambdaFunctionStarted);
            events.push(HistoryEvent { id, previous_event_id: id - 1, timestamp, details });
        }
        assert!(events.iter().map(|event| event.id).eq(1..=20));
        let ends = [events.first(), events.last()];
        assert_eq!(ends.map(|event| event.map(|event| event.id)), [Some(1), Some(20)]);
    }

    /// What malloc keeps at hand for a thread has at most 1,032 bytes.
    #[test]
    fn a_piece_is_small() {
        let size = PIECE * size_of::<HistoryEvent>();
        assert!(size <= 1_032, "{size} bytes");
    }
}
