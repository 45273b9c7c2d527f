# Queue vertrieb: 201 and 202 ring, the caller gives up.
recorded: in to +493023125100, queue vertrieb: ABANDONED, over after 1.8 s
recorded: 201 (anna) rang 1.8 s: CALLER_GAVE_UP
recorded: 202 rang 1.8 s: CALLER_GAVE_UP
anna saw: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
