//! From the parser's paths to those of this crate.

use asl_lang::ir::Literal;
use asl_lang::path::filter::{self, FilterPath, FilterRoot};
use asl_lang::path::{self, Path};
use asl_runtime::Value;
use asl_runtime::data::jsonpath::build::{self, Relation};
use asl_runtime::data::jsonpath::{Condition, JsonPath, Operand, Segment};
use asl_runtime::value::Object;

pub(crate) fn path(path: &Path) -> JsonPath {
    JsonPath::new(&path.text[..], segments(&path.segments))
}

fn segments(segments: &[path::Segment]) -> Vec<Segment> {
    let mut all = Vec::new();
    let mut rest = segments.iter();
    while let Some(next) = rest.next() {
        all.push(match next {
            path::Segment::Descendants => build::descendants(segment(rest.next().unwrap())),
            other => segment(other),
        });
    }
    all
}

fn segment(segment: &path::Segment) -> Segment {
    match segment {
        path::Segment::Member(name) => build::member(name),
        path::Segment::Index(index) => build::index(i64::from(*index)),
        path::Segment::Wildcard => build::wildcard(),
        path::Segment::Members(names) => build::members(names),
        path::Segment::Indexes(indexes) => {
            build::indexes(indexes.iter().copied().map(i64::from).collect::<Vec<_>>())
        }
        path::Segment::Slice { start, end } => {
            build::slice(start.map(i64::from), end.map(i64::from))
        }
        path::Segment::Filter(filter) => build::filter(condition(&filter.condition)),
        path::Segment::Descendants | path::Segment::Function { .. } => panic!("{segment:?}"),
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
        filter::Operand::Literal(value) => build::literal(literal(value)),
        filter::Operand::Path(path) => filter_path(path),
    }
}

fn filter_path(path: &FilterPath) -> Operand {
    match path.root {
        FilterRoot::Current => build::current(segments(&path.segments)),
        FilterRoot::Document => build::document(segments(&path.segments)),
    }
}

pub(crate) fn literal(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(value) => Value::from(*value),
        Literal::Integer(number) => Value::from(*number),
        Literal::Unsigned(number) => Value::from(*number),
        Literal::Number(number) => Value::from(*number),
        Literal::String(text) => Value::from(text),
        Literal::Array(items) => Value::Array(items.iter().map(self::literal).collect()),
        Literal::Object(members) => {
            let members = members.iter().map(|(name, value)| (name, self::literal(value)));
            Value::Object(members.collect::<Object>())
        }
    }
}
