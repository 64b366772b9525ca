{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "Label": "orders",
      "ItemProcessor": {
        "StartAt": "Ship",
        "States": { "Ship": { "Type": "Succeed" } }
      },
      "End": true
    }
  }
}
