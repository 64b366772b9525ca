{
  "StartAt": "Add",
  "States": {
    "Add": { "Type": "Pass", "Parameters": { "sum.$": "States.MathAdd($.total, '1')" }, "End": true }
  }
}
