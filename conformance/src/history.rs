//! Whether a history is the one that was recorded.

use serde::Serialize;
use sfn::Value;
use sfn::value::to_value;

use crate::case::Case;
use crate::compare::{Difference, Masks};
use crate::verdict::Verdict;

/// What a history that has ended has.
const NO_MORE: &str = "no more";

/// Whether a history is the one that was recorded.
pub(crate) fn judge(case: &Case, expected: &Value, found: &impl Serialize) -> Verdict {
    let sorted = case.has_flag("parallel-events-sorted");
    let difference = compare(expected, found, &Masks::of(case), sorted);
    // An execution that had not ended when it was recorded goes on here.
    let has_ended = case.status.is_some() && !case.has_flag("history-incomplete");
    let difference = difference.filter(|found| has_ended || found.expected != NO_MORE);
    Verdict::of("history", difference)
}

/// The first difference between a recorded history and one that was made here.
///
/// Times are masked in the recordings; those made here must not go back. In `sorted` histories the
/// recording has put the events of branches in another order and taken their ids away: those are
/// compared without ids, and all in any order.
fn compare(
    expected: &Value,
    found: &impl Serialize,
    masks: &Masks,
    sorted: bool,
) -> Option<Difference> {
    let found = to_value(found).unwrap_or_default();
    if let Some(difference) = earlier_than_before(&found) {
        return Some(difference);
    }
    let (mut expected, found) = (events(expected), events(&found));
    link_exits_of_map_runs(&mut expected);
    if sorted {
        return compare_sets(&expected, found, masks);
    }
    let mut pairs = expected.iter().zip(&found).enumerate();
    let difference = pairs.find_map(|(index, (expected, found))| {
        let difference = masks.compare(expected, found)?;
        let path = difference.path.trim_start_matches('$').to_owned();
        let name = text(expected, "type");
        Some(Difference { path: format!("event {} {name}{path}", index + 1), ..difference })
    });
    difference.or_else(|| {
        let (many, few) = (expected.len(), found.len());
        (many != few).then(|| Difference {
            path: "events".to_owned(),
            expected: listed(&expected, few.min(many)),
            found: listed(&found, few.min(many)),
        })
    })
}

/// The first event that happened before the one before it.
fn earlier_than_before(history: &Value) -> Option<Difference> {
    let events = history.get("events").unwrap_or(history).as_array()?;
    let times: Vec<f64> =
        events.iter().filter_map(|event| event.get("timestamp")?.as_f64()).collect();
    let place = times.windows(2).position(|pair| matches!(pair, [one, next] if next < one))?;
    Some(Difference {
        path: format!("the time of event {}", place + 2),
        expected: "not before the event before it".to_owned(),
        found: "earlier".to_owned(),
    })
}

/// Until November 2024 the exit of a Distributed Map followed from the success of its Map Run, and
/// from then on from its start.
fn link_exits_of_map_runs(events: &mut [Value]) {
    let ids = |events: &[Value], name: &str| -> Vec<Value> {
        let of = events.iter().filter(|event| text(event, "type") == name);
        of.filter_map(|event| event.get("id").cloned()).collect()
    };
    let (started, succeeded) = (ids(events, "MapRunStarted"), ids(events, "MapRunSucceeded"));
    for event in events.iter_mut().filter(|event| text(event, "type") == "MapStateExited") {
        let place = succeeded.iter().position(|id| event.get("previousEventId") == Some(id));
        if let (Some(place), Value::Object(event)) = (place, event)
            && let Some(start) = started.get(place)
        {
            event.insert("previousEventId", start.clone());
        }
    }
}

fn compare_sets(expected: &[Value], mut found: Vec<Value>, masks: &Masks) -> Option<Difference> {
    for event in expected {
        let has_id = matches!(event.get("id"), Some(Value::Number(_)));
        let is_it = |other: &Value| match has_id {
            true => masks.compare(event, other).is_none(),
            false => masks.compare(&without_ids(event), &without_ids(other)).is_none(),
        };
        match found.iter().position(is_it) {
            Some(place) => drop(found.swap_remove(place)),
            None => {
                return Some(Difference {
                    path: "events".to_owned(),
                    expected: event.to_string(),
                    found: format!("none such among {}", Value::from(found)),
                });
            }
        }
    }
    // The recordings have lost some events of these types when they were sorted, as the gap
    // before the id of the next event shows.
    found.retain(|event| {
        !matches!(
            text(event, "type"),
            "ParallelStateSucceeded" | "ParallelStateFailed" | "ParallelStateExited"
        )
    });
    (!found.is_empty()).then(|| Difference {
        path: "events".to_owned(),
        expected: NO_MORE.to_owned(),
        found: listed(&found, 0),
    })
}

/// The events of a history, without their times.
fn events(history: &Value) -> Vec<Value> {
    let events = history.get("events").unwrap_or(history).as_array();
    let events = events.map(|events| events.iter().map(|event| without(event, &["timestamp"])));
    events.map(Iterator::collect).unwrap_or_default()
}

fn without_ids(event: &Value) -> Value {
    without(event, &["id", "previousEventId"])
}

fn without(event: &Value, members: &[&str]) -> Value {
    let Value::Object(event) = event else { return event.clone() };
    let mut event = event.clone();
    for member in members {
        event.remove(member);
    }
    Value::Object(event)
}

/// The types of the events from this one on.
fn listed(events: &[Value], from: usize) -> String {
    let types = events.iter().skip(from).map(|event| text(event, "type"));
    let types: Vec<&str> = types.collect();
    if types.is_empty() { NO_MORE.to_owned() } else { types.join(", ") }
}

fn text<'a>(event: &'a Value, member: &str) -> &'a str {
    event.get(member).and_then(Value::as_str).unwrap_or("?")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sfn::json;

    fn event(id: u64, name: &str) -> Value {
        json!({ "id": id, "previousEventId": 0, "timestamp": "t", "type": name })
    }

    fn difference(expected: Value, found: Value, sorted: bool) -> Option<String> {
        compare(&expected, &found, &Masks::default(), sorted).map(|difference| difference.path)
    }

    #[test]
    fn events_are_compared_in_order() {
        let (one, two) = (event(1, "A"), event(2, "B"));
        let both = json!([(one.clone()), (two.clone())]);
        assert_eq!(difference(both.clone(), json!({ "events": (both.clone()) }), false), None);
        let other = json!([(one.clone()), (event(3, "B"))]);
        assert_eq!(difference(both.clone(), other, false).as_deref(), Some("event 2 B.id"));
        assert_eq!(difference(both, json!([(one)]), false).as_deref(), Some("events"));
    }

    #[test]
    fn sorted_events_are_compared_in_any_order() {
        let recorded = json!([(event(1, "A")), { "id": [0], "previousEventId": 0, "type": "B" }]);
        let made = json!([(event(7, "B")), (event(1, "A"))]);
        assert_eq!(difference(recorded.clone(), made, true), None);
        // An id that was recorded counts.
        let made = json!([(event(7, "B")), (event(8, "A"))]);
        assert!(difference(recorded.clone(), made, true).is_some());
        assert!(difference(recorded, json!([(event(1, "A"))]), true).is_some());
    }
}
