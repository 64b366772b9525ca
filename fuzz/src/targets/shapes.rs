//! Results of services beside the shapes of their models: what a mode takes, a laxer one takes.

use asl_aws::shapes::{Mode, check};
use asl_runtime::Value;

use crate::target::{Target, parts};

pub(super) const TARGET: Target = Target {
    name: "shapes",
    words: &[
        "arn:aws:states:::",
        "aws-sdk:",
        ":putItem",
        ":getObject",
        ".sync:2",
        "\"ExecutionArn\": ",
        "\"StorageClass\": ",
        "\"Configuration\": ",
    ],
    run,
    planted: false,
};

fn run(input: &[u8]) -> String {
    let [resource, result] = parts(input);
    let Ok(result) = Value::from_json(result.as_bytes()) else { return "no JSON".to_owned() };
    let found = |mode| check(&resource, &result, mode);
    let (strict, present) = (found(Mode::Strict), found(Mode::Present));
    assert!(strict.is_err() || present.is_ok(), "{resource} {result}: {present:?}");
    assert_eq!(found(Mode::None), Ok(()), "{resource} {result}");
    strict.map_or_else(|mismatch| mismatch.to_string(), |()| "taken".to_owned())
}
