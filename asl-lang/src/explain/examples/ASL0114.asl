{
  "StartAt": "Start",
  "States": {
    "Start": { "Type": "Pass", "Assign": { "orderId.$": "$.id" }, "Next": "Show" },
    "Show": { "Type": "Pass", "Parameters": { "id.$": "$orderID" }, "End": true }
  }
}
