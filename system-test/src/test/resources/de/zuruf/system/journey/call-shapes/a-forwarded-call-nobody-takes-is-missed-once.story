# 208 rejects, the dialplan tries 207; the caller gives up.
recorded: in to +493023125190: ABANDONED, over after 2.6 s
recorded: 208 (clara) rang 0.4 s: BUSY
recorded: 207 (ben) rang 2.2 s: CALLER_GAVE_UP
ben saw: RINGING, GONE (CALLER_GAVE_UP)
clara saw: RINGING, GONE (BUSY)
owed: a callback, 1 attempt
