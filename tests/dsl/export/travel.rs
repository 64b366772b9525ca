//! States of all kinds that most machines have: a choice, a map, a parallel, a wait, a pass.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sfn::{ErrorName, TaskError, Value, json, sfn};

use super::{Play, Scene, Script, check_definition, compare};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Journey {
    id: String,
    cents: i64,
    express: bool,
    legs: Vec<Leg>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Leg {
    from: String,
    to: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Quote {
    cents: i64,
}

#[derive(Debug, Serialize, Deserialize)]
struct Booking {
    reference: String,
    cents: i64,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Ticket {
    id: String,
    label: String,
    cents: i64,
    quotes: Vec<i64>,
    speed: String,
}

#[derive(Debug, TaskError)]
#[allow(dead_code, reason = "raised by name")]
enum FareError {
    NoFare,
    Busy,
}

impl std::fmt::Display for FareError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for FareError {}

sfn! {
    /// Books a journey.
    #[timeout(1h)]
    machine Travel(journey: Journey) -> Ticket {
        tasks {
            async fn quote(leg: &Leg, journey: &Journey) -> Result<i64, FareError>;
            async fn reserve(journey: &Journey, label: String) -> Result<Booking, FareError>;
            async fn tell(id: &str);
            async fn undo(id: &str) -> Result<Quote, TaskError>;
        }
        start => Check(journey);

        state Check(journey: Journey) = choice {
            journey.cents < 0 || journey.id == "" =>
                Reject("Invalid", format!("journey {} costs {}", journey.id, journey.cents)),
            journey.express && !(journey.cents > 1000) => Refuse,
            _ => Ask(journey),
        }
        #[concurrency(2)]
        #[retry("Busy", interval = 2s, max_attempts = 2, backoff = 1.5)]
        state Ask(journey: Journey) = map leg in &journey.legs { AskLeg = task quote(leg, &journey) } {
            quotes              => Book(journey, quotes),
            catch "NoFare" as e => Reject(e.error, e.cause),
        }
        state Book(journey: Journey, quotes: Vec<i64>) = parallel {
            #[timeout(20s)] #[retry("Busy", interval = 1s)]
            Reserve = task reserve(&journey, format!("{{{}}}", journey.id)),
            Tell    = task tell(&journey.id),
        } {
            (booking, ()) => Pause(journey, quotes, booking),
            catch _ as e  => Undo(journey.id, e.cause),
        }
        state Pause(journey: Journey, quotes: Vec<i64>, booking: Booking) =
            wait 5s => Join(journey, quotes, booking);
        state Join(journey: Journey, quotes: Vec<i64>, booking: Booking) = pass => Done(Ticket {
            id: journey.id.clone(),
            label: format!("{}/{}", booking.reference, journey.id),
            cents: (booking.cents + 1) * 2 - 3,
            quotes,
            speed: if journey.express { "fast".to_owned() } else { "slow".to_owned() },
        });
        state Undo(id: String, cause: String) = task undo(&id) {
            Quote { cents }          => Undone(cents, cause),
            catch "States.Permissions" => Refuse,
        }
        state Undone(cents: i64, cause: String) = choice {
            cents == 0 => Refuse,
            _          => Reject("Undone", cause),
        }
        state Done(ticket: Ticket) = succeed ticket;
        state Refuse = fail("Refused");
        state Reject(error: ErrorName, cause: String) = fail(error, cause);
    }
}

sfn! {
    machine TravelAgain from "exported/travel.asl.json";
}

fn play(scene: Scene<'_>) -> Play {
    let text = |path: &[&str]| {
        let mut value = Some(scene.input);
        for name in path {
            value = value.and_then(|value| value.get(name));
        }
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let task = scene.resource.rsplit(':').next().unwrap_or_default();
    let rarely = scene.roll % 8;
    match task {
        "quote" => match text(&["leg", "to"]).as_str() {
            "nowhere" => Play::Fail("NoFare"),
            "busy" if scene.roll.is_multiple_of(2) => Play::Fail("Busy"),
            to => Play::Done(json!(i64::try_from(to.len()).unwrap())),
        },
        "reserve" => match rarely {
            0 => Play::Hang,
            1 => Play::Fail("NoFare"),
            2 | 3 => Play::Fail("Busy"),
            _ => Play::Done(json!({ "reference": text(&["label"]), "cents": 700 })),
        },
        "tell" => match rarely {
            0 => Play::Fail("States.Permissions"),
            _ => Play::Done(Value::Null),
        },
        _ => match rarely {
            0 => Play::Fail("States.Permissions"),
            1 => Play::Fail("Unknown"),
            2 => Play::Done(json!({ "cents": 0 })),
            _ => Play::Done(json!({ "cents": 3 })),
        },
    }
}

fn journeys() -> impl Strategy<Value = Journey> {
    let town = || prop::sample::select(vec!["nowhere", "busy", "Ulm", "Bonn", "Köln", "\"{}\""]);
    let leg =
        (town(), town()).prop_map(|(from, to)| Leg { from: from.to_owned(), to: to.to_owned() });
    let id = prop::sample::select(vec!["", "j-1", "full", "busy", "a \"b\"", "{x}"]);
    let legs = prop::collection::vec(leg, 0..5).prop_map(|mut legs| {
        // Most journeys get through.
        if legs.len() % 2 == 0 {
            legs.retain(|leg| leg.to != "nowhere" && leg.to != "busy");
        }
        legs
    });
    (id, -5i64..3000, any::<bool>(), legs).prop_map(|(id, cents, express, legs)| Journey {
        id: id.to_owned(),
        cents,
        express,
        legs,
    })
}

proptest! {
    #![proptest_config(super::cases(300))]

    #[test]
    fn the_exported_definition_does_the_same(journey in journeys(), seed: u64) {
        let script = Script { seed, play };
        compare!(Travel(TravelHandlers), TravelAgain(TravelAgainHandlers), script, journey);
    }
}

#[test]
fn the_definition_is_portable() {
    assert_eq!(Travel::HOST_EXPRESSIONS, []);
    assert_eq!(Travel::check_export(), []);
    check_definition("travel.asl.json", Travel::DEFINITION);
}
