{
  "StartAt": "Pause",
  "States": {
    "Pause": { "Type": "Wait", "Timestamp": "2026-03-14 09:00", "End": true }
  }
}
