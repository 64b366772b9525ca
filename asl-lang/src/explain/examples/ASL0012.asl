StartAt: Charge
States:
  Charge:
    Type: Task
    Resource: !GetAtt ChargeFunction.Arn
    End: true
