{
  "StartAt": "Report",
  "States": {
    "Report": {
      "Type": "Task",
      "Resource": "arn:aws:states:::glue:startJobRun.sync",
      "Parameters": { "JobName": "report" },
      "End": true
    }
  }
}
