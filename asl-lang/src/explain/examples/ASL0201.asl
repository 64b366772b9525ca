{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "InputPath": "$.orders[", "End": true }
  }
}
