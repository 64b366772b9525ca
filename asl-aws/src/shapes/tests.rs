//! What AWS was seen to answer, and the data as a whole.

use asl_runtime::Value;

use super::model::Shape;
use super::{Mode, archive, check, name};

#[track_caller]
fn expect(resource: &str, result: &str, mode: Mode, text: &str) {
    let result = Value::from_json(result.as_bytes()).expect("JSON");
    let found = check(&format!("arn:aws:states:::{resource}"), &result, mode);
    assert_eq!(
        found.map_err(|mismatch| mismatch.to_string()).err().as_deref().unwrap_or_default(),
        text
    );
}

#[test]
fn types() {
    let strict = |resource, result, text| expect(resource, result, Mode::Strict, text);
    strict("events:putEvents", r#"{"Entries": "text"}"#, "Field 'Entries' must be an array");
    strict(
        "events:putEvents",
        r#"{"Entries": [{"EventId": "a"}, {"EventId": []}]}"#,
        "Field 'EventId' must be a string",
    );
    strict(
        "aws-sdk:s3:getObject",
        r#"{"ContentLength": "9000"}"#,
        "Field 'ContentLength' must be a number",
    );
    strict(
        "aws-sdk:s3:getObject",
        r#"{"DeleteMarker": "true"}"#,
        "Field 'DeleteMarker' must be a boolean",
    );
    strict("aws-sdk:s3:getObject", r#"{"Metadata": []}"#, "Field 'Metadata' must be an object");
    strict(
        "aws-sdk:s3:getObject",
        r#"{"Metadata": {"key": 1}}"#,
        "Field 'Metadata' must be a string",
    );
    strict(
        "dynamodb:putItem",
        r#"{"ConsumedCapacity": {"CapacityUnits": "1"}}"#,
        "Field 'CapacityUnits' must be a number",
    );
    strict("lambda:invoke", r#"{"StatusCode": "200"}"#, "Field 'StatusCode' must be a number");
    strict(
        "aws-sdk:kms:encrypt",
        r#"{"CiphertextBlob": 123}"#,
        "Field 'CiphertextBlob' must be a string",
    );
    strict(
        "aws-sdk:lambda:getFunction",
        r#"{"Configuration": 1}"#,
        "Field 'Configuration' must be an object",
    );
}

#[test]
fn bounds_and_enumerations() {
    let present = |resource, result, text| expect(resource, result, Mode::Present, text);
    let function = "aws-sdk:lambda:getFunction";
    present(
        function,
        r#"{"Configuration": {"MemorySize": 127}}"#,
        "Field 'MemorySize' is less than the minimum value",
    );
    present(
        function,
        r#"{"Configuration": {"MemorySize": 10241}}"#,
        "Field 'MemorySize' exceeds the maximum value",
    );
    present(function, r#"{"Configuration": {"MemorySize": 128}}"#, "");
    present(
        "aws-sdk:kms:encrypt",
        r#"{"CiphertextBlob": ""}"#,
        "Field 'CiphertextBlob' is smaller than the minimum length",
    );
    present(
        "aws-sdk:s3:getObject",
        r#"{"StorageClass": "Papyrus"}"#,
        "Field 'StorageClass' is not an expected value",
    );
    present("aws-sdk:s3:getObject", r#"{"StorageClass": "GLACIER"}"#, "");
}

#[test]
fn required_fields() {
    let start = "states:startExecution";
    let other_case = r#"{"executionArn": "arn", "startDate": "now"}"#;
    expect(start, other_case, Mode::Strict, "Required field 'ExecutionArn' is missing");
    expect(start, other_case, Mode::Present, "");
    expect(
        start,
        r#"{"ExecutionArn": "arn"}"#,
        Mode::Strict,
        "Required field 'StartDate' is missing",
    );
    expect(
        start,
        r#"{"ExecutionArn": "arn", "StartDate": true}"#,
        Mode::Strict,
        "Field 'StartDate' must be a string",
    );
    expect(
        start,
        r#"{"ExecutionArn": "arn", "StartDate": "2025-01-01T00:00:00"}"#,
        Mode::Strict,
        "",
    );
    expect(start, "{}", Mode::None, "");
}

#[test]
fn a_sync_task_answers_as_the_operation_that_sees_its_end() {
    let described = r#"{"ExecutionArn": "arn", "StateMachineArn": "arn", "Status": "SUCCEEDED", "StartDate": "now", "Output": {"a": 1}}"#;
    let text = "Field 'Output' must be a string";
    expect("states:startExecution.sync", described, Mode::Strict, text);
    // TestState wants what the operation answers, though Step Functions reads this text.
    expect("states:startExecution.sync:2", described, Mode::Strict, text);
    expect(
        "states:startExecution.sync:2",
        "{}",
        Mode::Strict,
        "Required field 'ExecutionArn' is missing",
    );
}

#[test]
fn what_no_model_tells_is_not_checked() {
    for resource in [
        "apigateway:invoke",
        "http:invoke",
        "eks:call",
        "batch:submitJob.sync",
        "unknown:thing",
        "lambda",
        "sqs:sendMessage.waitForTaskToken",
        "aws-sdk:s3:noSuchThing",
        "aws-sdk:no",
        "",
        "aws-sdk:",
    ] {
        expect(resource, r#"{"StatusCode": "x", "MessageId": 1}"#, Mode::Strict, "");
    }
    expect("lambda:invoke", r#"{"Payload": {"any": 1}, "Other": 1}"#, Mode::Strict, "");
    expect("lambda:invoke", "[1]", Mode::Strict, "");
    let function = "arn:aws:lambda:us-east-1:123456789012:function:f";
    assert_eq!(check(function, &Value::from(1), Mode::Strict), Ok(()));
}

#[test]
fn fields_of_the_sdk_are_named_as_in_java() {
    for (model, expected) in [
        ("executionArn", "ExecutionArn"),
        ("ETag", "ETag"),
        ("ChecksumCRC32", "ChecksumCRC32"),
        ("SSEKMSKeyId", "SsekmsKeyId"),
        ("DBInstances", "DbInstances"),
        ("MD5OfMessageBody", "Md5OfMessageBody"),
        ("CanonicalHostedZoneNameID", "CanonicalHostedZoneNameID"),
        ("ID", "Id"),
        ("a", "A"),
        ("", ""),
    ] {
        assert_eq!(name::sdk_field(model), expected);
    }
    expect(
        "aws-sdk:sqs:sendMessage",
        r#"{"Md5OfMessageBody": 1}"#,
        Mode::Present,
        "Field 'Md5OfMessageBody' must be a string",
    );
    expect(
        "sqs:sendMessage",
        r#"{"MD5OfMessageBody": 1}"#,
        Mode::Present,
        "Field 'MD5OfMessageBody' must be a string",
    );
}

#[test]
fn every_service_can_be_read_and_its_shapes_are_there() {
    let mut names: Vec<_> = archive::services().collect();
    names.sort_unstable();
    assert!(names.len() > 400, "{}", names.len());
    for name in names {
        let service = archive::service(name).unwrap_or_else(|| panic!("{name}"));
        for shape in service.shapes() {
            let inner: Vec<usize> = match shape {
                Shape::Structure(fields) => fields.iter().map(|field| field.shape).collect(),
                Shape::List(of, _) | Shape::Map(of, _) => vec![*of],
                _ => Vec::new(),
            };
            assert!(
                inner.iter().all(|number| service.shape(*number).is_some()),
                "{name}: {shape:?}"
            );
        }
    }
}

/// The services and operations that published definitions use are known by the names they use.
#[test]
fn names_of_services() {
    for (service, operation) in [
        ("sfn", "sendTaskSuccess"),
        ("eventbridge", "putEvents"),
        ("cloudwatchlogs", "filterLogEvents"),
        ("config", "listAggregateDiscoveredResources"),
        ("databasemigration", "startReplicationTask"),
        ("bedrockagent", "startIngestionJob"),
        ("rds", "createDBInstance"),
        ("s3", "listObjectsV2"),
        ("elasticloadbalancingv2", "describeTargetHealth"),
        ("costexplorer", "getCostAndUsage"),
        ("emrserverless", "startJobRun"),
        ("emrcontainers", "startJobRun"),
        ("emr", "addJobFlowSteps"),
        ("bedrockruntime", "invokeModel"),
        ("cognitoidentityprovider", "adminGetUser"),
    ] {
        let service = archive::service(service).unwrap_or_else(|| panic!("{service}"));
        assert!(service.output(operation).is_some(), "{operation}");
    }
}
