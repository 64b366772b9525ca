//! What is asked for.

use serde::{Deserialize, Serialize};

use super::error::ErrorCode;
use super::{Error, constraints};

/// A request of `TestState`, with AWS's names in JSON.
///
/// See [TestState](https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// The text of a state or, with `state_name`, of a machine.
    pub definition: String,
    /// The role as which the state works.
    pub role_arn: Option<String>,
    /// The text of the state's input, by default `{}`.
    pub input: Option<String>,
    /// What of the state's data is told.
    pub inspection_level: Option<InspectionLevel>,
    /// Whether the secrets in an HTTP request are told.
    #[serde(default)]
    pub reveal_secrets: Option<bool>,
    /// The text of an object: the variables that the state finds.
    pub variables: Option<String>,
    /// The state of the machine, also one in a branch or body.
    pub state_name: Option<String>,
    /// What the state's work gives, without its being done.
    pub mock: Option<Mock>,
    /// The text of the context object.
    pub context: Option<String>,
    /// What has happened to the state before.
    pub state_configuration: Option<StateConfiguration>,
}

/// What of the state's data a response tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum InspectionLevel {
    /// Its output.
    #[default]
    Info,
    /// Also what its fields make of its data.
    Debug,
    /// Also what goes to and comes from an HTTP endpoint.
    Trace,
}

/// What the state's work gives: either a result or an error.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mock {
    /// The text of the result.
    pub result: Option<String>,
    /// The error.
    pub error_output: Option<ErrorOutput>,
    /// How closely the result is compared with what the service answers.
    pub field_validation_mode: Option<FieldValidationMode>,
}

/// A mocked error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorOutput {
    /// Its name.
    pub error: Option<String>,
    /// Its cause.
    pub cause: Option<String>,
}

/// How closely a mocked result is compared with what the service answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum FieldValidationMode {
    /// Each required field is there, and each field is as the service has it.
    #[default]
    Strict,
    /// Each field is as the service has it.
    Present,
    /// Not at all.
    None,
}

/// What has happened to the state before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StateConfiguration {
    /// How often the retrier that matches the error has been used.
    pub retrier_retry_count: Option<i64>,
    /// The state inside a Map or Parallel that the mocked error comes from.
    pub error_caused_by_state: Option<String>,
    /// How many iterations of a Map have failed.
    pub map_iteration_failure_count: Option<i64>,
    /// The text that an `ItemReader` reads.
    pub map_item_reader_data: Option<String>,
}

impl Request {
    /// Reads a request.
    ///
    /// # Errors
    /// It is not JSON, has no definition, or a parameter is not of the values that it may have.
    pub fn from_json(text: &[u8]) -> Result<Self, Error> {
        let unread = |error: serde_json::Error| {
            let message = format!("the request is not read: {error}");
            Error::new(ErrorCode::SerializationException, message)
        };
        let request: serde_json::Value = serde_json::from_slice(text).map_err(unread)?;
        constraints::check_words(&request)?;
        serde_json::from_value(request).map_err(unread)
    }

    /// What of the state's data is told.
    pub fn level(&self) -> InspectionLevel {
        self.inspection_level.unwrap_or_default()
    }
}
