call 1: arrived from null (evil  <b>Müller</b>) to 03023125208 queue null
call 1: rings at 208 for null queue null
call 1: stops ringing at 208: CALLER_GAVE_UP
call 1: ended: ABANDONED
