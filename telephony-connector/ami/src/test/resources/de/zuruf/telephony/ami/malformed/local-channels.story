call 1: arrived from 06990009123 (null) to 03023125208 queue 600
call 1: rings at 208 for 06990009123 queue 600
call 1: answered by 208
call 1: no longer talks: 208
call 1: ended: ANSWERED
