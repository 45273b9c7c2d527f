call 1: arrived from +498999998417 (null) to +493023125160 queue technik
call 1: ended: ABANDONED
