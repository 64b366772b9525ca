//! Names that are keywords: in JSON and in histories they are what serde makes of them.

#![allow(non_camel_case_types, reason = "keywords are small")]

use serde::{Deserialize, Serialize};
use sfn::observer::EventDetails;
use sfn::{HistoryEvent, TaskContext, TaskError, sfn};

use crate::support::{entered, observed};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Words {
    r#type: String,
    r#in: Vec<u64>,
}

sfn! {
    /// Keywords, wherever there is a name.
    machine r#enum(r#struct: Words) -> String {
        tasks {
            async fn r#fn(r#in: &u64, r#as: u64) -> u64;
            async fn r#use(r#type: &str) -> Result<u64, TaskError>;
        }
        let r#const: u64 = 2;
        start => r#loop(r#struct);
        state r#loop(r#struct: Words) = choice {
            r#struct.r#type == "none" => r#match(r#struct.r#type),
            _ => r#for(r#struct),
        }
        state r#for(r#struct: Words) = map r#dyn in &r#struct.r#in {
            r#impl = task r#fn(r#dyn, r#const)
        } {
            r#mut => r#while(r#struct, r#mut),
        }
        state r#while(r#struct: Words, r#mut: Vec<u64>) = parallel {
            r#mod = task r#fn(&(r#mut.len() as u64), 1),
            r#pub = machine r#trait(r#struct.r#in.len() as u64),
        } {
            (r#mod, r#where) => r#try(r#struct.r#type, r#mod + r#where),
        }
        state r#try(r#type: String, r#as: u64) = task r#use(&r#type) {
            r#ref => r#if(format!("{} {as} {ref} {const}", r#type)),
            catch "Bad" as r#else => r#match(r#else.cause),
        }
        state r#if(r#type: String) = succeed r#type;
        state r#match(r#ref: String) = fail(r#ref);
    }

    machine r#trait(r#let: u64) -> u64 {
        start => r#move(r#let);
        state r#move(r#let: u64) = succeed r#let;
    }
}

struct Host;

impl enumTasks for Host {
    async fn r#fn(&self, _: &TaskContext<'_>, r#in: &u64, r#as: u64) -> u64 {
        r#in * r#as
    }

    async fn r#use(&self, _: &TaskContext<'_>, r#type: &str) -> Result<u64, TaskError> {
        match r#type {
            "bad" => Err(TaskError::new("Bad", "word")),
            _ => Ok(9),
        }
    }
}

impl traitTasks for Host {}

fn words(r#type: &str) -> Words {
    Words { r#type: r#type.to_owned(), r#in: vec![3, 4] }
}

#[test]
fn keywords_are_names() {
    let (output, events) = observed(r#enum, Host, words("some"));
    // 2 * 1 + 2.
    assert_eq!(output.unwrap(), "some 4 9 2");
    let states = ["loop", "for", "impl", "impl", "while", "mod", "move", "try", "if"];
    assert_eq!(entered(&events), states);
    assert_eq!(observed(r#enum, Host, words("bad")).0.unwrap_err().error(), "word");
    assert_eq!(observed(r#enum, Host, words("none")).0.unwrap_err().error(), "none");
    assert_eq!(sfn::StateMachine::definition(&r#enum).name, "enum");
}

#[test]
fn they_are_plain_in_json() {
    let raw =
        r#enum::DEFINITION.lines().find(|line| line.contains("r#") && !line.contains("$host"));
    assert_eq!(raw, None);
    let data = |event: &HistoryEvent| match &event.details {
        EventDetails::StateEntered { name, input, .. } if name == "while" => {
            Some(input.to_string())
        }
        _ => None,
    };
    let (_, events) = observed(r#enum, Host, words("some"));
    let input = events.iter().find_map(data);
    assert_eq!(input.as_deref(), Some(r#"{"struct":{"type":"some","in":[3,4]},"mut":[6,8]}"#));
}
