//! `HeartbeatSeconds` is less than `TimeoutSeconds` where both are constants.

use super::{Context, finding};
use crate::ast::{Dynamic, StateKind};
use crate::diagnostic::Code;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        let StateKind::Task(task) = &state.kind else {
            continue;
        };
        let (Some(timeout), Some(heartbeat)) = (&task.timeout_seconds, &task.heartbeat_seconds)
        else {
            continue;
        };
        if let (Dynamic::Literal(limit), Dynamic::Literal(beat)) =
            (&timeout.value, &heartbeat.value)
            && beat >= limit
        {
            let message = "`HeartbeatSeconds` has to be less than `TimeoutSeconds`";
            let finding = finding(Code::Heartbeat, message, heartbeat.span)
                .label("a heartbeat this late is never missed")
                .also(timeout.span, "the timeout is here")
                .help(format!("make it less than {limit}"));
            cx.report(scope, state, "HeartbeatSeconds", finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    #[test]
    fn less_than_the_timeout() {
        assert_eq!(task(r#""TimeoutSeconds": 3, "HeartbeatSeconds": 2"#), [""; 0]);
        let expected = "/States/A/HeartbeatSeconds: `HeartbeatSeconds` has to be less than \
                        `TimeoutSeconds` <3> (a heartbeat this late is never missed) [make it less than 3]";
        assert_eq!(task(r#""TimeoutSeconds": 3, "HeartbeatSeconds": 3"#), [expected]);
        assert_eq!(task(r#""TimeoutSeconds": 3, "HeartbeatSecondsPath": "$.h""#), [""; 0]);
    }
}
