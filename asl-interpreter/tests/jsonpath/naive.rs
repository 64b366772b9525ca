//! Evaluation as simply as can be: recursive, one value after the other, on the parser's tree.

use asl_lang::ir::Literal;
use asl_lang::path::filter::{Condition, FilterPath, FilterRoot, Operand, Relation};
use asl_lang::path::{Path, Segment, is_definite};
use asl_runtime::Value;
use asl_runtime::value::{Array, Object};

/// What all of a path leads to; none if it is definite and leads nowhere.
pub(super) fn evaluate(path: &Path, root: &Value) -> Option<Value> {
    match value(&path.segments, root, root) {
        Ok(found) => Some(found),
        Err(Nowhere) if path.is_definite() => None,
        Err(Nowhere) => Some(Value::Array(Array::new())),
    }
}

struct Nowhere;

type Found = Result<Vec<Value>, Nowhere>;

fn value(segments: &[Segment], start: &Value, root: &Value) -> Result<Value, Nowhere> {
    let mut found = select(segments, start, root, true, false)?;
    if is_definite(segments) {
        return found.pop().ok_or(Nowhere);
    }
    Ok(Value::Array(found.into()))
}

/// `certain`: only names and single indexes so far. `strict`: members have to be there.
fn select(segments: &[Segment], value: &Value, root: &Value, certain: bool, strict: bool) -> Found {
    let Some((first, rest)) = segments.split_first() else { return Ok(vec![value.clone()]) };
    let last = rest.is_empty();
    let nothing = || if certain { Err(Nowhere) } else { Ok(Vec::new()) };
    let members = |names: &[String]| -> Found {
        let Value::Object(object) = value else { return nothing() };
        let mut all = Vec::new();
        for name in names {
            match object.get(name) {
                Some(member) => {
                    let certain = certain && names.len() == 1;
                    all.extend(select(rest, member, root, certain, strict)?);
                }
                None if strict || (certain && names.len() == 1) => return Err(Nowhere),
                None => {}
            }
        }
        Ok(all)
    };
    let elements = |indexes: Vec<i64>, single: bool| -> Found {
        let Value::Array(array) = value else { return nothing() };
        let mut all = Vec::new();
        for index in indexes {
            let at = if index < 0 { index + array.len() as i64 } else { index };
            match usize::try_from(at).ok().and_then(|at| array.get(at)) {
                Some(element) => {
                    all.extend(select(rest, element, root, certain && single, strict)?);
                }
                None if certain && single => return Err(Nowhere),
                None => {}
            }
        }
        Ok(all)
    };
    match first {
        Segment::Member(name) => members(std::slice::from_ref(name)),
        Segment::Members(names) if last => {
            let Value::Object(object) = value else { return nothing() };
            if strict && names.iter().any(|name| object.get(name).is_none()) {
                return Err(Nowhere);
            }
            let there = names.iter().filter_map(|name| Some((name, object.get(name)?.clone())));
            Ok(vec![Value::Object(there.collect::<Object>())])
        }
        Segment::Members(names) => members(names),
        Segment::Index(index) => elements(vec![i64::from(*index)], true),
        Segment::Indexes(indexes) => {
            elements(indexes.iter().copied().map(i64::from).collect(), false)
        }
        Segment::Slice { start, end } => {
            let length = value.as_array().map_or(0, |array| array.len() as i64);
            let (start, end) = (start.map(i64::from), end.map(i64::from));
            let back = |n: i64| if n < 0 { n + length } else { n };
            let range = match (start, end) {
                (Some(start), Some(end)) => start..end.min(length),
                (start, end) => back(start.unwrap_or(0)).max(0)..back(end.unwrap_or(length)),
            };
            elements(range.filter(|at| (-length..length).contains(at)).collect(), false)
        }
        Segment::Wildcard => {
            each(&children(value), |child| select(rest, child, root, false, strict))
        }
        Segment::Filter(filter) => {
            let candidates = match value {
                Value::Array(array) => array.to_vec(),
                other => vec![other.clone()],
            };
            each(&candidates, |candidate| {
                if accepts(&filter.condition, candidate, root) {
                    select(rest, candidate, root, false, strict)
                } else {
                    Ok(Vec::new())
                }
            })
        }
        Segment::Descendants => scan(rest, value, root, strict),
        Segment::Function { .. } => unreachable!("not generated"),
    }
}

fn scan(segments: &[Segment], value: &Value, root: &Value, strict: bool) -> Found {
    let has = |names: &[String]| names.iter().all(|name| value.get(name).is_some());
    let asked = match (segments, value) {
        (_, Value::Object(_) | Value::Array(_)) => match segments {
            [Segment::Member(_) | Segment::Members(_), ..] if strict => value.as_object().is_some(),
            [Segment::Member(name), ..] => value.get(name).is_some(),
            [Segment::Members(names)] => value.as_object().is_some() && has(names),
            [Segment::Members(_), ..] => value.as_object().is_some(),
            [Segment::Filter(_), ..] => value.as_object().is_some(),
            _ => true,
        },
        _ => false,
    };
    let mut all = if asked { select(segments, value, root, false, strict)? } else { Vec::new() };
    all.extend(each(&children(value), |child| scan(segments, child, root, strict))?);
    Ok(all)
}

fn each(values: &[Value], mut f: impl FnMut(&Value) -> Found) -> Found {
    let mut all = Vec::new();
    for value in values {
        all.extend(f(value)?);
    }
    Ok(all)
}

fn children(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(array) => array.to_vec(),
        Value::Object(object) => object.values().cloned().collect(),
        _ => Vec::new(),
    }
}

fn accepts(condition: &Condition, item: &Value, root: &Value) -> bool {
    item.as_object().is_some() && holds(condition, item, root).unwrap_or(false)
}

/// None: there is no answer.
fn holds(condition: &Condition, item: &Value, root: &Value) -> Option<bool> {
    Some(match condition {
        Condition::All(all) => {
            for condition in all {
                if !holds(condition, item, root)? {
                    return Some(false);
                }
            }
            true
        }
        Condition::Any(any) => {
            for condition in any {
                if holds(condition, item, root)? {
                    return Some(true);
                }
            }
            false
        }
        Condition::Not(condition) => !holds(condition, item, root)?,
        Condition::Exists(FilterPath { root: from, segments }) => {
            let start = if *from == FilterRoot::Current { item } else { root };
            select(segments, start, root, true, true).is_ok()
        }
        Condition::Compare { relation, left, right } => {
            let (left, right) = (operand(left, item, root), operand(right, item, root));
            compare(*relation, left.as_ref(), right.as_ref())?
        }
        Condition::Matches { .. } => unreachable!("not generated"),
    })
}

fn operand(operand: &Operand, item: &Value, root: &Value) -> Option<Value> {
    match operand {
        Operand::Literal(literal) => Some(value_of(literal)),
        Operand::Path(FilterPath { root: from, segments }) => {
            value(segments, if *from == FilterRoot::Current { item } else { root }, root).ok()
        }
    }
}

fn compare(relation: Relation, left: Option<&Value>, right: Option<&Value>) -> Option<bool> {
    // The generated strings neither read nor print as numbers.
    let equal = || left.is_some() && left == right;
    let order = || match (left?, right?) {
        (Value::Number(a), Value::Number(b)) => Some(a.cmp(b)),
        (Value::String(a), Value::String(b)) => Some(a.as_str().cmp(b.as_str())),
        _ => None,
    };
    Some(match relation {
        Relation::Equals => equal(),
        Relation::NotEquals => !equal(),
        Relation::LessThan => order().is_some_and(|order| order.is_lt()),
        Relation::LessThanEquals => order().is_some_and(|order| order.is_le()),
        Relation::GreaterThan => order().is_some_and(|order| order.is_gt()),
        Relation::GreaterThanEquals => order().is_some_and(|order| order.is_ge()),
        Relation::In | Relation::NotIn => {
            let found = left.is_some_and(|left| {
                right.and_then(Value::as_array).is_some_and(|list| list.contains(left))
            });
            right?.as_array()?;
            found == (relation == Relation::In)
        }
    })
}

fn value_of(literal: &Literal) -> Value {
    match literal {
        Literal::Null => Value::Null,
        Literal::Bool(value) => Value::from(*value),
        Literal::Integer(number) => Value::from(*number),
        Literal::Unsigned(number) => Value::from(*number),
        Literal::Number(number) => Value::from(*number),
        Literal::String(text) => Value::from(text),
        Literal::Array(items) => Value::Array(items.iter().map(value_of).collect()),
        Literal::Object(members) => {
            let members = members.iter().map(|(name, value)| (name, value_of(value)));
            Value::Object(members.collect::<Object>())
        }
    }
}
