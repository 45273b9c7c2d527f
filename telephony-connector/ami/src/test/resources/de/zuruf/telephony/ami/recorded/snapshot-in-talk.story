call 1: arrived from +498999998417 (null) to +493023125100 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 2: arrived from 04066969321 (null) to +493023125160 queue technik
call 3: arrived from 06990009123 (null) to +493023125208 queue null
call 3: rings at 208 for 06990009123 queue null
call 1: answered by 201
call 2: ended: ABANDONED
call 3: stops ringing at 208: CALLER_GAVE_UP
call 3: ended: ABANDONED
call 1: no longer talks: 201
call 1: ended: ANSWERED
