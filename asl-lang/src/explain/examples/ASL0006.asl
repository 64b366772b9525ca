{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Pass",
      "Comment": "charges the card",
      "Comment": "reserves the amount",
      "End": true
    }
  }
}
