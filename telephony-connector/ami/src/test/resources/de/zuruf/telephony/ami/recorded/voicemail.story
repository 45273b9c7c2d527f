call 1: arrived from +498999998417 (null) to +493023125193 queue null
call 1: rings at 208 for +498999998417 queue null
call 1: stops ringing at 208: NO_ANSWER
call 1: message left for 208@default
call 1: ended: NO_ANSWER
