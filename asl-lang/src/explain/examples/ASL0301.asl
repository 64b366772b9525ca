{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Next": "ChargeCrad" },
    "ChargeCard": { "Type": "Succeed" }
  }
}
