{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Seconds": ${Pause}, "End": true }
  }
}
