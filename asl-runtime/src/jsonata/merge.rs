//! `$merge([$states.input, {"name": value, …}])` as the output of a state: the input is changed
//! where it is.

use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, View};
use super::library::object::{count_members, merge_members, set_members};
use super::query::Query;
use crate::data::payload;
use crate::error::Failure;
use crate::machine::StepContext;
use crate::value::{Key, Value};

impl Query<'_> {
    /// The members that the output adds to the input.
    ///
    /// # Errors
    /// `States.QueryEvaluationError`: one of them failed.
    pub fn members<const N: usize>(
        &self,
        cx: &StepContext<'_>,
        members: impl FnOnce(&Evaluation) -> Result<[(Key<'static>, Item); N], Error>,
    ) -> Result<[(Key<'static>, Item); N], Failure> {
        let evaluation = Evaluation::of_step(cx, self.offset);
        let members = members(&evaluation).and_then(|members| {
            count_members(&evaluation, &members)?;
            Ok(members)
        });
        members.map_err(|error| self.threw(&error))
    }

    /// Adds these members to the input of `state`, which becomes its output.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate), and `States.DataLimitExceeded`; the input is then as it
    /// was.
    pub fn merge<const N: usize>(
        &self,
        cx: &StepContext<'_>,
        members: [(Key<'static>, Item); N],
        document: &mut Value,
        state: &str,
    ) -> Result<(), Failure> {
        // What might be too large is measured before it takes the input's place.
        let bound = members.iter().fold(View::Value(document).bound(), |bound, (name, item)| {
            bound.with_member(*name, item.view())
        });
        if let Value::Object(object) = document
            && bound.is_payload()
            && members.iter().all(|(_, item)| item.is_json())
        {
            set_members(object, members);
            return Ok(());
        }
        let merged = self.evaluate(cx, |cx| merge_members(cx, View::Value(document), members))?;
        payload::put(merged, document, state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;
    use crate::jsonata::query::Expected;
    use crate::jsonata::{Function, library};

    const QUERY: Query<'_> = Query {
        text: "$merge([$states.input, {'a': …, 'b': …}])",
        location: "Output",
        offset: 0,
        expected: Expected::Any,
    };
    const NAMES: [Key<'static>; 2] = [Key::new("a"), Key::new("b")];

    fn merged(document: &mut Value, [a, b]: [Item; 2]) -> Result<(), Failure> {
        let cx = StepContext::default();
        let [a_key, b_key] = NAMES;
        let members = QUERY.members(&cx, |_| Ok([(a_key, a), (b_key, b)]))?;
        QUERY.merge(&cx, members, document, "S")
    }

    #[test]
    fn members_keep_their_place_and_nothing_is_left_out() {
        let mut document = json!({"b": 1, "c": 2});
        let before = document.clone();
        let list = Item::sequence(vec![json!(1).into(), json!(2).into()]);
        merged(&mut document, [list, json!(3).into()]).unwrap();
        assert_eq!(document.to_string(), r#"{"b":3,"c":2,"a":[1,2]}"#);
        merged(&mut document, [Item::Undefined, json!(4).into()]).unwrap();
        assert_eq!(document.to_string(), r#"{"b":4,"c":2,"a":[1,2]}"#);
        assert_eq!(before, json!({"b": 1, "c": 2}));
    }

    #[test]
    fn what_fails_leaves_the_input_as_it_was() {
        let mut document = json!({"c": 2});
        let large = Item::from(Value::from("x".repeat(300_000)));
        let failure = merged(&mut document, [large, Item::Undefined]).unwrap_err();
        assert_eq!(failure.error(), Some("States.DataLimitExceeded"));
        let function = Item::from(Function::Builtin(&library::KEYS));
        let failure = merged(&mut document, [function, Item::Undefined]).unwrap_err();
        assert!(failure.cause().is_some_and(|cause| cause.contains("unsupported result type")));
        assert_eq!(document, json!({"c": 2}));
        let failure = merged(&mut json!(7), [Item::Undefined, Item::Undefined]).unwrap_err();
        assert!(failure.cause().is_some_and(|cause| cause.contains("T0412")));
        // Escaped it might be too large, as it is it is not.
        let large = Item::from(Value::from("x".repeat(100_000)));
        merged(&mut document, [large, Item::Undefined]).unwrap();
    }
}
