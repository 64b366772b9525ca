//! `MaxDelaySeconds` is more than `IntervalSeconds`.

use super::{Context, finding};
use crate::diagnostic::Code;

/// `IntervalSeconds` where it is not given.
const DEFAULT_INTERVAL: u32 = 1;

pub(super) fn check(cx: &mut Context<'_>) {
    for (scope, state) in cx.states() {
        for (index, retrier) in state.retriers().iter().enumerate() {
            let Some(most) = retrier.max_delay_seconds else {
                continue;
            };
            let interval = retrier.interval_seconds.map_or(DEFAULT_INTERVAL, |i| i.value);
            if most.value <= interval {
                let message = format!(
                    "`MaxDelaySeconds` has to be more than `IntervalSeconds`, which is {interval}"
                );
                let mut finding = finding(Code::MaxDelay, message, most.span)
                    .label("even the first delay is not shorter")
                    .help(format!("make it more than {interval}, or remove it"));
                if let Some(interval) = retrier.interval_seconds {
                    finding = finding.also(interval.span, "the interval is here");
                }
                let field = format!("Retry[{index}]/MaxDelaySeconds");
                cx.report(scope, state, &field, finding);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::validate::testing::task;

    fn retry(fields: &str) -> Vec<String> {
        task(&format!(r#""Retry": [{{"ErrorEquals": ["E"], {fields}}}]"#))
    }

    #[test]
    fn more_than_the_interval() {
        assert_eq!(retry(r#""IntervalSeconds": 2, "MaxDelaySeconds": 3"#), [""; 0]);
        let expected = "/States/A/Retry[0]/MaxDelaySeconds: `MaxDelaySeconds` has to be more than \
                        `IntervalSeconds`, which is 3 <3> (even the first delay is not shorter) [make it more than 3, or remove it]";
        assert_eq!(retry(r#""IntervalSeconds": 3, "MaxDelaySeconds": 3"#), [expected]);
        assert!(retry(r#""MaxDelaySeconds": 1"#)[0].contains("which is 1"));
    }
}
