{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Pass", "Next": "Done", "End": true },
    "Done": { "Type": "Succeed" }
  }
}
