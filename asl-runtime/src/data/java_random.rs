//! The random numbers of Java, which AWS gives for a seed.

/// The generator of `java.util.Random`, a linear congruential one of 48 bits, which AWS uses.
pub(crate) struct JavaRandom(u64);

impl JavaRandom {
    const MULTIPLIER: u64 = 0x5_DEEC_E66D;
    const MASK: u64 = (1 << 48) - 1;

    pub(crate) fn new(seed: u64) -> Self {
        Self((seed ^ Self::MULTIPLIER) & Self::MASK)
    }

    /// So many random bits, 32 at most.
    pub(crate) fn next(&mut self, bits: u32) -> u32 {
        self.0 = self.0.wrapping_mul(Self::MULTIPLIER).wrapping_add(0xB) & Self::MASK;
        (self.0 >> (48 - bits)) as u32
    }

    /// A number from 0 up to but not including the bound, which is positive: `nextInt(bound)`.
    pub(crate) fn below(&mut self, bound: i32) -> i32 {
        if bound & (bound - 1) == 0 {
            return ((i64::from(bound) * i64::from(self.next(31))) >> 31) as i32;
        }
        loop {
            let bits = self.next(31).cast_signed();
            let number = bits % bound;
            // Past the last multiple of the bound the numbers would not be equally likely.
            if bits.checked_sub(number).and_then(|first| first.checked_add(bound - 1)).is_some() {
                return number;
            }
        }
    }

    /// A number from 0 up to but not including 1: `nextDouble()`.
    pub(crate) fn next_double(&mut self) -> f64 {
        let bits = (u64::from(self.next(26)) << 27) + u64::from(self.next(27));
        bits as f64 / (1_u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_what_java_draws() {
        let mut random = JavaRandom::new(42);
        assert_eq!(random.next(32).cast_signed(), -1_170_105_035);
        assert_eq!(random.next(32).cast_signed(), 234_785_527);
        // AWS's `$random(42)` of JSONata.
        assert_eq!(JavaRandom::new(42).next_double(), 0.727_563_680_032_868_1);
    }
}
