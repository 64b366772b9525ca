//! Which operation a `Resource` stands for, and what Step Functions makes of its answer.

use super::name;

/// The operation whose answer is the result of a task.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// As `aws-sdk` integrations name it.
    pub(super) service: String,
    /// In any case.
    pub(super) operation: String,
    /// Of an `aws-sdk` integration, whose fields are named as in the AWS SDK for Java.
    pub(super) sdk: bool,
    /// Fields whose text Step Functions reads as JSON.
    pub(super) json: &'static [&'static str],
}

impl Target {
    /// `None` where there is no operation whose answer is the result.
    pub(super) fn of(resource: &str) -> Option<Target> {
        let (partition, integration) = resource.strip_prefix("arn:")?.split_once(":states:::")?;
        if partition.contains(':') {
            return None;
        }
        match integration.strip_prefix("aws-sdk:") {
            Some(integration) => sdk(integration),
            None => optimized(integration),
        }
    }
}

fn sdk(integration: &str) -> Option<Target> {
    let (service, operation) = integration.split_once(':')?;
    // With `.waitForTaskToken` the result is what is sent with the token.
    (!operation.contains('.')).then(|| Target {
        service: service.to_owned(),
        operation: operation.to_owned(),
        sdk: true,
        json: &[],
    })
}

fn optimized(integration: &str) -> Option<Target> {
    let (service, action) = integration.split_once(':')?;
    let (action, pattern) = action.split_once('.').unwrap_or((action, ""));
    let operation = match pattern {
        "" => action.to_owned(),
        "sync" | "sync:2" => polled(service, action)?,
        _ => return None,
    };
    let json: &[&str] = match (service, action) {
        ("lambda", "invoke") => &["Payload"],
        ("bedrock", "invokeModel") => &["Body"],
        _ => &[],
    };
    Some(Target { service: model(service, action)?.to_owned(), operation, sdk: false, json })
}

/// The name of a service's model. API Gateway's and HTTP's `invoke`, and EKS's `call` and `runJob`
/// are operations of no service.
fn model<'a>(service: &'a str, action: &str) -> Option<&'a str> {
    Some(match (service, action) {
        ("apigateway" | "http", _) | ("eks", "call" | "runJob") => return None,
        ("bedrock", "invokeModel") => "bedrockruntime",
        ("elasticmapreduce", _) => "emr",
        ("emr-containers", _) => "emrcontainers",
        ("emr-serverless", _) => "emrserverless",
        ("events", _) => "eventbridge",
        ("states", _) => "sfn",
        _ => service,
    })
}

/// The operation by which Step Functions sees a job end, where its whole answer is the result. The
/// results of other jobs are parts of such an answer.
fn polled(service: &str, action: &str) -> Option<String> {
    Some(match (service, action) {
        ("states", "startExecution") => "describeExecution".to_owned(),
        ("athena", "startQueryExecution") => "getQueryExecution".to_owned(),
        ("sagemaker", _) => {
            format!("describe{}", name::capitalized(action.strip_prefix("create")?))
        }
        _ => return None,
    })
}
