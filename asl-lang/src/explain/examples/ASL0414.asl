{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "Result": 0, "End": true }
  }
}
