//! A machine without host expressions and the definition that it exports do the same: outputs,
//! errors and histories are equal.

use asl_interpreter::{Interpreter, Options};
use asl_lang::source::Source;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sfn::value::{from_value, to_value};
use sfn::{
    Answer, ErrorName, HandlerFuture, TaskContext, TaskError, TaskHandler, TaskRequest, Value,
    json, sfn,
};

use crate::support::observed;

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

/// Serves both machines, told what to do by the data.
struct Agency;

impl TaskHandler for Agency {
    fn call<'a>(&'a self, cx: &'a TaskContext<'a>, request: TaskRequest<'a>) -> HandlerFuture<'a> {
        let answer = answer(request.task.name, request.input, cx.attempt());
        Box::pin(async move { answer.map(Answer::Done) })
    }
}

fn answer(task: &str, input: &Value, attempt: u32) -> Result<Value, TaskError> {
    let text = |path: &[&str]| {
        let mut value = Some(input);
        for name in path {
            value = value.and_then(|value| value.get(name));
        }
        value.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    match (task, text(&["leg", "to"]).as_str()) {
        ("quote", "nowhere") => Err(FareError::NoFare.into()),
        ("quote", "busy") => Err(FareError::Busy.into()),
        ("quote", to) => Ok(json!(i64::try_from(to.len()).unwrap())),
        ("reserve", _) if text(&["journey", "id"]) == "full" => Err(FareError::NoFare.into()),
        ("reserve", _) if text(&["journey", "id"]) == "busy" && attempt == 1 => {
            Err(FareError::Busy.into())
        }
        ("reserve", _) => Ok(json!({ "reference": text(&["label"]), "cents": 700 })),
        ("tell", _) => Ok(Value::Null),
        ("undo", _) => Ok(json!({ "cents": 3 })),
        (task, _) => Err(TaskError::new("Unknown", task)),
    }
}

fn twin() -> Interpreter {
    let source = Source::new("travel.asl.json", Travel::DEFINITION);
    let compilation = asl_lang::compile(&source, &asl_lang::Options::default());
    assert!(compilation.machine.is_some(), "{:?}", compilation.diagnostics);
    Interpreter::new(compilation.machine.unwrap(), Options::named("Travel")).unwrap()
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
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn the_exported_definition_does_the_same(journey in journeys()) {
        let input = to_value(&journey).unwrap();
        let (typed, typed_events) = observed(Travel, TravelHandlers(Agency), journey);
        let (untyped, untyped_events) = observed(twin(), Agency, input);
        for (typed, untyped) in typed_events.iter().zip(&untyped_events) {
            prop_assert_eq!(typed, untyped);
        }
        prop_assert_eq!(typed_events.len(), untyped_events.len());
        match (typed, untyped) {
            (Ok(typed), Ok(untyped)) => {
                prop_assert_eq!(typed, from_value::<Ticket>(untyped).unwrap());
            }
            (Err(typed), Err(untyped)) => {
                prop_assert_eq!(typed.error(), untyped.error());
                prop_assert_eq!(typed.cause(), untyped.cause());
                prop_assert_eq!(typed.state(), untyped.state());
            }
            (typed, untyped) => prop_assert!(false, "{typed:?} {untyped:?}"),
        }
    }
}

#[test]
fn a_machine_of_translatable_expressions_has_no_host_expression() {
    assert_eq!(Travel::HOST_EXPRESSIONS, [] as [&str; 0]);
}

sfn! {
    /// A machine of which others cannot run everything.
    machine Hosted(count: u64) -> u64 {
        start => Check(count);
        state Check(count: u64) = choice {
            count.is_power_of_two() && count / 2 > 3 => Done(count.min(100)),
            _                                        => Done(0),
        }
        state Done(count: u64) = succeed count;
    }
}

#[test]
fn host_expressions_are_named() {
    let expressions = ["count.is_power_of_two() && count / 2 > 3", "count.min(100)"];
    assert_eq!(Hosted::HOST_EXPRESSIONS, expressions);
    for expression in expressions {
        let marked = format!("{{% $host(\\\"{expression}\\\") %}}");
        assert!(Hosted::DEFINITION.contains(&marked), "{}", Hosted::DEFINITION);
    }
    let (output, _) = observed(Hosted, (), 256);
    assert_eq!(output.unwrap(), 100);
}

impl HostedTasks for () {}
