{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemReader": {
        "Resource": "arn:aws:states:::s3:getObject",
        "Parameters": { "Bucket": "orders", "Key": "2026.csv" },
        "ReaderConfig": { "InputType": "CSV", "CSVHeaders": ["id", "total"] }
      },
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Ship",
        "States": { "Ship": { "Type": "Succeed" } }
      },
      "End": true
    }
  }
}
