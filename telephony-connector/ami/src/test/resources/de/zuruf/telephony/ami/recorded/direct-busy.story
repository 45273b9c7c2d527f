call 1: arrived from +498999998417 (null) to +493023125208 queue null
call 1: rings at 208 for +498999998417 queue null
call 1: stops ringing at 208: BUSY
call 1: ended: BUSY
