//! How the states of a machine hang together.

use sfn::{ErrorName, sfn};

sfn! {
    machine Unknown(count: u64) {
        start => Chek(count);
        state Check(count: u64) = choice {
            count > 3 => Dome,
            _         => Elsewhere(count),
        }
        state Done = succeed;
    }

    machine Unreached(count: u64) {
        start => Done;
        state Done = succeed;
        state Again(count: u64) = choice { count > 3 => Done, _ => Again(count) }
    }

    machine Endless(count: u64) {
        start => Again(count);
        state Again(count: u64) = pass => Again(count);
    }

    machine Empty {}

    machine Unstarted(count: u64) {
        state Done(count: u64) = succeed;
    }

    machine Open(count: u64) {
        start => Check(count);
        state Check(count: u64) = choice { count > 3 => Done }
        state Done = succeed;
    }

    machine Further(count: u64) {
        start => Done(count);
        state Done(count: u64) = succeed => Failed("Failed");
        state Failed(error: ErrorName) = fail(error) { _ => Done(1) }
    }

    machine Arguments(count: u64) {
        start => Check(count);
        state Check(count: u64) = choice { count > 3 => Done, _ => Done(count, 3) }
        state Done(count: u64) = succeed;
    }

    // Two mistakes in two states: none hides the other.
    machine Several(count: u64) {
        start => Check(count);
        state Check(count: u64) = choice { count > => Done, _ => Done }
        state Wait = wait 15 => Done;
        state Done = suceed;
    }
}

fn main() {}
