call 1: arrived from +498999998417 (null) to +493023125195 queue zweit
call 1: rings at 207 for +498999998417 queue zweit
call 1: answered by 207
call 2: arrived from 06990009123 (null) to +493023125195 queue zweit
call 2: rings at 207 for 06990009123 queue zweit
call 2: answered by 207
call 2: no longer talks: 207
call 2: ended: ANSWERED
call 1: no longer talks: 207
call 1: ended: ANSWERED
