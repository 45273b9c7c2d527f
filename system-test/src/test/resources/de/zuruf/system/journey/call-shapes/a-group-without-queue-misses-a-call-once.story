# 201 and 202 are dialled together; the caller gives up.
recorded: in to +493023125180: ABANDONED, over after 1.5 s
recorded: 201 (anna) rang 1.5 s: CALLER_GAVE_UP
recorded: 202 rang 1.5 s: CALLER_GAVE_UP
anna saw: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
