{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Task", "End": true }
  }
}
