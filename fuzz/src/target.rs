//! What an input is given to.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A subject that reads text.
#[derive(Debug)]
pub(crate) struct Target {
    /// Its name, and that of its folder of seeds.
    pub(crate) name: &'static str,
    /// Words of its language, to put into inputs.
    pub(crate) words: &'static [&'static str],
    /// Takes an input. It panics if what came of it is wrong, and tells what that was.
    pub(crate) run: fn(&[u8]) -> String,
    /// It fails on purpose, to test what finds failures.
    pub(crate) planted: bool,
}

/// The line between the parts of an input.
const BETWEEN: &str = "\n----\n";

/// The parts of an input that has several: such as a path and the document it is used on. Those
/// that are not there are empty.
pub(crate) fn parts<const N: usize>(input: &[u8]) -> [String; N] {
    let text = String::from_utf8_lossy(input);
    let mut parts = text.splitn(N, BETWEEN).map(str::to_owned);
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

/// What is new about an input: what came of it, but for names, texts and numbers.
pub(crate) fn shape(told: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    let mut quoted = false;
    for byte in told.bytes().take(2_000) {
        quoted ^= matches!(byte, b'"' | b'`');
        if !quoted && !byte.is_ascii_digit() {
            byte.hash(&mut hasher);
        }
    }
    hasher.finish()
}
