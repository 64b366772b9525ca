{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "Label": "orders",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Ship",
        "States": { "Ship": { "Type": "Succeed" } }
      },
      "Next": "Again"
    },
    "Again": {
      "Type": "Map",
      "Label": "orders",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Send",
        "States": { "Send": { "Type": "Succeed" } }
      },
      "End": true
    }
  }
}
