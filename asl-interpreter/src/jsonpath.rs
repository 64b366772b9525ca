//! From the parser's paths to those that the runtime evaluates.

use asl_lang::path::filter::{self, FilterPath, FilterRoot};
use asl_lang::path::{self, Path};
use asl_runtime::data::jsonpath::build::{self, Relation};
use asl_runtime::data::jsonpath::{Condition, JsonPath, Operand, Segment};

use crate::literal;

/// A path of any kind, as one that selects.
///
/// Compiled and interpreted machines evaluate the same [`JsonPath`]s; those that only name one
/// place, which most do, have a faster form.
///
/// # Examples
/// ```
/// use asl_interpreter::json_path;
/// use asl_runtime::json;
///
/// let path = asl_lang::path::parse("$.lines[?(@.price > $.limit)].sku")?;
/// let order = json!({ "limit": 9, "lines": [{ "sku": "a", "price": 5 }, { "sku": "b", "price": 15 }] });
/// assert_eq!(json_path(&path).required(&order).unwrap(), json!(["b"]));
/// # Ok::<(), asl_lang::path::SyntaxError>(())
/// ```
pub fn json_path(path: &Path) -> JsonPath {
    JsonPath::new(path.text.as_str(), segments(&path.segments))
}

fn segments(segments: &[path::Segment]) -> Vec<Segment> {
    let mut all = Vec::with_capacity(segments.len());
    let mut rest = segments.iter();
    while let Some(next) = rest.next() {
        all.push(match next {
            path::Segment::Descendants => {
                let Some(inner) = rest.next() else { break };
                build::descendants(segment(inner))
            }
            other => segment(other),
        });
    }
    all
}

fn segment(segment: &path::Segment) -> Segment {
    match segment {
        path::Segment::Member(name) => build::member(name),
        path::Segment::Index(index) => build::index(i64::from(*index)),
        // The parser reads no `..` after another. Validation refuses functions.
        path::Segment::Wildcard | path::Segment::Descendants | path::Segment::Function { .. } => {
            build::wildcard()
        }
        path::Segment::Members(names) => build::members(names),
        path::Segment::Indexes(indexes) => {
            build::indexes(indexes.iter().copied().map(i64::from).collect::<Vec<_>>())
        }
        path::Segment::Slice { start, end } => {
            build::slice(start.map(i64::from), end.map(i64::from))
        }
        path::Segment::Filter(filter) => build::filter(condition(&filter.condition)),
    }
}

fn condition(condition: &filter::Condition) -> Condition {
    let all = |all: &[filter::Condition]| all.iter().map(self::condition).collect::<Vec<_>>();
    match condition {
        filter::Condition::All(conditions) => build::all(all(conditions)),
        filter::Condition::Any(conditions) => build::any(all(conditions)),
        filter::Condition::Not(condition) => build::not(self::condition(condition)),
        filter::Condition::Exists(path) => build::exists(filter_path(path)),
        filter::Condition::Compare { relation, left, right } => {
            build::compare(self::relation(*relation), operand(left), operand(right))
        }
        filter::Condition::Matches { value, pattern } => {
            build::matches(operand(value), &pattern.regex)
        }
    }
}

fn relation(relation: filter::Relation) -> Relation {
    match relation {
        filter::Relation::Equals => Relation::Equals,
        filter::Relation::NotEquals => Relation::NotEquals,
        filter::Relation::LessThan => Relation::LessThan,
        filter::Relation::LessThanEquals => Relation::LessThanEquals,
        filter::Relation::GreaterThan => Relation::GreaterThan,
        filter::Relation::GreaterThanEquals => Relation::GreaterThanEquals,
        filter::Relation::In => Relation::In,
        filter::Relation::NotIn => Relation::NotIn,
    }
}

fn operand(operand: &filter::Operand) -> Operand {
    match operand {
        filter::Operand::Literal(constant) => build::literal(literal::value(constant)),
        filter::Operand::Path(path) => filter_path(path),
    }
}

fn filter_path(path: &FilterPath) -> Operand {
    match path.root {
        FilterRoot::Current => build::current(segments(&path.segments)),
        FilterRoot::Document => build::document(segments(&path.segments)),
    }
}
