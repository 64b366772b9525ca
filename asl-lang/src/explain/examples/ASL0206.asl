{
  "StartAt": "Log?",
  "States": {
    "Log?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.file", "StringMatches": "C:\\logs\\*", "Next": "Done" }],
      "Default": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}
