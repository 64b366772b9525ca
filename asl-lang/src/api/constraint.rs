//! What AWS says of a request whose members are not as the service's model has them.

use std::fmt;

/// The message of a `ValidationException`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidationException {
    message: String,
}

impl fmt::Display for ValidationException {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ValidationException {}

/// The members of a request that are not as they should be.
#[derive(Default)]
pub(super) struct Constraints(Vec<String>);

impl Constraints {
    /// The length of a member, in characters. Its value is not told: it may be secret.
    pub(super) fn length(&mut self, member: &str, value: &str, least: usize, most: usize) {
        let length = value.chars().count();
        if length < least {
            self.fail(
                None,
                member,
                &format!("Member must have length greater than or equal to {least}"),
            );
        } else if length > most {
            self.fail(
                None,
                member,
                &format!("Member must have length less than or equal to {most}"),
            );
        }
    }

    /// The value of a number.
    pub(super) fn range(&mut self, member: &str, value: i64, least: i64, most: i64) {
        let text = value.to_string();
        if value < least {
            let rule = format!("Member must have value greater than or equal to {least}");
            self.fail(Some(&text), member, &rule);
        } else if value > most {
            let rule = format!("Member must have value less than or equal to {most}");
            self.fail(Some(&text), member, &rule);
        }
    }

    /// One of some values; `values` are in the order in which AWS lists them.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        member: &str,
        value: &str,
        values: &[(&str, T)],
    ) -> Option<T> {
        let found = values.iter().find(|(name, _)| *name == value);
        if found.is_none() {
            let names: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
            let rule = format!("Member must satisfy enum value set: [{}]", names.join(", "));
            self.fail(Some(value), member, &rule);
        }
        found.map(|(_, found)| *found)
    }

    fn fail(&mut self, value: Option<&str>, member: &str, rule: &str) {
        let value = value.map(|value| format!("'{value}' ")).unwrap_or_default();
        self.0.push(format!("Value {value}at '{member}' failed to satisfy constraint: {rule}"));
    }

    /// # Errors
    /// There is a member that is not as it should be.
    pub(super) fn check(self) -> Result<(), ValidationException> {
        let message = match self.0.as_slice() {
            [] => return Ok(()),
            [one] => format!("1 validation error detected: {one}"),
            some => format!("{} validation errors detected: {}", some.len(), some.join("; ")),
        };
        Err(ValidationException { message })
    }
}
