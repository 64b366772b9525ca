//! `Resource`: what work a Task names.

use crate::json::has_placeholder;

/// A `Resource`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Resource {
    /// The text as written.
    pub arn: String,
    /// What it names.
    pub kind: ResourceKind,
}

/// What a `Resource` names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ResourceKind {
    /// `arn:<partition>:lambda:<region>:<account>:function:<name>`
    LambdaFunction {
        /// Name of the function.
        name: String,
    },
    /// `arn:<partition>:states:<region>:<account>:activity:<name>`
    Activity {
        /// Name of the activity.
        name: String,
    },
    /// `arn:<partition>:states:::<service>:<action>`, also with `.sync`, `.sync:2` or
    /// `.waitForTaskToken`.
    Integration {
        /// The service: `lambda`, `aws-sdk:s3`.
        service: String,
        /// The action without its pattern: `invoke`.
        action: String,
        /// When the Task is done.
        pattern: IntegrationPattern,
    },
    /// Anything else, such as an unfilled `${Placeholder}`.
    Other,
}

/// When a Task with an integration is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IntegrationPattern {
    /// When the service has answered.
    RequestResponse,
    /// `.sync`: when the job has ended.
    Sync,
    /// `.sync:2`: when the job has ended; its output is JSON.
    Sync2,
    /// `.waitForTaskToken`: when somebody has sent the task's token back.
    WaitForTaskToken,
}

impl IntegrationPattern {
    /// What is written after the action.
    pub const fn suffix(self) -> &'static str {
        match self {
            IntegrationPattern::RequestResponse => "",
            IntegrationPattern::Sync => ".sync",
            IntegrationPattern::Sync2 => ".sync:2",
            IntegrationPattern::WaitForTaskToken => ".waitForTaskToken",
        }
    }
}

impl Resource {
    /// Reads the text of a `Resource`; what is not understood is [`ResourceKind::Other`].
    pub fn parse(arn: &str) -> Resource {
        Resource { arn: arn.to_owned(), kind: kind(arn).unwrap_or(ResourceKind::Other) }
    }
}

impl Resource {
    /// Whether it is an integration with API Gateway, whose parameters Step Functions itself
    /// checks before it calls the service.
    pub fn is_apigateway(&self) -> bool {
        matches!(&self.kind, ResourceKind::Integration { service, .. } if service == "apigateway")
    }
}

fn kind(arn: &str) -> Option<ResourceKind> {
    let mut parts = arn.splitn(6, ':');
    if parts.next()? != "arn" || parts.next()?.is_empty() {
        return None;
    }
    let (service, region, account, rest) =
        (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    match service {
        "lambda" => {
            let name = rest.strip_prefix("function:")?;
            let (name, qualifier) = name.split_once(':').unwrap_or((name, "$LATEST"));
            let named = !name.is_empty() && is_qualifier(qualifier);
            named.then(|| ResourceKind::LambdaFunction { name: name.to_owned() })
        }
        "states" if region.is_empty() && account.is_empty() => integration(rest),
        "states" => {
            let name = rest.strip_prefix("activity:")?;
            (!name.is_empty()).then(|| ResourceKind::Activity { name: name.to_owned() })
        }
        _ => None,
    }
}

/// Whether a text is a version or an alias of a Lambda function.
fn is_qualifier(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    text == "$LATEST" || has_placeholder(text) || !text.is_empty() && text.chars().all(plain)
}

/// `lambda:invoke.waitForTaskToken`, `aws-sdk:s3:getObject`.
fn integration(text: &str) -> Option<ResourceKind> {
    let patterns =
        [IntegrationPattern::Sync2, IntegrationPattern::Sync, IntegrationPattern::WaitForTaskToken];
    let (call, pattern) = patterns
        .into_iter()
        .find_map(|pattern| Some((text.strip_suffix(pattern.suffix())?, pattern)))
        .unwrap_or((text, IntegrationPattern::RequestResponse));
    let (service, action) = call.rsplit_once(':')?;
    let known = !service.is_empty() && !action.is_empty() && !action.contains('.');
    known.then(|| ResourceKind::Integration {
        service: service.to_owned(),
        action: action.to_owned(),
        pattern,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integration(service: &str, action: &str, pattern: IntegrationPattern) -> ResourceKind {
        ResourceKind::Integration { service: service.into(), action: action.into(), pattern }
    }

    #[test]
    fn lambda_functions_and_activities() {
        let name = "charge".to_owned();
        let arn = "arn:aws:lambda:us-east-1:123456789012:function:charge:$LATEST";
        assert_eq!(Resource::parse(arn).kind, ResourceKind::LambdaFunction { name: name.clone() });
        let arn = "arn:aws-cn:states:us-east-1:123456789012:activity:charge";
        assert_eq!(Resource::parse(arn).kind, ResourceKind::Activity { name });
    }

    #[test]
    fn integrations() {
        use IntegrationPattern::*;
        for (text, expected) in [
            ("lambda:invoke", integration("lambda", "invoke", RequestResponse)),
            ("states:startExecution.sync", integration("states", "startExecution", Sync)),
            ("states:startExecution.sync:2", integration("states", "startExecution", Sync2)),
            (
                "sqs:sendMessage.waitForTaskToken",
                integration("sqs", "sendMessage", WaitForTaskToken),
            ),
            ("aws-sdk:s3:getObject", integration("aws-sdk:s3", "getObject", RequestResponse)),
        ] {
            assert_eq!(Resource::parse(&format!("arn:aws:states:::{text}")).kind, expected);
        }
    }

    #[test]
    fn anything_else() {
        for arn in [
            "",
            "arn",
            "arn:aws:s3:::bucket",
            "${Charge}",
            "arn:aws:states:::lambda",
            "arn:aws:states:::lambda:invoke.async",
            "arn:aws:lambda:us-east-1:1:function:",
            "arn:aws:lambda:us-east-1:1:function:charge:",
            "arn:aws:lambda:us-east-1:1:function:charge:$*#",
            "arn:aws:states:us-east-1:1:stateMachine:x",
        ] {
            assert_eq!(Resource::parse(arn).kind, ResourceKind::Other, "{arn}");
        }
    }
}
