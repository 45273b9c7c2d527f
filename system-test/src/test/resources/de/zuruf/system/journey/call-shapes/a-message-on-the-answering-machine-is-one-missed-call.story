# 208 does not pick up within 2 s, the answering machine does.
recorded: in to +493023125193: NO_ANSWER, over after 3.5 s, left a message
recorded: 208 (clara) rang 2.0 s: NO_ANSWER
clara saw: RINGING, GONE (NO_ANSWER)
owed: a callback, 1 attempt, with a message
