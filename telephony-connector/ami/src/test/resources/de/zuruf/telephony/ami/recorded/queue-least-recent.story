call 1: arrived from +498999998417 (null) to +493023125140 queue export
call 1: rings at 205 for +498999998417 queue export
call 1: answered by 205
call 1: no longer talks: 205
call 1: ended: ANSWERED
call 2: arrived from 06990009123 (null) to +493023125140 queue export
call 2: rings at 206 for 06990009123 queue export
call 2: answered by 206
call 2: no longer talks: 206
call 2: ended: ANSWERED
