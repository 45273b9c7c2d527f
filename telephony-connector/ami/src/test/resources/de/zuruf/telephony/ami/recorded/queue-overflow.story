call 1: arrived from +498999998417 (null) to +493023125120 queue vertrieb
call 1: rings at 201 for +498999998417 queue vertrieb
call 1: stops ringing at 201: NO_ANSWER
call 1: arrived from +498999998417 (null) to +493023125120 queue technik
call 1: rings at 207 for +498999998417 queue technik
call 1: answered by 207
call 1: no longer talks: 207
call 1: ended: ANSWERED
