//! `match`: a Choice that takes apart what it looks at.

use serde::{Deserialize, Serialize};
use sfn::value::{from_value, to_value};
use sfn::{ErrorName, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, sfn};

use crate::support::{entered, observed, twin};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Parcel {
    id: String,
    grams: u32,
    content: Content,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
enum Content {
    Letter,
    Goods { value: u64, name: String },
    Animal(String),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Size {
    code: String,
    grams: i64,
}

sfn! {
    /// Goes by an enum, whose parts it hands on.
    machine Sort(parcel: Parcel) -> String {
        start => Look(parcel.content, parcel.grams, parcel.id);
        state Look(content: Content, grams: u32, id: String) = match content {
            // Guards borrow what is not matched, and what a pattern binds.
            Content::Letter if grams > 500 && !id.is_empty() => Reject("TooHeavy", id),
            Content::Letter                                  => Done(id),
            Content::Goods { value, name } if value > grams as u64 && name != id => Insure(name, id),
            Content::Goods { name: id, .. }                  => Done(id),
            Content::Animal(name)                            => Reject("Refused", format!("{name}, {id}")),
        }
        state Insure(name: String, id: String) = pass => Done(format!("insured {name} of {id}"));
        state Done(text: String) = succeed text;
        state Reject(error: ErrorName, cause: String) = fail(error, cause);
    }

    /// Goes by a reference, and hands the whole on.
    machine Peek(parcel: Parcel) -> Parcel {
        start => Look(parcel);
        state Look(parcel: Parcel) = match (&parcel.content, parcel.grams) {
            (Content::Letter, 0) => Refused,
            _                    => Done(parcel),
        }
        state Done(parcel: Parcel) = succeed parcel;
        state Refused = fail;
    }

    /// Has JSONata for all of it.
    machine Weigh(size: Size) -> String {
        start => Code(size);
        /// Which code it is.
        /// By its text.
        state Code(size: Size) = match size.code.as_str() {
            "S" | "M" => Grams(size.grams, size.code),
            _         => Refused,
        }
        state Grams(grams: i64, code: String) = match grams {
            -5..=-1               => Refused,
            0                     => Done("nothing"),
            n if n * 2 > 400      => Done(format!("{code} {n}")),
            100.. if code == "M"  => Done(code),
            _                     => Done("light"),
        }
        state Done(text: String) = succeed text;
        state Refused = fail("Refused");
    }
}

impl SortTasks for () {}
impl PeekTasks for () {}
impl WeighTasks for () {}

/// There are no tasks.
struct Nobody;

impl TaskHandler for Nobody {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, _: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async { Err(TaskError::new("NoTask", "there are none")) })
    }
}

fn parcel(grams: u32, content: Content) -> Parcel {
    Parcel { id: "p-1".to_owned(), grams, content }
}

#[test]
fn a_match_takes_apart() {
    let sort = |grams, content| observed(Sort, (), parcel(grams, content)).0;
    assert_eq!(sort(20, Content::Letter).unwrap(), "p-1");
    let failed = sort(600, Content::Letter).unwrap_err();
    assert_eq!((failed.error(), failed.cause()), ("TooHeavy", "p-1"));
    let goods = |value| Content::Goods { value, name: "clock".to_owned() };
    assert_eq!(sort(20, goods(500)).unwrap(), "insured clock of p-1");
    assert_eq!(sort(20, goods(5)).unwrap(), "clock");
    let failed = sort(20, Content::Animal("cat".to_owned())).unwrap_err();
    assert_eq!((failed.error(), failed.cause()), ("Refused", "cat, p-1"));
}

#[test]
fn what_is_matched_by_reference_goes_on() {
    let (output, events) = observed(Peek, (), parcel(7, Content::Letter));
    assert_eq!(output.unwrap().grams, 7);
    assert_eq!(entered(&events), ["Look", "Done"]);
    assert!(observed(Peek, (), parcel(0, Content::Letter)).0.is_err());
    assert!(Peek::DEFINITION.contains(r#""Type": "Choice""#));
}

#[test]
fn patterns_of_literals_are_exported() {
    assert_eq!(Weigh::HOST_EXPRESSIONS, []);
    assert!(Weigh::DEFINITION.contains(r#""Comment": "Which code it is. By its text.""#));
    for (code, grams) in
        [("S", 0), ("M", -3), ("M", 201), ("M", 150), ("S", 150), ("L", 1), ("S", -9)]
    {
        let size = Size { code: code.to_owned(), grams };
        let input = to_value(&size).unwrap();
        let (typed, typed_events) = observed(Weigh, (), size);
        let (untyped, untyped_events) = observed(twin("Weigh", Weigh::DEFINITION), Nobody, input);
        assert_eq!(typed_events, untyped_events);
        let untyped = untyped.map(|output| from_value::<String>(output).unwrap());
        assert_eq!(typed.ok(), untyped.ok());
    }
}

#[test]
fn patterns_of_enums_are_host_expressions() {
    let first = "matches!(content, Content::Letter if grams > 500 && !id.is_empty())";
    assert_eq!(Sort::HOST_EXPRESSIONS[0].rust, first);
    assert!(Sort::DEFINITION.contains(r#""Default": "Reject""#));
}
