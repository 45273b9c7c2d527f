# Direct dial of 201 with 4 s of patience in the dialplan: nobody picks up.
recorded: in to +493023125301: NO_ANSWER, over after 4.0 s
recorded: 201 (anna) rang 4.0 s: NO_ANSWER
anna saw: RINGING, GONE (NO_ANSWER)
owed: a callback, 1 attempt
