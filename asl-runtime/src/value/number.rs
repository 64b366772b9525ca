//! The numbers of state data.

use std::cmp::Ordering;
use std::fmt;

/// A JSON number: an integer of 64 bits kept exactly, or a finite float.
///
/// Integers and floats are told apart by how they print (`1` and `1.0`) and by
/// [`is_integer`](Self::is_integer), but compare by value, exactly: `1 == 1.0`, and
/// 9007199254740993 is greater than the float 9007199254740992.0.
///
/// Integers above [`i64::MAX`] are kept up to [`u64::MAX`]; an integer in JSON text beyond that
/// becomes the nearest float. NaN and the infinities are not numbers of JSON: see
/// [`from_f64`](Self::from_f64).
///
/// # Examples
/// ```
/// use asl_runtime::value::Number;
///
/// assert_eq!(Number::from(1), Number::from_f64(1.0).unwrap());
/// assert_eq!(Number::from_f64(1.0).unwrap().to_string(), "1.0");
/// assert_eq!(Number::from_f64(f64::NAN), None);
/// ```
#[derive(Clone, Copy)]
pub struct Number(Repr);

#[derive(Clone, Copy)]
enum Repr {
    Int(i64),
    /// Only above `i64::MAX`.
    UInt(u64),
    /// Only finite.
    Float(f64),
}

impl Number {
    /// The number of a float; none for NaN and the infinities.
    #[inline]
    #[must_use]
    pub fn from_f64(float: f64) -> Option<Self> {
        float.is_finite().then_some(Self(Repr::Float(float)))
    }

    /// The number of an integer of up to 64 bits, with or without sign; none beyond.
    #[must_use]
    pub fn from_i128(integer: i128) -> Option<Self> {
        match i64::try_from(integer) {
            Ok(integer) => Some(Self::from(integer)),
            Err(_) => u64::try_from(integer).ok().map(Self::from),
        }
    }

    /// The integer, where this is one of up to 63 bits and a sign. None for a float, even `1.0`.
    #[inline]
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Repr::Int(integer) => Some(integer),
            Repr::UInt(_) | Repr::Float(_) => None,
        }
    }

    /// The integer, where this is one that is not negative. None for a float, even `1.0`.
    #[inline]
    #[must_use]
    pub fn as_u64(self) -> Option<u64> {
        match self.0 {
            Repr::Int(integer) => u64::try_from(integer).ok(),
            Repr::UInt(integer) => Some(integer),
            Repr::Float(_) => None,
        }
    }

    /// The nearest float.
    #[inline]
    #[must_use]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Int(integer) => integer as f64,
            Repr::UInt(integer) => integer as f64,
            Repr::Float(float) => float,
        }
    }

    /// Whether it is kept as an integer; `1.0` is not.
    #[inline]
    #[must_use]
    pub fn is_integer(self) -> bool {
        !matches!(self.0, Repr::Float(_))
    }

    /// Hands the JSON text to `use_text`, without an allocation.
    pub(crate) fn with_text<R>(self, use_text: impl FnOnce(&str) -> R) -> R {
        match self.0 {
            Repr::Int(integer) => use_text(itoa::Buffer::new().format(integer)),
            Repr::UInt(integer) => use_text(itoa::Buffer::new().format(integer)),
            Repr::Float(float) => use_text(zmij::Buffer::new().format_finite(float)),
        }
    }
}

impl PartialEq for Number {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self.0, other.0) {
            (Repr::Int(a), Repr::Int(b)) => a == b,
            _ => self.cmp(other).is_eq(),
        }
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.0, other.0) {
            (Repr::Int(a), Repr::Int(b)) => a.cmp(&b),
            (Repr::UInt(a), Repr::UInt(b)) => a.cmp(&b),
            (Repr::Int(_), Repr::UInt(_)) => Ordering::Less,
            (Repr::UInt(_), Repr::Int(_)) => Ordering::Greater,
            // Finite floats are always comparable.
            (Repr::Float(a), Repr::Float(b)) => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
            (Repr::Int(a), Repr::Float(b)) => compare_with_float(i128::from(a), b),
            (Repr::UInt(a), Repr::Float(b)) => compare_with_float(i128::from(a), b),
            (Repr::Float(a), Repr::Int(b)) => compare_with_float(i128::from(b), a).reverse(),
            (Repr::Float(a), Repr::UInt(b)) => compare_with_float(i128::from(b), a).reverse(),
        }
    }
}

/// Compares an integer of at most 65 bits with a finite float without rounding either.
fn compare_with_float(integer: i128, float: f64) -> Ordering {
    // The cast saturates far outside of the integer's range, and is exact inside.
    let whole = float.trunc();
    integer.cmp(&(whole as i128)).then_with(|| {
        let fraction = float - whole;
        0.0_f64.partial_cmp(&fraction).unwrap_or(Ordering::Equal)
    })
}

macro_rules! from_integers {
    ($($signed:ty),*; $($unsigned:ty),*) => {
        $(impl From<$signed> for Number {
            #[inline]
            fn from(integer: $signed) -> Self {
                Self(Repr::Int(integer as i64))
            }
        })*
        $(impl From<$unsigned> for Number {
            #[inline]
            fn from(integer: $unsigned) -> Self {
                let integer = integer as u64;
                Self(i64::try_from(integer).map_or(Repr::UInt(integer), Repr::Int))
            }
        })*
    };
}
from_integers!(i8, i16, i32, i64, isize, u8, u16, u32; u64, usize);

/// The JSON text: the shortest that reads back as the same number. A float keeps its `.0`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn float(float: f64) -> Number {
        Number::from_f64(float).unwrap()
    }

    #[test]
    fn integers_and_floats_compare_by_value() {
        assert_eq!(Number::from(1), float(1.0));
        assert_eq!(Number::from(0), float(-0.0));
        assert!(Number::from(1) < float(1.5));
        assert!(Number::from(-1) > float(-1.5));
        assert!(float(0.5) > Number::from(0));
    }

    #[test]
    fn comparison_does_not_round() {
        let big = 9_007_199_254_740_993_i64;
        assert!(Number::from(big) > float(9_007_199_254_740_992.0));
        assert!(Number::from(i64::MAX) < float(9_223_372_036_854_775_808.0));
        assert_eq!(Number::from(1_u64 << 63), float(9_223_372_036_854_775_808.0));
        assert!(Number::from(u64::MAX) < float(18_446_744_073_709_551_616.0));
        assert!(Number::from(u64::MAX) > Number::from(i64::MAX));
        assert!(Number::from(i64::MIN) > float(-1e300));
        assert!(Number::from(u64::MAX) < float(1e300));
    }

    #[test]
    fn prints_as_json() {
        assert_eq!(Number::from(-7).to_string(), "-7");
        assert_eq!(Number::from(u64::MAX).to_string(), "18446744073709551615");
        for (number, text) in
            [(1.0, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e300, "1e+300"), (1.5e-7, "1.5e-7")]
        {
            assert_eq!(float(number).to_string(), text);
        }
    }

    #[test]
    fn says_what_it_is() {
        assert_eq!(Number::from(3).as_i64(), Some(3));
        assert_eq!(Number::from(-3).as_u64(), None);
        assert_eq!(Number::from(u64::MAX).as_i64(), None);
        assert_eq!(Number::from(u64::MAX).as_u64(), Some(u64::MAX));
        assert_eq!(float(3.0).as_i64(), None);
        assert!(!float(3.0).is_integer());
        assert_eq!(Number::from_i128(i128::from(u64::MAX) + 1), None);
    }

    fn any_number() -> impl Strategy<Value = Number> {
        prop_oneof![
            any::<i64>().prop_map(Number::from),
            any::<u64>().prop_map(Number::from),
            (-3_i64..3).prop_map(Number::from),
            any::<i64>().prop_map(|n| float(n as f64)),
            (-8_i32..8).prop_map(|n| float(f64::from(n) / 2.0)),
            any::<f64>().prop_filter_map("finite", Number::from_f64),
        ]
    }

    proptest! {
        #[test]
        fn ordering_is_total(a in any_number(), b in any_number(), c in any_number()) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b).is_eq());
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }

        #[test]
        fn text_reads_back(float in any::<f64>().prop_filter("finite", |f| f.is_finite())) {
            let text = Number::from_f64(float).unwrap().to_string();
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), float.to_bits());
        }
    }
}
