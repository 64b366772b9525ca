{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemBatcher": { "BatchInput": { "year": 2026 } },
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Ship",
        "States": { "Ship": { "Type": "Succeed" } }
      },
      "End": true
    }
  }
}
