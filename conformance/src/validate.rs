//! Recorded answers of ValidateStateMachineDefinition.

use anyhow::Result;
use asl_lang::api::{self, Finding, Request, Validation};
use sfn::{Value, json};
use sfn_conformance::{MachineType, Verdict};

use crate::recorded::{self, Arguments, Case};

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    recorded::run(arguments, "validate", judge)
}

fn judge(case: &Case, _: &[Case]) -> Verdict {
    let definition = case.definition();
    let machine_type = match case.machine_type {
        MachineType::Standard => "STANDARD",
        MachineType::Express => "EXPRESS",
    };
    let found = api::validate(&Request {
        definition: &definition,
        machine_type: Some(machine_type),
        severity: case.severity.as_deref(),
        max_results: case.max_results,
    });
    let found = match found {
        Ok(found) => json!({ "response": answer(found) }),
        Err(error) => {
            json!({ "error": { "code": "ValidationException", "message": error.to_string() } })
        }
    };
    let expected = match &case.expect_error {
        Some(error) => json!({ "error": error.clone() }),
        None => json!({ "response": case.response.clone() }),
    };
    case.compare(&expected, &found)
}

fn answer(validation: Validation) -> Value {
    let findings: Vec<Value> = validation.findings.into_iter().map(diagnostic).collect();
    json!({
        "result": validation.result.as_str(),
        "diagnostics": findings,
        "truncated": validation.truncated,
    })
}

fn diagnostic(finding: Finding) -> Value {
    let mut diagnostic = json!({
        "severity": finding.severity(),
        "code": finding.code,
        "message": finding.message,
    });
    if let (Some(location), Some(members)) = (finding.location, diagnostic.as_object_mut()) {
        members.insert("location", location);
    }
    diagnostic
}
