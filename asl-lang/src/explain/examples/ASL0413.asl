{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:charge",
      "Catch": [{ "ErrorEquals": ["States.Runtime"], "Next": "Refused" }],
      "End": true
    },
    "Refused": { "Type": "Fail" }
  }
}
