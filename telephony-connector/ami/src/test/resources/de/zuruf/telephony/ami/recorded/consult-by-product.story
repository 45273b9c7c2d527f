call 1: arrived from +498999998417 (null) to +493023125208 queue null
call 1: rings at 208 for +498999998417 queue null
call 1: answered by 208
call 1: held by 208
call 1: 208 asks 207
call 2: arrived from inside 208 (Agent 208) to 207 queue null
call 2: rings at 207 from inside for 208 queue null
call 2: answered by 207
call 1: 208 talks with 207
call 2: no longer talks: 207
call 1: rings at 207 for +498999998417 queue null
call 1: answered by 207
call 2: ended: ANSWERED
call 1: 208 hands over to 207
call 1: no longer talks: 208
call 1: no longer talks: 207
call 1: ended: ANSWERED
