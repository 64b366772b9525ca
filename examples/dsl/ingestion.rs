//! IoT ingestion: an Express machine for each message. What is no message, or cannot be stored, goes
//! to a queue for dead letters.

use std::collections::BTreeMap;
use std::error::Error;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use sfn::{TaskContext, TaskError, sfn};

use crate::stage::Stage;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Message {
    device: String,
    bytes: Vec<u8>,
}

/// What a device says, once it is decoded.
#[derive(Debug, Serialize, Deserialize)]
enum Event {
    Temperature { celsius: f64 },
    Battery { percent: u8 },
    Opened { door: u8 },
    Heartbeat,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Outcome {
    Stored,
    Alarmed,
    Ignored,
    Dead,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum DecodeError {
    #[error("{0} is no kind of event")]
    UnknownKind(u8),
    #[error("the message ends too early")]
    Truncated,
}

#[derive(Debug, thiserror::Error, TaskError)]
enum StoreError {
    #[error("no free partition")]
    Throttled,
}

sfn! {
    /// Takes in what a device sends.
    #[express]
    #[timeout(1m)]
    machine Ingest(message: Message) -> Outcome {
        tasks {
            async fn decode(bytes: &[u8]) -> Result<Event, DecodeError>;
            async fn store(device: &str, series: &str, value: f64) -> Result<(), StoreError>;
            async fn alarm(device: &str, text: &str);
            async fn bury(message: &Message, cause: &str);
        }
        start => Decode(message);

        state Decode(message: Message) = task decode(&message.bytes) {
            event        => Route(message, event),
            catch _ as e => Bury(message, format!("{}: {}", e.error, e.cause)),
        }
        state Route(message: Message, event: Event) = match event {
            Event::Temperature { celsius } if !(-90.0..=60.0).contains(&celsius)
                                              => Bury(message, format!("{celsius} °C on Earth")),
            Event::Temperature { celsius }    => Store(message, "temperature", celsius),
            Event::Battery { percent: 0..=5 } => Alarm(message.device, "the battery is empty"),
            Event::Battery { percent }        => Store(message, "battery", f64::from(percent)),
            Event::Opened { door }            => Alarm(message.device, format!("door {door} is open")),
            Event::Heartbeat                  => Done(Outcome::Ignored),
        }
        #[retry("Throttled", interval = 1s, max_attempts = 2, jitter = full)]
        state Store(message: Message, series: String, value: f64) =
            task store(&message.device, &series, value) {
                ()           => Done(Outcome::Stored),
                catch _ as e => Bury(message, e.cause),
            }
        state Alarm(device: String, text: String) = task alarm(&device, &text) => Done(Outcome::Alarmed);
        state Bury(message: Message, cause: String) = task bury(&message, &cause) => Done(Outcome::Dead);
        state Done(outcome: Outcome) = succeed outcome;
    }
}

/// A database, a pager and a queue.
#[derive(Default)]
struct Plant {
    stored: Mutex<BTreeMap<String, u64>>,
    dead: Mutex<Vec<String>>,
}

impl IngestTasks for Plant {
    async fn decode(&self, _: &TaskContext<'_>, bytes: &[u8]) -> Result<Event, DecodeError> {
        Ok(match *bytes {
            [] | [0..=2] => return Err(DecodeError::Truncated),
            [0, tenths, ..] => Event::Temperature { celsius: f64::from(tenths) },
            [1, percent, ..] => Event::Battery { percent },
            [2, door, ..] => Event::Opened { door },
            [3, ..] => Event::Heartbeat,
            [kind, ..] => return Err(DecodeError::UnknownKind(kind)),
        })
    }

    async fn store(
        &self,
        cx: &TaskContext<'_>,
        device: &str,
        series: &str,
        _: f64,
    ) -> Result<(), StoreError> {
        match device {
            "hot" => return Err(StoreError::Throttled),
            "warm" if cx.attempt() == 1 => return Err(StoreError::Throttled),
            _ => {}
        }
        if let Ok(mut stored) = self.stored.lock() {
            *stored.entry(series.to_owned()).or_default() += 1;
        }
        Ok(())
    }

    async fn alarm(&self, _: &TaskContext<'_>, _: &str, _: &str) {}

    async fn bury(&self, _: &TaskContext<'_>, message: &Message, cause: &str) {
        if let Ok(mut dead) = self.dead.lock() {
            dead.push(format!("{}: {cause}", message.device));
        }
    }
}

fn message(device: &str, bytes: &[u8]) -> Message {
    Message { device: device.to_owned(), bytes: bytes.to_vec() }
}

pub(crate) async fn run() -> Result<(), Box<dyn Error>> {
    let stage = Stage::new("IoT ingestion: routed by kind, with dead letters")?;
    let flow = stage.engine().register(Ingest, Plant::default());
    for (title, device, bytes, expected) in [
        ("a temperature", "attic", &[0, 21][..], Outcome::Stored),
        ("one for a busy partition", "warm", &[0, 22], Outcome::Stored),
        ("an open door", "gate", &[2, 1], Outcome::Alarmed),
        ("a temperature that cannot be", "attic", &[0, 200], Outcome::Dead),
        ("noise", "attic", &[9, 9, 9], Outcome::Dead),
        ("a database that is down", "hot", &[0, 20], Outcome::Dead),
    ] {
        let outcome = stage.play(title, &flow, message(device, bytes)).await?;
        assert_eq!(outcome, expected, "{title}");
    }

    // Many of them, without anybody who looks on.
    let flow = sfn::Engine::new().register(Ingest, Plant::default());
    let mut outcomes = BTreeMap::new();
    for n in 0..10_000_u32 {
        let [.., second, first] = n.to_be_bytes();
        let run = flow.run(message("attic", &[first % 5, second])).await?;
        *outcomes.entry(format!("{:?}", run.output)).or_insert(0) += 1;
    }
    println!("  10,000 of all kinds\n    = {outcomes:?}");
    let plant = flow.tasks();
    let stored: u64 = plant.stored.lock().map_or(0, |stored| stored.values().sum());
    let dead = plant.dead.lock().map_or(0, |dead| dead.len() as u64);
    assert_eq!((outcomes["Stored"], outcomes["Dead"]), (stored, dead));
    assert_eq!(outcomes.values().sum::<u64>(), 10_000);
    Ok(())
}
