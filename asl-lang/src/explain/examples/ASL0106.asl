{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Seconds": 100000000, "End": true }
  }
}
