{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Parameters": { "id": 0, "id.$": "$.id" }, "End": true }
  }
}
