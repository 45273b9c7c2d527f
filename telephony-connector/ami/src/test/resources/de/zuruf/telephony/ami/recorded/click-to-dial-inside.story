call 1: arrived from inside 208 (null) to 207 queue null
call 1: rings at 207 from inside for 208 queue null
call 1: answered by 207
call 1: no longer talks: 207
call 1: ended: ANSWERED
