//! Inputs made of other inputs.

use std::ops::Range;

use rand::rngs::StdRng;
use rand::{Rng, RngExt};

/// The longest input, in bytes.
const LONGEST: usize = 16 << 10;

/// What is special to most that read text.
const WORDS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2147483647",
    "2147483648",
    "-2147483648",
    "9223372036854775807",
    "18446744073709551616",
    "-0",
    "1e308",
    "1e999",
    "0.1",
    "1E-400",
    "null",
    "true",
    "\"\"",
    "\\",
    "\\u0000",
    "\\ud83d",
    "\\ude00",
    "\u{0}",
    "\u{feff}",
    "é",
    "😀",
    "\u{2028}",
    "{}",
    "[]",
    "${X}",
    "$",
    "$$",
    "\n----\n",
    "\"",
    "'",
    "`",
    "*",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    ",",
    ":",
    ".",
    " ",
];

/// A new input from one of a pool.
pub(crate) fn mutate(pool: &[Vec<u8>], words: &[&str], random: &mut StdRng) -> Vec<u8> {
    let mut input = pick(pool, random).cloned().unwrap_or_default();
    // Mostly one change, so that what is deep inside is reached with the rest intact.
    let changes = 1 + (random.next_u32().trailing_zeros() as usize).min(6);
    for _ in 0..changes {
        change(&mut input, pool, words, random);
    }
    input.truncate(LONGEST);
    input
}

fn change(input: &mut Vec<u8>, pool: &[Vec<u8>], words: &[&str], random: &mut StdRng) {
    let place = token(input, random);
    match random.random_range(0..12) {
        0 => replace(input, byte(input, random), &[random.random()]),
        1 => replace(input, byte(input, random), &[]),
        2 => replace(input, place, &[]),
        3 | 4 => replace(input, place, word(words, random)),
        5 => replace(input, place.end..place.end, word(words, random)),
        6 => {
            let other = pick(pool, random).cloned().unwrap_or_default();
            let from = token(&other, random);
            replace(input, place, &other[from]);
        }
        7 => {
            let other = pick(pool, random).cloned().unwrap_or_default();
            let (from, to) = (group(&other, random), group(input, random));
            replace(input, to, &other[from]);
        }
        8 => {
            let (from, to) = (group(input, random), group(input, random));
            let copy = input[from].to_vec();
            replace(input, to, &copy);
        }
        9 => replace(input, group(input, random), &[]),
        10 => {
            let times = 1 << random.random_range(1..11);
            let copy = input[place.clone()].repeat(times);
            if copy.len() <= LONGEST {
                replace(input, place, &copy);
            }
        }
        _ => {
            let copy = input[place].to_vec();
            let to = token(input, random);
            replace(input, to, &copy);
        }
    }
}

fn pick<'a, T>(all: &'a [T], random: &mut StdRng) -> Option<&'a T> {
    (!all.is_empty()).then(|| &all[random.random_range(0..all.len())])
}

fn word<'a>(words: &'a [&str], random: &mut StdRng) -> &'a [u8] {
    let words = if random.random() { words } else { WORDS };
    pick(words, random).map_or(b"", |word| word.as_bytes())
}

fn replace(input: &mut Vec<u8>, place: Range<usize>, by: &[u8]) {
    input.splice(place, by.iter().copied());
}

/// A byte of an input, if there is one.
fn byte(input: &[u8], random: &mut StdRng) -> Range<usize> {
    let at = random.random_range(0..=input.len());
    at..(at + 1).min(input.len())
}

/// A word, number, sign or blank of an input.
fn token(input: &[u8], random: &mut StdRng) -> Range<usize> {
    let at = random.random_range(0..=input.len());
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
    if !input.get(at).is_some_and(is_word) {
        return at..(at + 1).min(input.len());
    }
    let start = input[..at].iter().rposition(|byte| !is_word(byte)).map_or(0, |before| before + 1);
    let length = input[at..].iter().position(|byte| !is_word(byte));
    start..length.map_or(input.len(), |length| at + length)
}

/// What stands between two brackets or quotes, with them; else a token.
fn group(input: &[u8], random: &mut StdRng) -> Range<usize> {
    let from = random.random_range(0..=input.len());
    let Some(start) = input[from..].iter().position(|byte| b"([{\"'".contains(byte)) else {
        return token(input, random);
    };
    let start = from + start;
    let (open, close) = match input[start] {
        b'(' => (b'(', b')'),
        b'[' => (b'[', b']'),
        b'{' => (b'{', b'}'),
        quote => (quote, quote),
    };
    let mut depth = 1;
    for (at, byte) in input.iter().enumerate().skip(start + 1) {
        if *byte == close {
            depth -= 1;
        } else if *byte == open {
            depth += 1;
        }
        if depth == 0 {
            return start..at + 1;
        }
    }
    start..start + 1
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_inputs() {
        let pool = [br#"{"a": [1, (x), "b'"]}"#.to_vec(), b"$.a[0]".to_vec(), Vec::new()];
        let make = || {
            let mut random = StdRng::seed_from_u64(7);
            (0..1_000).map(|_| mutate(&pool, &["Next"], &mut random)).collect::<Vec<_>>()
        };
        assert_eq!(make(), make());
        assert!(make().iter().all(|input| input.len() <= LONGEST));
    }

    #[test]
    fn groups_end_at_their_brackets() {
        let mut random = StdRng::seed_from_u64(1);
        let found: std::collections::BTreeSet<_> = (0..200)
            .map(|_| group(b"(a[b](c))", &mut random))
            .collect::<Vec<_>>()
            .into_iter()
            .map(|place| (place.start, place.end))
            .collect();
        assert!([(0, 9), (2, 5), (5, 8)].iter().all(|place| found.contains(place)));
    }
}
