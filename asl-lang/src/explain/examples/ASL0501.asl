{
  "QueryLanguage": "JSONata",
  "StartAt": "Sum",
  "States": {
    "Sum": {
      "Type": "Pass",
      "Output": "{% $sum($states.input.items[price > 10,) %}",
      "End": true
    }
  }
}
