//! What is Rust alone, or is not what it looks like, is said.

use std::ops::Add;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{HostExpression, sfn};

use crate::support::observed;

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Basket {
    name: String,
    first: String,
    items: Vec<u64>,
    price: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
enum Kind {
    Flat { cents: u64 },
}

sfn! {
    /// A machine of which others cannot run everything.
    machine Hosted(basket: Basket) -> u64 {
        tasks { async fn note(kind: Kind, half: u64) -> (); }
        start => Check(basket);
        state Check(basket: Basket) = choice {
            // Whether it is the length of a string, which would be in bytes, is not to be seen.
            basket.name.len() > 3 => Pause(basket),
            // Integers are divided without a rest.
            basket.price / 2 > 100 => Pause(basket),
            basket.items.iter().any(|item| *item > 5) => Pause(basket),
            // Strings are in another order in JSONata.
            basket.name < "m".to_owned() => Pause(basket),
            // Whether strings are joined is not to be seen.
            basket.name.clone() + &basket.first == "ab" => Note(basket),
            basket.price as u8 == 3 => Note(basket),
            basket.price == 9_007_199_254_740_993 => Note(basket),
            format!("{:?}", basket.name) == "\"x\"" || format!("{0}", basket.name) == "y" => Note(basket),
            _ => Done(basket.price.min(100)),
        }
        state Pause(basket: Basket) = wait for Duration::from_secs(basket.items.len() as u64) => Wink(basket);
        state Wink(basket: Basket) = wait 1500ms => Done(basket.price);
        state Note(basket: Basket) = task note(Kind::Flat { cents: 3 }, basket.price >> 1) {
            () => Done(basket.price),
        }
        state Done(count: u64) = succeed count;
    }
}

#[test]
fn host_expressions_are_named() {
    let host = |state, field, rust| HostExpression::new(state, field, rust);
    assert_eq!(
        Hosted::HOST_EXPRESSIONS,
        [
            host("Check", "Choices[0]/Condition", "basket.name.len() > 3"),
            host("Check", "Choices[1]/Condition", "basket.price / 2 > 100"),
            host("Check", "Choices[2]/Condition", "basket.items.iter().any(|item| *item > 5)"),
            host("Check", "Choices[3]/Condition", "basket.name < \"m\".to_owned()"),
            host("Check", "Choices[4]/Condition", "basket.name.clone() + &basket.first == \"ab\""),
            host("Check", "Choices[5]/Condition", "basket.price as u8 == 3"),
            host("Check", "Choices[6]/Condition", "basket.price == 9_007_199_254_740_993"),
            host(
                "Check",
                "Choices[7]/Condition",
                "format!(\"{:?}\", basket.name) == \"\\\"x\\\"\" || format!(\"{0}\", basket.name) == \"y\"",
            ),
            host("Check", "Output/count", "basket.price.min(100)"),
            host("Pause", "Seconds", "Duration::from_secs(basket.items.len() as u64)"),
            host("Wink", "Seconds", "1500ms"),
            host("Note", "Arguments/kind", "Kind::Flat { cents: 3 }"),
            host("Note", "Arguments/half", "basket.price >> 1"),
        ]
    );
    let shown = Hosted::HOST_EXPRESSIONS[1].to_string();
    assert_eq!(shown, "`Check`, Choices[1]/Condition: `basket.price / 2 > 100`");
    assert!(Hosted::DEFINITION.contains(r#""{% $host(\"basket.price / 2 > 100\") %}""#));
    let basket = Basket { price: 256, items: vec![1], ..Basket::default() };
    assert_eq!(observed(Hosted, (), basket).0.unwrap(), 256);
}

impl HostedTasks for () {
    async fn note(&self, _: &sfn::TaskContext<'_>, _: Kind, _: u64) {}
}

/// An amount of money, of which JSON has an object.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Money {
    cents: u64,
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { cents: self.cents + other.cents }
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bill {
    net_price: Money,
    tax: Money,
    single: f32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Sum {
    #[serde(rename = "grossPrice")]
    gross: Money,
}

sfn! {
    /// Its types are not what they look like.
    machine Odd(bill: Bill) -> Sum {
        start => Check(bill);
        state Check(bill: Bill) = choice {
            bill.single == 0.5 => Done(Sum { gross: bill.tax }),
            _                  => Done(Sum { gross: bill.net_price + bill.tax }),
        }
        state Done(sum: Sum) = succeed sum;
    }
}

#[test]
fn what_is_not_as_it_looks_is_told() {
    assert_eq!(Odd::HOST_EXPRESSIONS, []);
    let found: Vec<String> = Odd::check_export().iter().map(ToString::to_string).collect();
    let number = "is taken to be a number, and serde knows it as a struct";
    assert_eq!(
        found,
        [
            "`Check`, Choices[0]/Condition: `bill.single` is taken to be a number, a string or a \
             Boolean, and serde knows it as an `f32`"
                .to_owned(),
            "`Check`, Choices[0]/Output/sum: `Sum { gross: bill.tax }` has no field `gross` for \
             serde, but `grossPrice`"
                .to_owned(),
            "`Check`, Output/sum/gross: `bill` has no field `net_price` for serde, but `netPrice`, \
             `tax`, `single`"
                .to_owned(),
            format!("`Check`, Output/sum/gross: `bill.net_price` {number}"),
            format!("`Check`, Output/sum/gross: `bill.tax` {number}"),
            "`Check`, Output/sum: `Sum { gross: bill.net_price + bill.tax }` has no field `gross` \
             for serde, but `grossPrice`"
                .to_owned(),
        ]
    );
}

impl OddTasks for () {}
