{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Pass", "Nxt": "Done", "End": true }
  }
}
