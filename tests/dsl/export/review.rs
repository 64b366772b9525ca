//! Tasks whose results come in other ways, and what becomes of them: timeouts, heartbeats, retries,
//! catches.

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use sfn::{ErrorName, HostExpression, TaskError, json, sfn};

use super::{Play, Scene, Script, check_definition, compare};

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Claim {
    id: String,
    cents: u32,
    parts: Vec<Part>,
    due: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Part {
    name: String,
    cents: u32,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Assessment {
    score: f64,
    open: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Verdict {
    claim: String,
    paid: bool,
    score: f64,
    note: Option<String>,
    findings: Vec<Option<u32>>,
}

sfn! {
    /// Looks into a claim.
    /// Pays it, if that is right.
    #[timeout(3h)]
    machine Review(claim: Claim) -> Verdict {
        tasks {
            async fn assess(claim: &Claim, again: bool) -> Result<Assessment, TaskError>;
            async fn ask(claim: &Claim, about: &str) -> Result<bool, TaskError>;
            async fn inspect(part: Part, score: f64) -> Result<Option<u32>, TaskError>;
            #[resource("arn:aws:states:::ecs:runTask.sync")]
            async fn pay(id: &str, cents: u32) -> Result<(), TaskError>;
        }
        start => Assess(claim, false);

        /// A model looks at it.
        #[timeout(10s)]
        #[retry("Busy" | "States.Timeout", interval = 2s, max_attempts = 2, backoff = 3.0, max_delay = 5s)]
        #[retry("Odd", interval = 1s, max_attempts = 1)]
        state Assess(claim: Claim, again: bool) = task assess(&claim, again) {
            assessment => Judge(claim, assessment, again),
            catch "Odd" | "Broken" as e => Ask(claim, e.error.clone(), Some(e.cause)),
            catch "States.Timeout" as e => Rejected(e.error, e.cause),
        }
        state Judge(claim: Claim, assessment: Assessment, again: bool) = choice {
            assessment.score >= 0.75 && assessment.open.is_none() => Inspect(claim, assessment),
            assessment.open.is_some() && !again => Later(claim),
            _ => Ask(claim, "score", assessment.open),
        }
        state Later(claim: Claim) = wait until &claim.due => Assess(claim, true);
        #[timeout(60s)] #[heartbeat(20s)]
        state Ask(claim: Claim, about: ErrorName, note: Option<String>) =
            task callback ask(&claim, about.as_str())
        {
            right => Asked(claim, right, note),
            catch "States.HeartbeatTimeout" => Rejected("Silence", "nobody is there"),
            catch "States.Timeout" as e => Rejected("Slow", e.cause),
            catch _ as e => Rejected(e.error, format!("{} ({})", e.cause, claim.id)),
        }
        state Asked(claim: Claim, right: bool, note: Option<String>) = choice {
            right => Inspect(claim, Assessment { score: 0.5, open: note }),
            _     => Done(Verdict {
                claim: claim.id, paid: false, score: 0.0, note, findings: Vec::new(),
            }),
        }
        #[concurrency(2)]
        #[retry("Busy", interval = 1s, max_attempts = 1)]
        state Inspect(claim: Claim, assessment: Assessment) = map part in &claim.parts {
            #[timeout(30s)] #[heartbeat(5s)]
            InspectPart = task activity inspect(part.clone(), assessment.score)
        } {
            findings => Pay(claim, assessment, findings),
            catch "States.Timeout" | "Busy" as e => Rejected("NotInspected", e.cause),
        }
        #[timeout(2h)]
        #[retry(_, interval = 1s, max_attempts = 1)]
        state Pay(claim: Claim, assessment: Assessment, findings: Vec<Option<u32>>) =
            task job pay(&claim.id, claim.cents * 2)
        {
            () => Done(Verdict {
                claim: claim.id,
                paid: true,
                score: if assessment.score > 0.9 { 1.0 } else { assessment.score },
                note: assessment.open,
                findings,
            }),
            catch _ as e => Undo(claim, e.error),
        }
        state Undo(claim: Claim, why: ErrorName) = parallel {
            #[retry("Busy", interval = 1s, max_attempts = 1)]
            Assessed = task assess(&claim, true),
            Told = task activity inspect(Part { name: claim.id.clone(), cents: 0 }, 0.25),
        } {
            (assessment, told) => Done(Verdict {
                claim: claim.id, paid: false, score: assessment.score, note: Some(why.to_string()),
                findings: vec![told],
            }),
            catch _ => Rejected(why, "not undone"),
        }
        state Done(verdict: Verdict) = succeed verdict;
        state Rejected(error: ErrorName, cause: String) = fail(error, cause);
    }
}

sfn! {
    machine ReviewAgain from "exported/review.asl.json";
}

fn play(scene: Scene<'_>) -> Play {
    let (roll, rarely) = (scene.roll / 16, scene.roll % 16);
    if scene.resource.contains(":assess") {
        return match rarely {
            0 => Play::Hang,
            1..3 => Play::Fail("Busy"),
            3..5 => Play::Fail("Odd"),
            5 => Play::Fail("Broken"),
            6 => Play::Fail("Unknown"),
            7..9 => Play::Done(json!({ "score": 0.5, "open": "why?" })),
            _ => Play::Done(
                json!({ "score": (f64::from(u32::try_from(roll % 8).unwrap()) / 4.0 + 0.125), "open": null }),
            ),
        };
    }
    if scene.resource.contains("waitForTaskToken") {
        return match rarely {
            0..3 => Play::Submit,
            3 => Play::Hang,
            4 => Play::Fail("Forbidden"),
            _ => Play::Done(json!(roll.is_multiple_of(2))),
        };
    }
    if scene.resource.contains("activity") {
        return match rarely {
            0 => Play::Hang,
            1 => Play::Fail("Busy"),
            2 => Play::Fail("Unknown"),
            3..8 => Play::Done(json!(null)),
            _ => Play::Done(json!(roll % 100)),
        };
    }
    match rarely {
        0 => Play::Hang,
        1..6 => Play::Fail("Broke"),
        6 => Play::Submit,
        _ => Play::Done(json!(null)),
    }
}

fn claims() -> impl Strategy<Value = Claim> {
    let part = ("[a-c]{0,3}", 0u32..100).prop_map(|(name, cents)| Part { name, cents });
    let due = prop::sample::select(vec![
        "2025-01-01T12:30:00Z",
        "2024-01-01T00:00:00Z",
        "2025-01-01T14:00:00+01:00",
        "noon",
    ]);
    ("[a-z\"ä]{0,4}", 0u32..5000, prop::collection::vec(part, 0..4), due)
        .prop_map(|(id, cents, parts, due)| Claim { id, cents, parts, due: due.to_owned() })
}

proptest! {
    #![proptest_config(super::cases(400))]

    #[test]
    fn the_exported_definition_does_the_same(claim in claims(), seed: u64) {
        let script = Script { seed, play };
        compare!(Review(ReviewHandlers), ReviewAgain(ReviewAgainHandlers), script, claim);
    }
}

#[test]
fn only_the_token_is_missing() {
    // Who is given the token is the handler's affair.
    let host = HostExpression::new("Ask", "Arguments", "task callback ask");
    assert_eq!(Review::HOST_EXPRESSIONS, [host]);
    assert_eq!(Review::check_export(), []);
    check_definition("review.asl.json", Review::DEFINITION);
}
