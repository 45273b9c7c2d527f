call 1: arrived from +498999998417 (null) to +493023125208 queue null
call 1: ended: NO_ANSWER
