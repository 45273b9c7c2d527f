call 1: arrived from +498999998417 (null) to +493023125100 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 1: rings at 202 for +498999998417 queue vertrieb
call 1: stops ringing at 201: BUSY
call 1: answered by 202
call 1: no longer talks: 202
call 1: ended: ANSWERED
