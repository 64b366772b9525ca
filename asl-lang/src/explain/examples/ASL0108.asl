{
  "StartAt": "Fork",
  "States": {
    "Fork": { "Type": "Parallel", "Branches": [], "End": true }
  }
}
