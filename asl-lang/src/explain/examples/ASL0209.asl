{
  "QueryLanguage": "JSONata",
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Output": { "id": "No. {% $states.input.id %}" }, "End": true }
  }
}
