{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "ResultPath": "$.orders[*].id", "End": true }
  }
}
