{
  "QueryLanguage": "JSONata",
  "StartAt": "Done",
  "States": {
    "Done": { "Type": "Succeed", "QueryLanguage": "JSONPath" }
  }
}
