{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "Label": "orders of 2026",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Ship",
        "States": { "Ship": { "Type": "Succeed" } }
      },
      "End": true
    }
  }
}
