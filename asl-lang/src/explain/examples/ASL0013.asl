StartAt: Pause
States:
  Pause:
    Type: Wait
    Seconds: 010
    End: true
