call 1: arrived from +498999998417 (null) to +493023125192 queue fern
call 1: rings at 206 for +498999998417 queue fern
call 1: answered by 206
call 1: no longer talks: 206
call 1: ended: ANSWERED
