call 1: arrived from inside 201 (Agent 201) to 208 queue null
call 1: rings at 208 from inside for 201 queue null
call 1: answered by 208
call 1: no longer talks: 208
call 1: ended: ANSWERED
