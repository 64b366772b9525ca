{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:charge",
      "Retry": [
        { "ErrorEquals": ["States.ALL"] },
        { "ErrorEquals": ["Busy"], "MaxAttempts": 10 }
      ],
      "End": true
    }
  }
}
