StartAt: Ask
States:
  Ask:
    Type: Pass
    Result: yes
    End: true
