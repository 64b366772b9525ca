{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Assign": { "total": 0 }, "Next": "Each" },
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "StartAt": "Add",
        "States": { "Add": { "Type": "Pass", "Assign": { "total": 1 }, "End": true } }
      },
      "End": true
    }
  }
}
