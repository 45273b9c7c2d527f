# Direct dial of 207, the caller gives up while it rings.
recorded: in to +493023125207: ABANDONED, over after 1.5 s
recorded: 207 (ben) rang 1.5 s: CALLER_GAVE_UP
ben saw: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
