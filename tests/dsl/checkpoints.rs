//! Checkpoints of machines over plain structs: they have what is still needed, and what comes of an
//! execution is the same with one between any two steps.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sfn::machine::{Command, Event, Phase, Restoring, StepContext};
use sfn::value::{from_value, to_value};
use sfn::{
    Answer, Checkpoint, Durable, ErrorName, HandlerFuture, StateMachine, TaskContext, TaskError,
    TaskHandler, TaskRequest, Value, json, sfn,
};

use crate::support::observed;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Harvest {
    farm: String,
    /// Kilograms by kind; none where nobody has weighed them.
    fruit: BTreeMap<String, Option<u32>>,
    fields: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Report {
    weights: Vec<Option<u32>>,
    fields: Vec<String>,
    juice: f64,
    note: Option<String>,
}

sfn! {
    /// Reports a harvest.
    machine Season(harvest: Harvest) -> Report {
        tasks {
            async fn weigh(kind: &str, farm: &str) -> Result<Option<u32>, TaskError>;
            async fn press(harvest: &Harvest) -> Result<f64, TaskError>;
            async fn note(farm: &str) -> Option<String>;
        }
        start => Weigh(harvest);

        #[concurrency(2)] #[retry("Rain", interval = 5s, max_attempts = 1)]
        state Weigh(harvest: Harvest) = map kind: String in harvest.fruit.keys().cloned().collect() {
            #[retry("Busy", interval = 1s)]
            WeighOne = task weigh(&kind, &harvest.farm)
        } {
            weights   => Work(harvest, weights),
            catch _ as e => Rest(harvest.farm, e.error, None),
        }
        state Work(harvest: Harvest, weights: Vec<Option<u32>>) = parallel {
            Fields = machine Tour(harvest.fields.clone()),
            Juice  = task press(&harvest),
            Note   = task note(&harvest.farm),
        } {
            (fields, juice, note) => Done(Report { weights, fields, juice, note }),
            catch "Empty"         => Rest(harvest.farm, "Empty", Some(weights.len())),
        }
        state Rest(farm: String, error: ErrorName, weighed: Option<usize>) =
            wait 10s => Failed(error, format!("{farm}: {weighed:?}"));
        state Done(report: Report) = succeed report;
        state Failed(error: ErrorName, cause: String) = fail(error, cause);
    }

    /// Goes to all fields, each of which is measured on two sides.
    machine Tour(fields: Vec<String>) -> Vec<String> {
        start => Fields(fields);
        state Fields(fields: Vec<String>) = map field in &fields { Field = machine Measure(field.clone()) } {
            measured => Done(measured),
        }
        state Done(measured: Vec<String>) = succeed measured;
    }

    machine Measure(field: String) -> String {
        tasks { async fn walk(field: &str, north: bool) -> u32; }
        start => Sides(field);
        state Sides(field: String) = parallel {
            North = task walk(&field, true),
            South = task walk(&field, false),
        } {
            (north, south) => Rest(field, north, south),
        }
        state Rest(field: String, north: u32, south: u32) =
            wait 3s => Done(format!("{field}: {north}+{south}"));
        state Done(measured: String) = succeed measured;
    }
}

#[derive(Clone, Copy)]
struct Farm;

impl SeasonTasks for Farm {
    async fn weigh(
        &self,
        cx: &TaskContext<'_>,
        kind: &str,
        farm: &str,
    ) -> Result<Option<u32>, TaskError> {
        match (kind, farm) {
            ("plum", _) if cx.attempt() < 3 => Err(TaskError::new("Busy", "later")),
            ("quince", "wet") => Err(TaskError::new("Rain", "it rains")),
            ("pear", _) => Ok(None),
            (kind, _) => Ok(u32::try_from(kind.len()).ok()),
        }
    }

    async fn press(&self, _: &TaskContext<'_>, harvest: &Harvest) -> Result<f64, TaskError> {
        match harvest.fruit.len() {
            0 => Err(TaskError::new("Empty", "nothing to press")),
            kinds => Ok(kinds as f64 * 0.1),
        }
    }

    async fn note(&self, _: &TaskContext<'_>, farm: &str) -> Option<String> {
        (farm != "quiet").then(|| format!("{farm} greets"))
    }
}

impl TourTasks for Farm {}

impl MeasureTasks for Farm {
    async fn walk(&self, _: &TaskContext<'_>, field: &str, north: bool) -> u32 {
        u32::try_from(field.len()).unwrap_or_default() + u32::from(north)
    }
}

fn harvests() -> impl Strategy<Value = Harvest> {
    let kind = prop::sample::select(vec!["apple", "pear", "plum", "quince", "\"fig\""]);
    let fruit =
        prop::collection::btree_map(kind.prop_map(String::from), any::<Option<u32>>(), 0..5);
    let farm = prop::sample::select(vec!["dry", "wet", "quiet", "{}"]);
    let field = prop::sample::select(vec!["hill", "", "Grüne Au"]).prop_map(String::from);
    let fields = prop::collection::vec(field, 0..4);
    (farm, fruit, fields).prop_map(|(farm, fruit, fields)| Harvest {
        farm: farm.to_owned(),
        fruit,
        fields,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn an_execution_goes_on_from_any_checkpoint(harvest in harvests()) {
        let (plain, events) = observed(Season, Farm, harvest.clone());
        let (restored, events_restored) = observed(Restoring(Season), Farm, harvest);
        for (plain, restored) in events.iter().zip(&events_restored) {
            prop_assert_eq!(plain, restored);
        }
        prop_assert_eq!(events.len(), events_restored.len());
        prop_assert_eq!(format!("{plain:?}"), format!("{restored:?}"));
    }
}

/// Serves the tasks by their names alone.
struct Dynamic;

impl TaskHandler for Dynamic {
    fn call<'a>(&'a self, _: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        let answer = match request.task.name {
            "weigh" | "walk" => json!(7),
            "press" => json!(0.5),
            _ => Value::Null,
        };
        Box::pin(async move { Ok(Answer::Done(answer)) })
    }
}

fn harvest() -> Harvest {
    Harvest {
        farm: "dry".to_owned(),
        fruit: [("apple".to_owned(), Some(3)), ("pear".to_owned(), None)].into(),
        fields: vec!["hill".to_owned()],
    }
}

#[test]
fn results_that_come_as_json_survive_too() {
    let (plain, events) = observed(Season, SeasonHandlers(Dynamic), harvest());
    let (restored, restored_events) =
        observed(Restoring(Season), SeasonHandlers(Dynamic), harvest());
    assert_eq!(plain.unwrap(), restored.unwrap());
    assert_eq!(events, restored_events);
}

type Frame = <Season as StateMachine>::Frame;

fn step(frame: &mut Frame, event: Event) -> Command {
    Season.step(frame, event, &StepContext::default()).unwrap()
}

fn checkpoint(frame: &Frame, phase: Phase) -> Checkpoint {
    let text = Season.checkpoint(frame, phase).unwrap().to_json();
    Checkpoint::from_json(&text).unwrap()
}

/// A frame whose Map runs.
fn weighing() -> Frame {
    let mut frame = Season.frame();
    Season.start(&mut frame, harvest()).unwrap();
    assert!(matches!(step(&mut frame, Event::Enter), Command::Map { items: 2, .. }));
    frame
}

fn child(parent: &Frame, index: u32) -> Frame {
    Season.child(parent, index, &StepContext::default()).unwrap()
}

#[test]
fn a_tree_of_frames_is_kept_node_by_node() {
    let frame = weighing();
    let harvest = to_value(&harvest()).unwrap();
    let data = |checkpoint: &Checkpoint| Value::Object(checkpoint.data.clone());
    let items = json!({ "harvest": harvest.clone(), "items": ["apple", "pear"] });
    let parent = checkpoint(&frame, Phase::Working);
    assert_eq!(data(&parent), json!({ "weigh": items, "weigh_outputs": [null, null] }));
    // What the children share is in their parent's checkpoint.
    let one = checkpoint(&child(&frame, 0), Phase::Entered);
    assert_eq!(data(&one), json!({ "index": 0 }));
    let two = checkpoint(&child(&frame, 1), Phase::Entered);
    drop(frame);

    let mut frame = Season.restore(parent, None).unwrap();
    for (index, checkpoint) in [(1, two), (0, one)] {
        let mut child = Season.restore(checkpoint, Some(&frame)).unwrap();
        assert!(matches!(step(&mut child, Event::Enter), Command::Call { .. }));
        Season.complete(&mut child, json!(null)).unwrap();
        assert_eq!(step(&mut child, Event::Succeeded), Command::Succeed);
        Season.join(&mut frame, index, child);
    }
    assert_eq!(step(&mut frame, Event::Succeeded), Command::Next);

    step(&mut frame, Event::Enter);
    let parent = checkpoint(&frame, Phase::Working);
    let members = json!({ "harvest": harvest, "weights": [null, null] });
    assert_eq!(data(&parent), json!({ "work": members }));
    let mut tour = child(&frame, 0);
    step(&mut tour, Event::Enter);
    let mut field = child(&tour, 0);
    step(&mut field, Event::Enter);
    let side = child(&field, 1);
    let kept = [
        checkpoint(&frame, Phase::Working),
        checkpoint(&tour, Phase::Working),
        checkpoint(&field, Phase::Working),
        checkpoint(&side, Phase::Entered),
    ];
    assert_eq!(kept[1].state.as_str(), "Fields");
    assert_eq!(kept[2].state.as_str(), "Fields::child");
    drop((frame, tour, field, side));
    let mut frames: Vec<Frame> = Vec::new();
    for checkpoint in kept {
        let restored = Season.restore(checkpoint, frames.last()).unwrap();
        frames.push(restored);
    }
    let mut side = frames.pop().unwrap();
    assert_eq!(Season.state(&side).name, "South");
    step(&mut side, Event::Enter);
    Season.complete(&mut side, json!(5)).unwrap();
    assert_eq!(step(&mut side, Event::Succeeded), Command::Succeed);
    let field = frames.last_mut().unwrap();
    Season.join(field, 1, side);
    let mut north = child(field, 0);
    step(&mut north, Event::Enter);
    Season.complete(&mut north, json!(4)).unwrap();
    step(&mut north, Event::Succeeded);
    Season.join(field, 0, north);
    assert_eq!(step(field, Event::Succeeded), Command::Next);
    assert_eq!(Season.state(field).name, "Rest");
}

#[test]
fn what_does_not_fit_is_said() {
    let parent = weighing();
    let one = checkpoint(&child(&parent, 0), Phase::Entered);
    let error = |checkpoint| Season.restore(checkpoint, None).err().unwrap().to_string();
    assert_eq!(
        error(one),
        "the checkpoint does not fit the state `WeighOne`: it needs the frame of its parent"
    );
    let mut garbled = checkpoint(&parent, Phase::Working);
    let mut shared =
        from_value::<sfn::value::Object>(garbled.data.get("weigh").cloned().unwrap()).unwrap();
    shared.insert("harvest", json!({ "farm": "dry", "fruit": { "apple": -1 }, "fields": [] }));
    garbled.data.insert("weigh", Value::Object(shared));
    let said = error(garbled);
    assert!(said.contains("the state `Weigh`: `weigh`: `harvest`: it does not fit"), "{said}");
    assert!(said.contains("`fruit.apple`"), "{said}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_checkpoint_panics(start in 0usize..400, length in 0usize..30, other in ".{0,8}") {
        let parent = weighing();
        let mut inner = child(&parent, 0);
        step(&mut inner, Event::Enter);
        for (frame, phase) in [(&parent, Phase::Working), (&inner, Phase::Working)] {
            let text = String::from_utf8(Season.checkpoint(frame, phase).unwrap().to_json()).unwrap();
            let start = text.len().min(start);
            let end = text.len().min(start + length);
            let garbled = format!("{}{other}{}", &text[..start], &text[end..]);
            let restored = Checkpoint::from_json(garbled.as_bytes())
                .and_then(|checkpoint| Season.restore(checkpoint, Some(&parent)));
            if let Ok(mut frame) = restored {
                for event in [Event::Enter, Event::Succeeded] {
                    let _ = Season.child(&frame, 1, &StepContext::default());
                    let _ = Season.step(&mut frame, event, &StepContext::default());
                }
            }
        }
    }
}
