call 1: arrived from +498999998417 (null) to +493023125180 queue null
call 1: rings at 201 for +498999998417 queue null
call 1: rings at 202 for +498999998417 queue null
call 1: rings at 203 for +498999998417 queue null
call 1: stops ringing at 201: ANSWERED_ELSEWHERE
call 1: stops ringing at 203: ANSWERED_ELSEWHERE
call 1: answered by 202
call 1: no longer talks: 202
call 1: ended: ANSWERED
