//! Data and durations in little space.

use std::fmt;
use std::time::Duration;

/// The text without its middle where it is longer than `width`. New members of an object are at
/// its end, so more is left of the end than of the beginning.
pub(super) fn elide(text: String, width: usize) -> String {
    let length = text.chars().count();
    if length <= width {
        return text;
    }
    let start = width / 4;
    let end = width.saturating_sub(start + 1);
    let mut elided: String = text.chars().take(start).collect();
    elided.push('…');
    elided.extend(text.chars().skip(length - end));
    elided
}

/// A duration in the units that suit it: `12 µs`, `1.5 ms`, `2 s`, `2 h 30 min`.
pub(super) struct Interval(pub(super) Duration);

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        if self.0 < Duration::from_millis(1) {
            write!(f, "{} µs", self.0.as_micros())
        } else if seconds < 1 {
            write!(f, "{:.1} ms", self.0.as_secs_f64() * 1e3)
        } else if seconds < 60 && self.0.subsec_nanos() == 0 {
            write!(f, "{seconds} s")
        } else if seconds < 60 {
            write!(f, "{:.3} s", self.0.as_secs_f64())
        } else if seconds < 3_600 {
            pair(f, (seconds / 60, "min"), (seconds % 60, "s"))
        } else if seconds < 86_400 {
            pair(f, (seconds / 3_600, "h"), (seconds / 60 % 60, "min"))
        } else {
            pair(f, (seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"))
        }
    }
}

/// Two units, the smaller one only where there is something of it.
fn pair(f: &mut fmt::Formatter<'_>, large: (u64, &str), small: (u64, &str)) -> fmt::Result {
    write!(f, "{} {}", large.0, large.1)?;
    if small.0 > 0 { write!(f, " {} {}", small.0, small.1) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_left_out() {
        let text = |text: &str, width| elide(text.to_owned(), width);
        assert_eq!(text("0123456789", 10), "0123456789");
        assert_eq!(text("0123456789", 9), "01…456789");
        assert_eq!(text("ääääöööö", 6), "ä…öööö");
        assert_eq!(text("0123456789", 1), "…");
        assert_eq!(text("0123456789", 0), "…");
    }

    #[test]
    fn durations_have_units_that_suit() {
        for (micros, expected) in [
            (0, "0 µs"),
            (999, "999 µs"),
            (1_500, "1.5 ms"),
            (2_000_000, "2 s"),
            (2_001_000, "2.001 s"),
            (60_000_000, "1 min"),
            (61_000_000, "1 min 1 s"),
            (9_000_000_000, "2 h 30 min"),
            (86_400_000_000, "1 d"),
            (180_000_000_000, "2 d 2 h"),
        ] {
            assert_eq!(Interval(Duration::from_micros(micros)).to_string(), expected);
        }
    }
}
