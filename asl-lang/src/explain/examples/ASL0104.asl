{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Seconds": "10", "End": true }
  }
}
