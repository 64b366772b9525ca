{
  "QueryLanguage": "JSONata",
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Output": { "id": "{% $states.input.id }" }, "End": true }
  }
}
