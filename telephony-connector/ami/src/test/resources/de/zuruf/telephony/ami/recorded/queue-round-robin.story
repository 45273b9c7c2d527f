call 1: arrived from 06990009123 (null) to +493023125150 queue service
call 1: rings at 205 for 06990009123 queue service
call 1: answered by 205
call 1: no longer talks: 205
call 1: ended: ANSWERED
