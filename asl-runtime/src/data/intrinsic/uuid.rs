//! `States.UUID`: a random name.

use uuid::{Builder, Uuid};

use crate::value::{Str, Value};

/// `States.UUID()`: a UUID of version 4, made of random bits.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::uuid;
///
/// assert_eq!(uuid(0), "00000000-0000-4000-8000-000000000000");
/// ```
#[must_use]
pub fn uuid(bits: u128) -> Value {
    Value::String(uuid_text(bits))
}

/// The text of a UUID of version 4.
pub(crate) fn uuid_text(bits: u128) -> Str {
    let uuid = Builder::from_random_bytes(bits.to_be_bytes()).into_uuid();
    Str::from(&*uuid.as_hyphenated().encode_lower(&mut Uuid::encode_buffer()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_of_version_four() {
        assert_eq!(uuid(u128::MAX), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let bits = 0x0011_2233_4455_6677_8899_aabb_ccdd_eeff;
        assert_eq!(uuid(bits), "00112233-4455-4677-8899-aabbccddeeff");
    }
}
