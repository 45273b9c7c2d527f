# 201 is called in vain and calls back; the caller picks up.
recorded: 1: in to +493023125201: ABANDONED, over after 1.2 s
recorded: 1: 201 (anna) rang 1.2 s: CALLER_GAVE_UP
recorded: 2: out from 201 (anna) to the caller: ANSWERED after 0.4 s, over after 1.3 s
anna saw: 1: RINGING, GONE (CALLER_GAVE_UP)
owed: nothing
