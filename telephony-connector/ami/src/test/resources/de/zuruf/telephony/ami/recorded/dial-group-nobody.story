call 1: arrived from +498999998417 (null) to +493023125180 queue null
call 1: rings at 201 for +498999998417 queue null
call 1: rings at 202 for +498999998417 queue null
call 1: stops ringing at 201: CALLER_GAVE_UP
call 1: stops ringing at 202: CALLER_GAVE_UP
call 1: ended: ABANDONED
