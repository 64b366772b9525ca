StartAt: Done
States:
  Done:
    Type: Succeed
