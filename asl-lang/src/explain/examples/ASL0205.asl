{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Parameters": { "id": "$.order.id" }, "End": true }
  }
}
