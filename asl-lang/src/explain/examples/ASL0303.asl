{
  "StartAt": "Ask",
  "States": {
    "Ask": { "Type": "Pass", "Next": "Wait" },
    "Wait": { "Type": "Wait", "Seconds": 60, "Next": "Ask" }
  }
}
