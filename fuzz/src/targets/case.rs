//! Files of recorded cases: read, and run if they can be.

use sfn_conformance::{Case, Compared, Replayed, Verdict, interpret};

use crate::target::Target;

pub(super) const TARGET: Target = Target {
    name: "case",
    words: &[
        "\"id\": ",
        "\"type\": ",
        "\"STANDARD\"",
        "\"EXPRESS\"",
        "\"definition\": ",
        "\"definition_text\": ",
        "\"input\": ",
        "\"input_text\": ",
        "\"status\": ",
        "\"SUCCEEDED\"",
        "\"FAILED\"",
        "\"TIMED_OUT\"",
        "\"output\": ",
        "\"error\": ",
        "\"cause\": ",
        "\"expect_create_error\": ",
        "\"expect_start_error\": ",
        "\"tasks\": ",
        "\"state\": ",
        "\"parameters\": ",
        "\"outcome\": ",
        "\"succeeded\"",
        "\"failed\"",
        "\"timedout\"",
        "\"unlinked_task_outcomes\": ",
        "\"sync_response\": ",
        "\"masked\": ",
        "\"Retry\": ",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    match Case::parse(input) {
        Ok(case) => match interpret(&Replayed { case, compared: Compared::History }).outcome {
            Verdict::Passed => "passed".to_owned(),
            Verdict::Failed(difference) => {
                assert!(!difference.trim().is_empty(), "it fails without a word");
                difference
            }
        },
        Err(error) => {
            let error = format!("{error:#}");
            assert!(!error.trim().is_empty(), "it is refused without a word");
            error
        }
    }
}
