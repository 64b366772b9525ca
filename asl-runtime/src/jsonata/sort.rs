//! Order: `^(…)` and `$sort`.
//!
//! Follows [Order-by](https://docs.jsonata.org/path-operators#-order-by) of JSONata's
//! documentation.

use std::cmp::Ordering;

use super::compare;
use super::error::Error;
use super::evaluation::Evaluation;
use super::item::{Item, View};

/// Sorts, keeping the order of equals: `follows` says whether the first has to come after the
/// second.
///
/// Halves are merged as the reference implementation does it: it matters if `follows` says what
/// cannot be.
///
/// # Errors
/// The first of `follows`.
pub fn merge_sort<T>(
    items: Vec<T>,
    mut follows: impl FnMut(&T, &T) -> Result<bool, Error>,
) -> Result<Vec<T>, Error> {
    sort_halves(items, &mut follows)
}

fn sort_halves<T>(
    mut items: Vec<T>,
    follows: &mut impl FnMut(&T, &T) -> Result<bool, Error>,
) -> Result<Vec<T>, Error> {
    if items.len() <= 1 {
        return Ok(items);
    }
    let right = items.split_off(items.len() / 2);
    let left = sort_halves(items, follows)?;
    merge(left, sort_halves(right, follows)?, follows)
}

fn merge<T>(
    left: Vec<T>,
    right: Vec<T>,
    follows: &mut impl FnMut(&T, &T) -> Result<bool, Error>,
) -> Result<Vec<T>, Error> {
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let next = if follows(a, b)? { right.next() } else { left.next() };
        merged.extend(next);
    }
    merged.extend(left);
    merged.extend(right);
    Ok(merged)
}

/// `^(…)`: the items in the order of `follows`.
///
/// # Errors
/// The first of `follows`.
pub fn sort(
    cx: &Evaluation,
    input: View<'_>,
    mut follows: impl FnMut(View<'_>, View<'_>) -> Result<bool, Error>,
) -> Result<Item, Error> {
    let items: Vec<Item> = input.items().map(View::to_item).collect();
    let sorted = merge_sort(items, |a, b| {
        cx.count(1)?;
        follows(a.view(), b.view())
    })?;
    Ok(Item::sequence(sorted))
}

/// How two keys of an order-by compare. What has no key comes last, whichever the direction.
///
/// # Errors
/// T2007: the keys are a number and a string; T2008: one is neither.
pub fn order(a: View<'_>, b: View<'_>, is_descending: bool) -> Result<Ordering, Error> {
    match (a.is_undefined(), b.is_undefined()) {
        (true, true) => return Ok(Ordering::Equal),
        (true, false) => return Ok(Ordering::Greater),
        (false, true) => return Ok(Ordering::Less),
        (false, false) => {}
    }
    let is_key = |key: View<'_>| key.as_f64().is_some() || key.as_str().is_some();
    if !is_key(a) || !is_key(b) {
        return Err(Error::new(
            "T2008",
            "The expressions within an order-by clause must evaluate to numeric or string values",
        ));
    }
    let order = compare::order(a, b).ok_or_else(|| {
        let (a, b) = (compare::quoted(a), compare::quoted(b));
        Error::new(
            "T2007",
            format!("Type mismatch when comparing values {a} and {b} in order-by clause"),
        )
    })?;
    Ok(if is_descending { order.reverse() } else { order })
}
