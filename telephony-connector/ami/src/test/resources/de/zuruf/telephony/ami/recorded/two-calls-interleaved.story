call 1: arrived from +498999998417 (null) to +493023125100 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 1: rings at 202 for +498999998417 queue vertrieb
call 2: arrived from 06990009123 (null) to +493023125208 queue null
call 2: rings at 208 for 06990009123 queue null
call 2: answered by 208
call 1: answered by 201
call 1: stops ringing at 202: ANSWERED_ELSEWHERE
call 2: no longer talks: 208
call 2: ended: ANSWERED
call 1: no longer talks: 201
call 1: ended: ANSWERED
