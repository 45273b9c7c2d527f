# Direct dial of 201, which is not registered: no screen shows anything.
recorded: in to +493023125201: NO_ANSWER, over after 0.0 s
owed: a callback, 1 attempt
