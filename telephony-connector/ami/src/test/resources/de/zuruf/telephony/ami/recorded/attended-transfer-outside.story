call 1: arrived from +498999998417 (null) to +493023125208 queue null
call 1: rings at 208 for +498999998417 queue null
call 1: answered by 208
call 1: held by 208
call 2: 208 calls 06990009123
call 2: reached
call 1: taken back by 208
call 1: 208 hands over to 006990009123
call 2: ended: ANSWERED
call 1: no longer talks: 208
call 1: ended: ANSWERED
