//! Functions that AWS Step Functions adds to JSONata.

use crate::data::{digest, java_random::JavaRandom};

/// `$hash(text, algorithm)`: the digest of the text's UTF-8 in lower-case hexadecimal digits.
/// `None` unless the algorithm is `MD5`, `SHA-1`, `SHA-256`, `SHA-384` or `SHA-512`.
#[must_use]
pub fn hash(text: &str, algorithm: &str) -> Option<String> {
    digest::digest(text, algorithm)
}

/// `$random(seed)`: the same number each time, from 0 up to but not including 1. Fractions of the
/// seed do not count.
///
/// # Examples
/// ```
/// use asl_runtime::jsonata::step_functions::random;
///
/// assert_eq!(random(42.0), 0.7275636800328681);
/// ```
#[must_use]
pub fn random(seed: f64) -> f64 {
    JavaRandom::new((seed as i64).cast_unsigned()).next_double()
}

/// `$uuid()`: a UUID of version 4, made of random bits.
#[must_use]
pub fn uuid(bits: u128) -> String {
    crate::data::intrinsic::uuid_text(bits).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_what_intrinsic_functions_have() {
        assert_eq!(hash("abc", "MD5").unwrap(), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(hash("abc", "md5"), None);
        assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
        assert!((0.0..1.0).contains(&random(-1e300)));
    }
}
