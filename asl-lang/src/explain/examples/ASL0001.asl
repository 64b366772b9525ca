{
  "Comment": "Grüße",
  "StartAt": "Done",
  "States": { "Done": { "Type": "Succeed" } }
}
