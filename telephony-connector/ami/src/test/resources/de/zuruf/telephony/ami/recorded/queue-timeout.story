call 1: arrived from +498999998417 (null) to +493023125110 queue vertrieb
call 1: rings at 202 for +498999998417 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 1: stops ringing at 201: NO_ANSWER
call 1: stops ringing at 202: NO_ANSWER
call 1: ended: NO_ANSWER
