{
  "StartAt": "Done",
  "States": {
    "Done": { "Type": "Success" }
  }
}
