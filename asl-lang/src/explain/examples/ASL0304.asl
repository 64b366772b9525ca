{
  "StartAt": "Check",
  "States": {
    "Check": {
      "Type": "Parallel",
      "Branches": [
        { "StartAt": "Check", "States": { "Check": { "Type": "Succeed" } } }
      ],
      "End": true
    }
  }
}
