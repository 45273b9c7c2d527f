call 1: arrived from +498999998417 (null) to +493023125160 queue technik
call 1: rings at 207 for +498999998417 queue technik
call 1: answered by 207
call 1: no longer talks: 207
call 1: ended: ANSWERED
