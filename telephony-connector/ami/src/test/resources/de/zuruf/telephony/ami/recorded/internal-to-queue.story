call 1: arrived from inside 208 (Agent 208) to 600 queue vertrieb
call 1: rings at 201 from inside for 208 queue vertrieb
call 1: answered by 201
call 1: no longer talks: 201
call 1: ended: ANSWERED
