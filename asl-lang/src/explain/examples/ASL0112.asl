{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Assign": { "states.$": "$.id" }, "End": true }
  }
}
