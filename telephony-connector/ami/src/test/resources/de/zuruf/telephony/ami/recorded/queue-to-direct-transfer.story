call 1: arrived from +498999998417 (null) to +493023125100 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 1: answered by 201
call 1: 201 sends to 208
call 1: no longer talks: 201
call 1: rings at 208 for +498999998417 queue null
call 1: answered by 208
call 1: no longer talks: 208
call 1: ended: ANSWERED
