//! Expressions: each that is translated means the same.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sfn::{Value, sfn};

use super::{Play, Scene, Script, check_definition, compare};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Parcel {
    id: String,
    weight: f64,
    pieces: i64,
    limit: Option<i64>,
    note: Option<String>,
    tags: Vec<String>,
    fragile: bool,
    owner: Owner,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Owner {
    name: String,
    r#type: u8,
    straße: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Report {
    label: String,
    numbers: Vec<i64>,
    weights: Vec<f64>,
    answers: Vec<bool>,
    texts: Vec<String>,
    note: Option<String>,
    limit: Option<i64>,
    none: Option<Owner>,
    owner: Owner,
    empty: Vec<Owner>,
    tags: Vec<String>,
}

sfn! {
    machine Weigh(parcel: Parcel) -> Report {
        start => Unpack(parcel);
        state Unpack(parcel: Parcel) = choice {
            parcel.tags.is_empty() && parcel.owner.name.is_empty() =>
                Weighed(parcel.id, parcel.owner, parcel.pieces - 1, parcel.weight * 2.0, Vec::new(),
                        parcel.limit, parcel.note, parcel.fragile),
            parcel.pieces % 4 == 3 || parcel.owner.r#type > 200 =>
                Unpack(Parcel {
                    id: parcel.id, weight: parcel.weight, pieces: parcel.pieces + 1, note: None, limit: Some(3),
                    owner: Owner { r#type: 7, name: parcel.owner.name, straße: "Allee".into() },
                    tags: parcel.tags, fragile: parcel.fragile,
                }),
            _ => Weighed(parcel.id, parcel.owner, parcel.pieces, parcel.weight, parcel.tags,
                         parcel.limit, parcel.note, parcel.fragile),
        }
        state Weighed(
            id: String, owner: Owner, pieces: i64, weight: f64, tags: Vec<String>, limit: Option<i64>,
            note: Option<String>, fragile: bool,
        ) = choice {
            tags.contains(&id) && !tags.is_empty() => Labelled(id.clone(), owner, pieces + 1, weight, tags, limit, note, fragile, "tagged"),
            id.starts_with("x-") => Labelled(id + "!", owner, -pieces, weight / 2.0, tags, None, note, true, "begins"),
            id.ends_with("é") => Labelled(owner.name.clone() + "/" + &id, owner, pieces, weight, tags, limit, note, false, "ends"),
            id.contains("b") || owner.name == "Ann" && pieces != 2 => Labelled(id, owner, pieces * 3 - 1, 0.5, tags, limit, None, fragile, "contains"),
            limit.is_some() && limit.unwrap_or(0) < pieces => Labelled(id, owner, limit.unwrap_or(4), weight, tags, Some(pieces), note, fragile, "limit"),
            note.is_none() && (weight - 1.5) * 2.0 <= 10.0 => Labelled(id, owner, pieces, weight, tags, limit, Some("new".to_owned()), fragile, "note"),
            _ => Labelled(id, owner, pieces, weight, tags, limit, note, fragile, "other"),
        }
        state Labelled(
            id: String, owner: Owner, pieces: i64, weight: f64, tags: Vec<String>, limit: Option<i64>,
            note: Option<String>, fragile: bool, label: String,
        ) = pass => Done(Report {
            label: format!("{label}: {{{}}} {pieces}{fragile} of {}", id, owner.straße),
            numbers: vec![pieces, pieces * 2, 7 - -pieces, -3, 1_000, if fragile { 1 } else { 0 }],
            weights: vec![weight, weight / 2.0, weight * 0.25 + 1e3, 2.5],
            answers: vec![fragile, !fragile, pieces >= 3, weight < 4.25, id == label, label != "other", note.is_some(), limit.is_none(), tags.len() > 1, tags.is_empty()],
            texts: vec![id.clone(), pieces.to_string(), fragile.to_string(), "\"q\" \\ \n".to_string(), note.clone().unwrap_or("-".into()), String::new(), String::from("ü")],
            none: None,
            empty: Vec::new(),
            limit, note, owner, tags,
        });
        state Done(report: Report) = succeed report;
    }
}

sfn! {
    machine WeighAgain from "exported/weigh.asl.json";
}

fn parcels() -> impl Strategy<Value = Parcel> {
    let id =
        prop::sample::select(vec!["", "x-1", "café", "abc", "a \"b\"", "{x}", "\u{1f4e6}é", "é"]);
    let note = prop::option::of("[a-c]{0,2}");
    let tags = prop::collection::vec(prop::sample::select(vec!["", "x-1", "é", "red"]), 0..4);
    let owner = (prop::sample::select(vec!["", "Ann", "Bob"]), any::<u8>(), "[a-zäß]{0,3}");
    let numbers = (2u32..200, -50i64..50, prop::option::of(-9i64..9));
    (id, numbers, note, tags, any::<bool>(), owner).prop_map(
        |(id, (weight, pieces, limit), note, tags, fragile, (name, r#type, straße))| Parcel {
            id: id.to_owned(),
            weight: f64::from(weight) / 4.0,
            pieces,
            limit,
            note,
            tags: tags.into_iter().map(str::to_owned).collect(),
            fragile,
            owner: Owner { name: name.to_owned(), r#type, straße },
        },
    )
}

fn play(_: Scene<'_>) -> Play {
    Play::Done(Value::Null)
}

proptest! {
    #![proptest_config(super::cases(500))]

    #[test]
    fn the_exported_definition_does_the_same(parcel in parcels()) {
        let script = Script { seed: 0, play };
        compare!(Weigh(WeighHandlers), WeighAgain(WeighAgainHandlers), script, parcel);
    }
}

#[test]
fn the_definition_is_portable() {
    assert_eq!(Weigh::HOST_EXPRESSIONS, []);
    assert_eq!(Weigh::check_export(), []);
    check_definition("weigh.asl.json", Weigh::DEFINITION);
}
