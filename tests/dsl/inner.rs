//! Machines in a machine, as branches and bodies: of the DSL and of ASL.

use serde::{Deserialize, Serialize};
use sfn::{
    Answer, ErrorName, HandlerFuture, HostExpression, TaskContext, TaskError, TaskHandler,
    TaskRequest, Value, json, sfn,
};

use crate::support::{entered, observed};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Album {
    title: String,
    photos: Vec<String>,
}

sfn! {
    /// What is done with a photo.
    machine Develop(photo: String) -> String {
        tasks {
            async fn scale(photo: &str, size: u32) -> Result<String, TaskError>;
        }
        start => Scale(photo);
        state Scale(photo: String) = parallel {
            Small = task scale(&photo, 100),
            #[retry("Busy", interval = 1s)]
            Large = task scale(&photo, 900),
        } {
            (small, large) => Rest(photo, small, large),
        }
        state Rest(photo: String, small: String, large: String) = wait 5s => Join(photo, small, large);
        state Join(photo: String, small: String, large: String) = choice {
            photo == "blank" => Blank,
            _                => Done(format!("{small}+{large}")),
        }
        state Blank = fail("Blank", "there is nothing on it");
        state Done(scaled: String) = succeed scaled;
    }

    /// All photos, and a cover.
    machine Publish(album: Album) -> Value {
        tasks { async fn cover(title: &str) -> String; }
        start => Photos(album);
        #[concurrency(2)]
        state Photos(album: Album) = map photo in &album.photos {
            DevelopPhoto = machine Develop(photo.clone())
        } {
            photos => Pages(album, photos),
            catch "Blank" as e => Failed(e.error),
        }
        state Pages(album: Album, photos: Vec<String>) = parallel {
            Cover = task cover(&album.title),
            Number = machine Numbered(json!({ "count": photos.len() as i64 })),
        } {
            (cover, numbered) => Done(json!({
                "cover": (cover),
                "pages": (numbered.get("pages").cloned().unwrap_or_default()),
                "photos": (photos.into_iter().map(Value::from).collect::<Vec<_>>()),
            })),
        }
        state Done(pages: Value) = succeed pages;
        state Failed(error: ErrorName) = fail(error);
    }

    /// One photo in a frame, by a machine that is a state.
    machine Frame(photo: String) -> String {
        tasks { async fn hang(photo: &str) -> String; }
        start => Photo(photo);
        #[retry("Gone", interval = 1s, max_attempts = 1)]
        state Photo(photo: String) = machine Develop(photo.clone()) {
            developed     => Hang(format!("{photo}:{developed}")),
            catch "Blank" => Done("an empty frame"),
        }
        state Hang(photo: String) = task hang(&photo) { hung => Again(hung), }
        state Again(hung: String) = machine Develop(hung.clone()) => Done(hung);
        state Done(frame: String) = succeed frame;
    }

    /// A machine in ASL, which reads the context object.
    machine Numbered = {
        "StartAt": "Number",
        "States": {
            "Number": {
                "Type": "Pass",
                "Parameters": {
                    "pages.$": "States.MathAdd($.count, 1)",
                    "name.$": "$$.StateMachine.Name"
                },
                "Next": "Print"
            },
            "Print": {
                "Type": "Task",
                "Resource": "arn:aws:lambda:us-east-1:123456789012:function:print",
                "ResultPath": null,
                "End": true
            }
        }
    };
}

struct Lab;

impl DevelopTasks for Lab {
    async fn scale(
        &self,
        cx: &TaskContext<'_>,
        photo: &str,
        size: u32,
    ) -> Result<String, TaskError> {
        match photo {
            "busy" if cx.attempt() == 1 && size == 900 => Err(TaskError::new("Busy", "later")),
            photo => Ok(format!("{photo}{size}")),
        }
    }
}

impl PublishTasks for Lab {
    async fn cover(&self, _: &TaskContext<'_>, title: &str) -> String {
        format!("*{title}*")
    }
}

impl FrameTasks for Lab {
    async fn hang(&self, _: &TaskContext<'_>, photo: &str) -> String {
        format!("[{photo}]")
    }
}

impl NumberedTasks for Lab {
    async fn print(&self, _: &TaskContext<'_>, _: &Value) -> Result<Value, TaskError> {
        Ok(Value::Null)
    }
}

impl TaskHandler for Lab {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        Box::pin(async move {
            let text = |name| request.input.get(name).and_then(Value::as_str).unwrap_or_default();
            let (photo, title) = (text("photo").to_owned(), text("title").to_owned());
            let size = request.input.get("size").and_then(Value::as_u64).unwrap_or_default();
            let size = u32::try_from(size).unwrap();
            let answer = match request.task.name {
                "scale" => Value::from(self.scale(cx, &photo, size).await?),
                "cover" => Value::from(self.cover(cx, &title).await),
                _ => Value::Null,
            };
            Ok(Answer::Done(answer))
        })
    }
}

fn album(photos: &[&str]) -> Album {
    Album { title: "Sea".to_owned(), photos: photos.iter().map(ToString::to_string).collect() }
}

#[test]
fn machines_are_branches_and_bodies() {
    let expected = json!({
        "cover": "*Sea*",
        "pages": 4,
        "photos": ["a100+a900", "busy100+busy900", "c100+c900"],
    });
    let photos = ["a", "busy", "c"];
    let (typed, typed_events) = observed(Publish, Lab, album(&photos));
    assert_eq!(typed.unwrap(), expected);
    let (dynamic, dynamic_events) = observed(Publish, PublishHandlers(Lab), album(&photos));
    assert_eq!(dynamic.unwrap(), expected);
    assert_eq!(typed_events, dynamic_events);
    let states = entered(&typed_events);
    assert_eq!(states.iter().filter(|state| *state == "Rest").count(), 3);
    for state in ["Photos", "Scale", "Small", "Large", "Number", "Print", "Pages"] {
        assert!(states.iter().any(|other| other == state), "{state}: {states:?}");
    }
}

#[test]
fn an_error_of_a_machine_is_caught_around_it() {
    let (output, _) = observed(Publish, Lab, album(&["a", "blank"]));
    let failed = output.unwrap_err();
    assert_eq!((failed.error(), failed.state()), ("Blank", Some("Failed")));
}

#[test]
fn a_machine_is_a_state() {
    let (output, events) = observed(Frame, Lab, "a".to_owned());
    assert_eq!(output.unwrap(), "[a:a100+a900]");
    let states = entered(&events);
    let expected = ["Photo", "Scale", "Small", "Large", "Rest", "Join", "Done", "Hang", "Again"];
    assert_eq!(states.get(..9).unwrap(), expected);
    let (output, _) = observed(Frame, Lab, "blank".to_owned());
    assert_eq!(output.unwrap(), "an empty frame");
    assert!(Frame::DEFINITION.contains("\"PhotoMachine\": {"));
}

#[test]
fn a_machine_with_others_is_not_portable() {
    let host = HostExpression::new("DevelopPhoto", "Resource", "machine Develop");
    assert!(Publish::HOST_EXPRESSIONS.contains(&host));
    assert!(Publish::DEFINITION.contains("stateMachine:Develop"));
}
