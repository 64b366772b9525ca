//! Payload templates: objects put together from constants and from what paths lead to.
//!
//! Follows [Payload Templates](https://states-language.net/spec.html#payload-template) of the ASL
//! specification.

use super::path::Path;
use crate::error::Failure;
use crate::value::{Key, Member, Object, Value};

/// An object of a payload template while it is put together, one member after the other.
///
/// Each member is one call that is not inlined, and generated code has nothing but the template to
/// drop where one fails: it builds much faster than with an array of members.
///
/// # Examples
/// ```
/// use asl_runtime::data::path::{Path, Segment::Member};
/// use asl_runtime::data::template::Template;
/// use asl_runtime::{json, value::Key};
///
/// static ORDER: Key<'_> = Key::new("order");
/// static ID: Path<'_> = Path::new("$.id", &[Member(Key::new("id"))]);
///
/// let mut template = Template::with_capacity(1);
/// template.path(&ORDER, &ID, &json!({ "id": "o-1", "cents": 1200 }))?;
/// assert_eq!(template.build(), json!({ "order": "o-1" }));
/// # Ok::<(), asl_runtime::Failure>(())
/// ```
#[derive(Debug, Default)]
pub struct Template {
    members: Vec<Member>,
}

impl Template {
    /// An empty template with room for so many members.
    #[must_use]
    pub fn with_capacity(members: usize) -> Self {
        Self { members: Vec::with_capacity(members) }
    }

    /// Adds `"name.$": "$.path"`: the value at a path of the input.
    ///
    /// # Errors
    /// `The JSONPath '$.path' specified for the field 'name.$' could not be found in the input '…'`.
    pub fn path(
        &mut self,
        name: &Key<'static>,
        path: &Path<'_>,
        input: &Value,
    ) -> Result<(), Failure> {
        let Some(value) = path.lookup(input) else {
            return Err(missing(name, path, input));
        };
        self.members.push(Member::new(*name, value.clone()));
        Ok(())
    }

    /// Adds a member with any other value. All names have to differ.
    pub fn value(&mut self, name: &Key<'static>, value: Value) {
        self.members.push(Member::new(*name, value));
    }

    /// The object.
    #[must_use]
    pub fn build(self) -> Value {
        Value::Object(Object::from_distinct(self.members))
    }
}

#[cold]
fn missing(name: &Key<'_>, path: &Path<'_>, input: &Value) -> Failure {
    path.missing_for_field(&format!("{}.$", name.name()), input)
}

#[cfg(test)]
mod tests {
    use super::super::path::Segment;
    use super::*;
    use crate::json;

    #[test]
    fn members_stand_in_the_order_they_came() {
        let mut template = Template::with_capacity(2);
        let path = Path::new("$.a", const { &[Segment::Member(Key::new("a"))] });
        template.value(&Key::new("z"), json!(1));
        assert_eq!(template.path(&Key::new("k"), &path, &json!({ "a": [2] })), Ok(()));
        assert_eq!(template.build().to_string(), r#"{"z":1,"k":[2]}"#);
    }

    #[test]
    fn what_is_missing_is_named_by_field_and_path() {
        let path = Path::new("$.a", const { &[Segment::Member(Key::new("a"))] });
        let failure =
            Template::default().path(&Key::new("k"), &path, &json!({ "b": 1 })).unwrap_err();
        assert_eq!(
            failure.cause(),
            Some(
                "The JSONPath '$.a' specified for the field 'k.$' could not be found in the input \
                 '{\"b\":1}'"
            )
        );
    }
}
