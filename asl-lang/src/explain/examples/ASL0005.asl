{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Seconds": 1e999, "End": true }
  }
}
