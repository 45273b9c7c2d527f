call 1: arrived from +498999998417 (null) to +493023125208 queue null
call 1: rings at 208 for +498999998417 queue null
call 1: answered by 208
call 1: parked at 701
call 1: no longer talks: 208
call 1: rings at 208 for +498999998417 queue null
call 1: answered by 208
call 1: no longer talks: 208
call 1: ended: ANSWERED
