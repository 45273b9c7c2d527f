call 1: arrived from +498999998417 (null) to +493023125170 queue technik
call 1: rings at 207 for +498999998417 queue technik
call 1: stops ringing at 207: CALLER_GAVE_UP
call 1: ended: ABANDONED
