[ "StartAt", "States" ]
