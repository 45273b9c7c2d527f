call 1: arrived from +498999998417 (null) to +493023125100 queue vertrieb
call 1: ended: ABANDONED
