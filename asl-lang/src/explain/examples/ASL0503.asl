{
  "QueryLanguage": "JSONata",
  "StartAt": "Shout",
  "States": {
    "Shout": {
      "Type": "Pass",
      "Output": "{% $upperCase($states.input.name) %}",
      "End": true
    }
  }
}
