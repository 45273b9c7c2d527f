# Direct dial of 201, whose agent rejects.
recorded: in to +493023125201: BUSY, over after 0.6 s
recorded: 201 (anna) rang 0.6 s: BUSY
anna saw: RINGING, GONE (BUSY)
owed: a callback, 1 attempt
