{
  "StartAt": "",
  "States": {
    "": { "Type": "Succeed" }
  }
}
