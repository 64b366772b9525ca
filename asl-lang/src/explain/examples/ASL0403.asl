{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:eu-central-1:123456789012:function:charge",
      "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 10, "MaxDelaySeconds": 5 }],
      "End": true
    }
  }
}
