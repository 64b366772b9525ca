{
  "StartAt": "Paid?",
  "States": {
    "Paid?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.payments[*].id", "IsPresent": true, "Next": "Done" }],
      "Default": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
