//! How work fails: an error name and a cause, as ASL knows them.

use std::fmt;

use crate::value::{Key, Member, Object, Str, Value};

/// Why a state failed: what `ErrorEquals` matches, and a cause for people.
///
/// One pointer wide, so that the results of hot functions stay small.
///
/// Follows [Errors](https://states-language.net/spec.html#errors) of the ASL specification.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure(Box<Parts>);

#[derive(Debug, Clone)]
struct Parts {
    error: Option<Str>,
    cause: Option<Str>,
    origin: Origin,
    /// The innermost state that failed, once it is known.
    state: Option<Str>,
    /// The field whose expression failed, and where in there.
    location: Option<Str>,
}

/// Where it failed is not what it is.
impl PartialEq for Parts {
    fn eq(&self, other: &Self) -> bool {
        let Self { error, cause, origin, state: _, location: _ } = self;
        (error, cause, origin) == (&other.error, &other.cause, &other.origin)
    }
}

impl Eq for Parts {}

/// Who found the failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A handler, a Fail state or a limit: error and cause are reported as they are.
    Raised,
    /// The engine, while it computed a state's data. The driver puts the name of the state before
    /// the cause, as AWS does.
    Engine,
    /// A missed heartbeat, which is reported as a timeout but has a name of its own.
    Heartbeat,
}

impl Failure {
    /// A failure reported as it is.
    pub fn new(error: impl Into<Str>, cause: impl Into<Str>) -> Self {
        Self::from_parts(Some(error.into()), Some(cause.into()), Origin::Raised)
    }

    /// A failure of a Fail state or a callback, either part of which may be absent.
    pub fn from_optional(error: Option<Str>, cause: Option<Str>) -> Self {
        Self::from_parts(error, cause, Origin::Raised)
    }

    /// `States.Runtime`: the state's data does not fit what its definition asks of it.
    #[cold]
    pub fn runtime(detail: impl Into<Str>) -> Self {
        Self::from_parts(
            Some(Str::from_static("States.Runtime")),
            Some(detail.into()),
            Origin::Engine,
        )
    }

    /// `States.Timeout`, which has no cause.
    #[cold]
    pub fn timeout() -> Self {
        Self::from_parts(Some(Str::from_static("States.Timeout")), None, Origin::Raised)
    }

    /// `States.Timeout` of a task that missed its heartbeat: `States.HeartbeatTimeout` matches it too.
    #[cold]
    pub fn heartbeat_timeout() -> Self {
        Self::from_parts(Some(Str::from_static("States.Timeout")), None, Origin::Heartbeat)
    }

    /// A failure that the engine found in a state's data, under an error name of its own.
    #[cold]
    pub fn engine(error: impl Into<Str>, detail: impl Into<Str>) -> Self {
        Self::from_parts(Some(error.into()), Some(detail.into()), Origin::Engine)
    }

    /// `States.QueryEvaluationError`: the expression at a place of the state's definition failed.
    #[cold]
    pub(crate) fn query(detail: String, location: &str) -> Self {
        let mut failure = Self::engine(Str::from_static("States.QueryEvaluationError"), detail);
        failure.0.location = Some(location.into());
        failure
    }

    /// The field whose expression failed, and where in there: `Output/total`.
    pub(crate) fn location(&self) -> Option<&str> {
        self.0.location.as_deref()
    }

    fn from_parts(error: Option<Str>, cause: Option<Str>, origin: Origin) -> Self {
        Self(Box::new(Parts { error, cause, origin, state: None, location: None }))
    }

    /// The error name; none for a Fail state without one.
    pub fn error(&self) -> Option<&str> {
        self.0.error.as_deref()
    }

    /// The cause; none where there is nothing to say.
    pub fn cause(&self) -> Option<&str> {
        self.0.cause.as_deref()
    }

    /// Whether the engine found it in a state's data, and it has not been reported yet.
    pub(crate) fn is_of_engine(&self) -> bool {
        self.0.origin == Origin::Engine
    }

    /// Whether an expression of the state failed, as the engine found, and it has not been
    /// reported yet.
    pub fn is_evaluation(&self) -> bool {
        self.is_of_engine() && self.error() == Some("States.QueryEvaluationError")
    }

    pub(crate) fn is_heartbeat_timeout(&self) -> bool {
        self.0.origin == Origin::Heartbeat
    }

    /// The failure as it is reported: what the engine found names the state.
    ///
    /// Follows [Errors] as AWS words them: `An error occurred while executing the state 'Ship'
    /// (entered at the event id #7). …`.
    ///
    /// [Errors]: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
    #[cold]
    #[must_use]
    pub fn in_state(mut self, name: &str, entered_event_id: u64) -> Self {
        if self.0.origin == Origin::Engine {
            let detail = self.0.cause.take().unwrap_or_default();
            self.0.cause = Some(Str::from(format!(
                "An error occurred while executing the state '{name}' \
                 (entered at the event id #{entered_event_id}). {detail}"
            )));
            self.0.origin = Origin::Raised;
        }
        self.0.state.get_or_insert_with(|| Str::from(name));
        self
    }

    /// The innermost state that failed, once it is known.
    pub(crate) fn state(&self) -> Option<Str> {
        self.0.state.clone()
    }

    /// Error name and cause.
    pub(crate) fn into_parts(self) -> (Option<Str>, Option<Str>) {
        let Parts { error, cause, .. } = *self.0;
        (error, cause)
    }

    /// What a catcher gets: `{"Error": …, "Cause": …}`, with `""` for an absent part.
    #[must_use]
    pub fn into_error_output(self) -> Value {
        let text = |part: Option<Str>| Value::String(part.unwrap_or_default());
        let (error, cause) = self.into_parts();
        Value::Object(Object::from_distinct([
            Member::new(const { Key::new("Error") }, text(error)),
            Member::new(const { Key::new("Cause") }, text(cause)),
        ]))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.error().unwrap_or("no error name"))?;
        match self.cause() {
            Some(cause) if !cause.is_empty() => write!(f, ": {cause}"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}
