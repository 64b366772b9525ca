{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Assign": { "order-id.$": "$.id" }, "End": true }
  }
}
