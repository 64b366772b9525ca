//! `States.ArrayUnique`: an array without its duplicates.

use std::hash::{BuildHasher, Hash, Hasher, RandomState};

use hashbrown::HashTable;

use super::IntrinsicError;
use crate::value::{Array, Number, Value};

/// `States.ArrayUnique(array)`: of equal items the first stays. Items are equal as
/// [`array_contains`](super::array_contains) compares them.
///
/// AWS says nothing of the order and mixes the items up; here they stay in order.
///
/// # Errors
/// The argument is no array.
///
/// # Examples
/// ```
/// use asl_runtime::data::intrinsic::array_unique;
/// use asl_runtime::json;
///
/// let array = json!([3, 1, 3, 1.0, { "a": 1, "b": 2 }, { "b": 2, "a": 1 }]);
/// assert_eq!(array_unique(&array)?, json!([3, 1, { "a": 1, "b": 2 }]));
/// # Ok::<(), asl_runtime::data::intrinsic::IntrinsicError>(())
/// ```
pub fn array_unique(array: &Value) -> Result<Value, IntrinsicError> {
    let array = array.as_array().ok_or_else(|| IntrinsicError::arguments("ArrayUnique"))?;
    let hashes = Hashes(RandomState::new());
    // With their hashes, so that a growing table need not compute them again.
    let mut seen: HashTable<(u64, &Value)> = HashTable::with_capacity(array.len());
    let mut unique = Array::new();
    for item in array {
        let hash = hashes.of(item);
        if seen.find(hash, |(_, other)| *other == item).is_none() {
            seen.insert_unique(hash, (hash, item), |(hash, _)| *hash);
            unique.push(item.clone());
        }
    }
    Ok(Value::Array(unique))
}

/// Hashes of values, keyed at random, so that no input can make all items collide.
struct Hashes(RandomState);

impl Hashes {
    /// The same for equal values.
    ///
    /// It is the sum over all values within the value, each hashed with the place where it stands.
    /// So the order of members does not count, and nesting needs no recursion.
    fn of(&self, value: &Value) -> u64 {
        let mut sum = 0_u64;
        let mut pending = vec![(0_u64, value)];
        while let Some((place, value)) = pending.pop() {
            let own = match value {
                Value::Null => self.0.hash_one((place, 0)),
                Value::Bool(truth) => self.0.hash_one((place, 1, truth)),
                Value::Number(number) => self.0.hash_one((place, 2, Canonical::of(*number))),
                Value::String(text) => self.0.hash_one((place, 3, text.as_str())),
                Value::Array(items) => {
                    let items = items.iter().enumerate();
                    let placed = |(index, item)| (self.0.hash_one((place, 4, index)), item);
                    pending.extend(items.map(placed));
                    self.0.hash_one((place, 4))
                }
                Value::Object(members) => {
                    let members = members.iter();
                    let placed = |(name, member): (&crate::value::Str, _)| {
                        (self.0.hash_one((place, 5, name.as_str())), member)
                    };
                    pending.extend(members.map(placed));
                    self.0.hash_one((place, 5))
                }
            };
            sum = sum.wrapping_add(own);
        }
        sum
    }
}

/// A number as all equal numbers are: an integer if it has no fraction.
enum Canonical {
    Integer(i128),
    Float(u64),
}

impl Canonical {
    fn of(number: Number) -> Self {
        let integer = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
        let float = number.as_f64();
        match integer {
            Some(integer) => Self::Integer(integer),
            // Of floats beyond the cast's range none is equal to another, or to an integer.
            None if float.fract() == 0.0 && float.abs() < 1e30 => Self::Integer(float as i128),
            None => Self::Float(float.to_bits()),
        }
    }
}

impl Hash for Canonical {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Self::Integer(integer) => integer.hash(state),
            Self::Float(bits) => bits.hash(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;
    use crate::json;

    #[test]
    fn keeps_the_first_of_each() {
        for (array, unique) in [
            (json!([1, 2, 2, 3, 3, 4]), json!([1, 2, 3, 4])),
            (json!([null, null, 1, null]), json!([null, 1])),
            (json!([1, "1", 1.0, "01", true]), json!([1, "1", "01", true])),
            (json!([0, -0.0, 0.0]), json!([0])),
            (
                json!([u64::MAX, 18_446_744_073_709_551_616.0]),
                json!([u64::MAX, 18_446_744_073_709_551_616.0]),
            ),
            (json!([1e300, 1e300, 1.5, 1.5]), json!([1e300, 1.5])),
            (json!([[1, 2], [2, 1], [1, 2.0], [[1, 2]]]), json!([[1, 2], [2, 1], [[1, 2]]])),
            (json!([{ "a": 1, "b": 2 }, { "b": 2, "a": 1 }]), json!([{ "a": 1, "b": 2 }])),
            (
                json!([{ "a": { "b": 1 } }, { "a": 1, "b": 1 }]),
                json!([{ "a": { "b": 1 } }, { "a": 1, "b": 1 }]),
            ),
            (json!([[], {}, "", null]), json!([[], {}, "", null])),
            (json!([]), json!([])),
        ] {
            assert_eq!(array_unique(&array).unwrap().to_string(), unique.to_string());
        }
        let recorded = json!([
            null, null, true, true, false, false, 1, 1, 1.1, 0, 0, "HelloWorld", "HelloWorld", [],
            [], [null], [null], { "a": 1, "b": 2 }, { "a": 1, "b": 2 }, { "a": 1, "b": 1 }
        ]);
        assert_eq!(array_unique(&recorded).unwrap().as_array().unwrap().len(), 11);
    }

    #[test]
    fn takes_an_array() {
        for value in [json!("aab"), json!({ "a": 1 }), json!(null)] {
            let error = array_unique(&value).unwrap_err();
            assert_eq!(error.to_string(), "Invalid arguments in States.ArrayUnique");
        }
    }

    #[test]
    fn many_items_take_no_long_time() {
        let items: Array = (0..100_000).map(|n| json!({ "n": n, "text": "alike" })).collect();
        let began = Instant::now();
        let unique = array_unique(&Value::Array(items)).unwrap();
        assert_eq!(unique.as_array().unwrap().len(), 100_000);
        assert!(began.elapsed() < Duration::from_secs(20));
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(json!(null)),
            any::<bool>().prop_map(|b| json!(b)),
            (-2_i64..2).prop_map(|n| json!(n)),
            (-4_i32..4).prop_map(|n| json!(f64::from(n) / 2.0)),
            "[ab]{0,1}".prop_map(|s| json!(s)),
        ];
        leaf.prop_recursive(2, 8, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(|v| json!(v)),
                prop::collection::vec(("[ab]", inner), 0..3).prop_map(|members| {
                    let mut object = crate::value::Object::new();
                    for (name, value) in members {
                        object.insert(name, value);
                    }
                    Value::Object(object)
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn does_as_comparing_all_with_all(items in prop::collection::vec(any_value(), 0..20)) {
            let mut expected: Vec<Value> = Vec::new();
            for item in &items {
                if !expected.contains(item) {
                    expected.push(item.clone());
                }
            }
            let unique = array_unique(&json!(items)).unwrap();
            prop_assert_eq!(unique.to_string(), json!(expected).to_string());
        }
    }
}
