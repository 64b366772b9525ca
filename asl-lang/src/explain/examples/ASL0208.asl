{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Result": { "id.$": "$.order.id" }, "End": true }
  }
}
