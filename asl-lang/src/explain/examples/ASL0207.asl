{
  "StartAt": "Stop",
  "States": {
    "Stop": { "Type": "Fail", "Error": "Refused", "Cause": "$.reason" }
  }
}
