//! Equality of values.

use super::{Array, Object, Value};

impl PartialEq for Value {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(a), Self::Bool(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::String(a), Self::String(b)) => a == b,
            (Self::Array(_), Self::Array(_)) | (Self::Object(_), Self::Object(_)) => {
                are_equal(self, other)
            }
            _ => false,
        }
    }
}

impl Eq for Value {}

impl PartialEq for Array {
    fn eq(&self, other: &Self) -> bool {
        are_equal(&Value::Array(self.clone()), &Value::Array(other.clone()))
    }
}

impl Eq for Array {}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        are_equal(&Value::Object(self.clone()), &Value::Object(other.clone()))
    }
}

impl Eq for Object {}

/// Compares two values of any depth; what is left to compare is kept in a list.
fn are_equal(one: &Value, other: &Value) -> bool {
    let mut pending = vec![(one, other)];
    while let Some(pair) = pending.pop() {
        match pair {
            (Value::Array(a), Value::Array(b)) => {
                if a.is_same(b) {
                    continue;
                }
                if a.len() != b.len() {
                    return false;
                }
                pending.extend(a.iter().zip(b));
            }
            (Value::Object(a), Value::Object(b)) => {
                if a.is_same(b) {
                    continue;
                }
                if a.len() != b.len() {
                    return false;
                }
                for (position, (name, value)) in a.iter().enumerate() {
                    match member(b, name, position) {
                        Some(other) => pending.push((value, other)),
                        None => return false,
                    }
                }
            }
            // Neither is a container now, so this does not come back here.
            (a, b) => {
                if a != b {
                    return false;
                }
            }
        }
    }
    true
}

/// The member of a name, most likely at this position.
fn member<'a>(object: &'a Object, name: &str, position: usize) -> Option<&'a Value> {
    match object.entries().get(position) {
        Some(entry) if entry.name == *name => Some(&entry.value),
        _ => object.get(name),
    }
}

impl PartialEq<str> for Value {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Value {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == Some(*other)
    }
}

impl PartialEq<bool> for Value {
    fn eq(&self, other: &bool) -> bool {
        self.as_bool() == Some(*other)
    }
}

impl PartialEq<i64> for Value {
    fn eq(&self, other: &i64) -> bool {
        self.as_number() == Some((*other).into())
    }
}

impl PartialEq<f64> for Value {
    fn eq(&self, other: &f64) -> bool {
        self.as_number().is_some_and(|number| Some(number) == super::Number::from_f64(*other))
    }
}
