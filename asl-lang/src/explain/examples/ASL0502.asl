{
  "QueryLanguage": "JSONata",
  "StartAt": "Greet",
  "States": {
    "Greet": {
      "Type": "Pass",
      "Output": "{% 'Hello ' & name %}",
      "End": true
    }
  }
}
