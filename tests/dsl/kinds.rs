//! What each kind of state does.

use std::sync::Mutex;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use sfn::{
    Answer, Engine, ErrorName, History, StateMachine, TaskContext, TaskError, TaskToken, TestClock,
    View, sfn,
};

use crate::support::{block_on, engine, entered, observed};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Film {
    title: String,
    scenes: Vec<String>,
    wakes: String,
}

fn film(title: &str, scenes: &[&str]) -> Film {
    Film {
        title: title.to_owned(),
        scenes: scenes.iter().map(ToString::to_string).collect(),
        wakes: "2025-01-01T13:00:00Z".to_owned(),
    }
}

sfn! {
    /// Waits, in all ways.
    machine Waits(film: Film) -> String {
        start => Short(film);
        state Short(film: Film) = wait 1500ms => Long(film);
        state Long(film: Film) = wait for Duration::from_secs(film.scenes.len() as u64) => Until(film);
        state Until(film: Film) = wait until &film.wakes => Done(film.title);
        state Done(title: String) = succeed title;
    }

    /// Items that the state makes itself.
    machine Cuts(film: Film) -> Vec<String> {
        tasks { async fn cut(scene: &str, title: String) -> String; }
        start => Cut(film);
        state Cut(film: Film) = map scene: String in film.scenes.iter().rev().cloned().collect() {
            CutScene = task cut(&scene, film.title.clone())
        } {
            cuts => Done(cuts),
        }
        state Done(cuts: Vec<String>) = succeed cuts;
    }

    /// Tasks whose results come in other ways than with the answer.
    machine Slow(film: Film) -> String {
        tasks {
            async fn approve(film: &Film) -> bool;
            async fn render(film: &Film) -> Result<String, TaskError>;
            #[resource("arn:aws:states:::batch:submitJob.sync")]
            async fn upload(name: &str) -> ();
        }
        start => Approve(film);
        #[timeout(10s)] #[heartbeat(2s)]
        state Approve(film: Film) = task callback approve(&film) {
            granted => Approved(film, granted),
            catch "States.HeartbeatTimeout" => Refused("silence"),
            catch _ as e => Refused(e.error),
        }
        state Approved(film: Film, granted: bool) = choice {
            granted => Render(film),
            _       => Refused("no"),
        }
        state Render(film: Film) = task activity render(&film) { name => Upload(name), }
        state Upload(name: String) = task job upload(&name) { () => Done(name) }
        state Done(name: String) = succeed name;
        state Refused(error: ErrorName) = fail(error);
    }

    /// Goes round until it is enough.
    machine Loop(count: u64) -> u64 {
        start => Again(count, 0);
        state Again(count: u64, rounds: u64) = choice {
            count > 0 => Count(count, rounds),
            _         => Done(rounds),
        }
        state Count(count: u64, rounds: u64) = pass => Again(count - 1, rounds + 1);
        state Done(rounds: u64) = succeed rounds;
    }
}

impl WaitsTasks for () {}
impl LoopTasks for () {}

#[test]
fn waits_let_time_pass() {
    let (output, events) = observed(Waits, (), film("a", &["x", "y", "z"]));
    assert_eq!(output.unwrap(), "a");
    let times: Vec<String> = events.iter().map(|event| event.timestamp.to_string()).collect();
    for time in ["2025-01-01T12:00:01.5Z", "2025-01-01T12:00:04.5Z", "2025-01-01T13:00:00Z"] {
        assert!(times.iter().any(|other| other == time), "{time}: {times:?}");
    }
    let (output, _) = observed(Waits, (), Film { wakes: "noon".into(), ..film("a", &[]) });
    let failed = output.unwrap_err();
    assert_eq!((failed.error(), failed.state()), ("States.QueryEvaluationError", Some("Until")));
}

struct Studio(Mutex<Option<TaskToken>>);

impl CutsTasks for Studio {
    async fn cut(&self, _: &TaskContext<'_>, scene: &str, title: String) -> String {
        format!("{title}:{scene}")
    }
}

#[test]
fn a_map_may_make_its_items() {
    let (output, events) = observed(Cuts, Studio(Mutex::default()), film("a", &["x", "y"]));
    assert_eq!(output.unwrap(), ["a:y", "a:x"]);
    assert_eq!(entered(&events), ["Cut", "CutScene", "CutScene", "Done"]);
    let (output, _) = observed(Cuts, Studio(Mutex::default()), film("a", &[]));
    assert_eq!(output.unwrap(), [] as [String; 0]);
}

impl SlowTasks for Studio {
    async fn approve(&self, cx: &TaskContext<'_>, film: &Film) -> Result<Answer<bool>, TaskError> {
        match film.title.as_str() {
            "at once" => Ok(Answer::Done(true)),
            "never" => Err(TaskError::new("Forbidden", "no films today")),
            _ => {
                *self.0.lock().unwrap() = Some(cx.task_token());
                Ok(Answer::Submitted)
            }
        }
    }

    async fn render(&self, _: &TaskContext<'_>, film: &Film) -> Result<Answer<String>, TaskError> {
        Ok(Answer::Done(format!("{}.mp4", film.title)))
    }

    async fn upload(&self, _: &TaskContext<'_>, _: &str) -> Result<Answer<()>, TaskError> {
        Ok(Answer::Done(()))
    }
}

#[test]
fn results_come_later() {
    let slow = |title: &str| observed(Slow, Studio(Mutex::default()), film(title, &[])).0;
    assert_eq!(slow("at once").unwrap(), "at once.mp4");
    assert_eq!(slow("never").unwrap_err().error(), "Forbidden");
    assert_eq!(slow("silent").unwrap_err().error(), "silence");
}

#[test]
fn a_result_comes_by_token() {
    let engine = engine();
    let callbacks = engine.callbacks();
    let flow = engine.register(Slow, Studio(Mutex::default()));
    block_on(async {
        let execution = flow.start(film("by token", &[]));
        let token = loop {
            tokio::task::yield_now().await;
            if let Some(token) = flow.tasks().0.lock().unwrap().take() {
                break token;
            }
        };
        callbacks.succeed(&token, true).unwrap();
        assert_eq!(execution.await.unwrap().output, "by token.mp4");
    });
}

#[test]
fn a_loop_ends() {
    let (output, events) = observed(Loop, (), 3);
    assert_eq!(output.unwrap(), 3);
    // The first is the one that makes what the loop begins with.
    assert_eq!(entered(&events).len(), 1 + 3 * 2 + 2);
    // Without an observer too, and further than one turn goes.
    let run = block_on(engine().register(Loop, ()).run(2_000)).unwrap();
    assert_eq!(run.output, 2_000);
}

#[test]
fn the_state_can_be_looked_at() {
    let mut frame = Slow.frame();
    Slow.start(&mut frame, film("a", &[])).unwrap();
    match Slow.view(&frame) {
        Some(SlowState::Approve { film }) => assert_eq!(film.title, "a"),
        _ => panic!("another state"),
    }
}

#[test]
fn the_machine_has_its_times_and_names() {
    let definition = Slow.definition();
    let states: Vec<&str> = definition.states.iter().map(|state| state.name).collect();
    assert_eq!(states, ["Approve", "Approved", "Render", "Upload", "Done", "Refused"]);
    assert_eq!(definition.timeout, None);
    let history = History::new();
    let clock = TestClock::at("2025-01-01T12:00:00Z").unwrap();
    let engine = Engine::builder().clock(clock).observer(history.clone()).build();
    block_on(engine.register(Loop, ()).run(1)).unwrap();
    assert_eq!(history.executions().len(), 1);
}
