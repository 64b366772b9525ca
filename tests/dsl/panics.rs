//! Expressions that panic.

use serde::{Deserialize, Serialize};
use sfn::{TaskContext, TaskError, sfn};

use crate::support::{entered, observed};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Stock {
    place: String,
    shelves: Vec<Vec<u8>>,
}

sfn! {
    /// Panics where it is told to.
    machine Store(stock: Stock) -> u8 {
        tasks { async fn count(shelf: &[u8], one: u8) -> Result<u8, TaskError>; }
        let first: u8 = stock.shelves.first().map_or(0, |shelf| shelf[0]);
        start => Check(stock);

        state Check(stock: Stock) = choice {
            stock.place == "condition" && stock.shelves[9].is_empty() => Done(1),
            stock.place == "target"    => Done(stock.shelves[9][0]),
            stock.place == "arguments" => Arguments(stock),
            stock.place == "made"      => Made(stock),
            stock.place == "part"      => Part(stock),
            stock.place == "branch"    => Branch(stock),
            stock.place == "items"     => Items(stock),
            stock.place == "item"      => Item(stock),
            stock.place == "own"       => Own(stock),
            stock.place == "wait"      => Pause(stock),
            stock.place == "output"    => Output(stock),
            stock.place == "error"     => Error(stock),
            stock.place == "inner"     => Inner(stock),
            _                          => Done(first),
        }
        state Arguments(stock: Stock) = task count(&stock.shelves[9], 1) {
            counted => Done(counted),
            catch _ => Done(7),
        }
        state Made(stock: Stock) = task count(&stock.shelves[9].to_vec(), 1) { count => Done(count) }
        state Part(stock: Stock) = task count(&stock.shelves.clone()[0], stock.shelves[9][1]) {
            count => Done(count),
        }
        state Branch(stock: Stock) = parallel { Count = task count(&stock.shelves[9], 1) } {
            (counted,) => Done(counted),
            catch _    => Done(7),
        }
        state Items(stock: Stock) = map one in &stock.shelves[9] { CountItem = task count(&[], *one) } {
            _ => Done(1),
        }
        state Item(stock: Stock) = map shelf in &stock.shelves { CountShelf = task count(shelf, shelf[1]) } {
            _ => Done(1),
        }
        state Own(stock: Stock) = map one: u8 in stock.shelves[9].clone() { CountOwn = task count(&[], one) } {
            _ => Done(1),
        }
        state Pause(stock: Stock) = wait until stock.shelves[9].len().to_string() => Done(1);
        state Output(stock: Stock) = succeed stock.shelves[9][0];
        state Error(stock: Stock) = fail(stock.place, stock.shelves[9].len().to_string());
        state Inner(stock: Stock) = parallel { Sub = machine Shop(stock.shelves[9][0]) } {
            (sold,) => Done(sold),
        }
        state Done(count: u8) = succeed count;
    }

    machine Shop(count: u8) -> u8 {
        start => Done(count);
        state Done(count: u8) = succeed count;
    }
}

struct Clerk;

impl StoreTasks for Clerk {
    async fn count(&self, _: &TaskContext<'_>, _: &[u8], one: u8) -> Result<u8, TaskError> {
        Ok(one)
    }
}

impl ShopTasks for Clerk {}

fn stock(place: &str, shelves: &[&[u8]]) -> Stock {
    Stock { place: place.to_owned(), shelves: shelves.iter().map(|shelf| shelf.to_vec()).collect() }
}

#[test]
fn a_panic_fails_the_execution_in_its_state() {
    // Each in a step of its own, with an observer that asks for all data.
    let cases = [
        ("condition", "Check"),
        ("target", "Check"),
        ("arguments", "Arguments"),
        ("made", "Made"),
        ("part", "Part"),
        ("branch", "Count"),
        ("items", "Items"),
        ("item", "CountShelf"),
        ("own", "Check"),
        ("wait", "Pause"),
        ("output", "Output"),
        ("error", "Error"),
        ("inner", "Inner"),
    ];
    for (place, state) in cases {
        let (output, events) = observed(Store, Clerk, stock(place, &[&[3]]));
        let failed = output.unwrap_err();
        assert_eq!(failed.error(), "States.Runtime", "{place}");
        assert_eq!(failed.state(), Some(state), "{place}: {failed}");
        assert!(failed.cause().contains("An expression panicked: index out of"), "{failed}");
        assert!(failed.cause().contains(&format!("'{state}'")), "{failed}");
        assert!(!entered(&events).is_empty());
    }
    assert_eq!(observed(Store, Clerk, stock("", &[&[3]])).0.unwrap(), 3);
}

#[test]
fn a_panic_at_the_start_is_one_of_no_state() {
    let failed = observed(Store, Clerk, stock("", &[&[]])).0.unwrap_err();
    assert_eq!((failed.error(), failed.state()), ("States.Runtime", None));
}
