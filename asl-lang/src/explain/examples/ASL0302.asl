{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Next": "Done" },
    "Refund": { "Type": "Pass", "Next": "Done" },
    "Done": { "Type": "Succeed" }
  }
}
