//! `States.Hash`: the digest of a value.

use super::IntrinsicError;
use super::arguments::of_bounded_length;
use crate::data::digest;
use crate::value::{Str, Value};

/// `States.Hash(data, algorithm)`: the digest of a string's UTF-8, or of the JSON of any other
/// value, in lower-case hexadecimal digits. The algorithms are `MD5`, `SHA-1`, `SHA-256`,
/// `SHA-384` and `SHA-512`.
///
/// # Errors
/// The text has more than 10,000 characters, or there is no such algorithm.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::hash;
/// use asl_runtime::json;
///
/// let digest = hash(&json!("input data"), &json!("SHA-1"))?;
/// assert_eq!(digest, "aaff4a450a104cd177d28d18d74485e8cae074b7");
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn hash(data: &Value, algorithm: &Value) -> Result<Value, IntrinsicError> {
    let digest = match data {
        Value::String(text) => digest(text, algorithm),
        other => digest(&other.to_string(), algorithm),
    };
    digest
        .map(|digest| Value::String(Str::from(digest)))
        .ok_or_else(|| IntrinsicError::arguments("Hash"))
}

fn digest(text: &str, algorithm: &Value) -> Option<String> {
    digest::digest(of_bounded_length(text)?, algorithm.as_str()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn digest_of(data: Value, algorithm: &str) -> String {
        hash(&data, &json!(algorithm)).unwrap().as_str().unwrap().to_owned()
    }

    #[test]
    fn hashes_as_recorded() {
        for (algorithm, digest) in [
            ("MD5", "812f45842bc6d66ee14572ce20db8e86"),
            ("SHA-1", "aaff4a450a104cd177d28d18d74485e8cae074b7"),
            ("SHA-256", "b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3"),
            (
                "SHA-384",
                "d28a7d5cf25a74f11a50a18452b75e04bb3d70c9dd0510d6123aa008c756511b\
                 87525bdc835ebb27e1fb9e9374a15562",
            ),
            (
                "SHA-512",
                "6ce4adb348546d4f449c4d25aad9a7c9cb711d9e91982d3f0b29ca2f3f47d4ce\
                 2deba23bf2954f0f1d593fc50283731a533d30d425402d4f91316d871303aac4",
            ),
        ] {
            assert_eq!(digest_of(json!("input data"), algorithm), digest);
        }
    }

    #[test]
    fn hashes_known_texts() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(digest_of(json!(""), "SHA-256"), empty);
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest_of(json!("abc"), "SHA-256"), abc);
        let check = "1dabba21cdad44541f6b15796f8d22978fc7ea10c46aeceeeeb66c23b3ac7604";
        assert_eq!(digest_of(json!("\u{2713}"), "SHA-256"), check);
        assert_eq!(digest_of(json!("abc\0def"), "MD5"), "a5e4d5963ae44c1f4bfb37b1a3d55a3c");
    }

    #[test]
    fn other_values_are_hashed_as_json() {
        let value = json!({ "a": [1, null, "x"] });
        assert_eq!(digest_of(value.clone(), "MD5"), digest_of(json!(value.to_string()), "MD5"));
        assert_eq!(digest_of(json!(123), "MD5"), digest_of(json!("123"), "MD5"));
    }

    #[test]
    fn refuses_long_texts_and_unknown_algorithms() {
        assert!(hash(&json!("a".repeat(10_000)), &json!("MD5")).is_ok());
        for (data, algorithm) in [
            (json!("a".repeat(10_001)), json!("MD5")),
            (json!(["a".repeat(10_000)]), json!("MD5")),
            (json!("a"), json!("sha-256")),
            (json!("a"), json!("SHA256")),
            (json!("a"), json!("MD-5")),
            (json!("a"), json!("")),
            (json!("a"), json!(256)),
            (json!("a"), json!(null)),
        ] {
            let error = hash(&data, &algorithm).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.Hash", "{algorithm}");
        }
    }
}
