# Queue vertrieb: 201 rejects, 202 picks up a little later.
recorded: in to +493023125100, queue vertrieb: ANSWERED after 1.9 s, last by 202, over after 2.7 s
recorded: 201 (anna) rang 0.5 s: BUSY
recorded: 202 rang 1.9 s, talked 0.8 s, to the end
anna saw: RINGING, GONE (BUSY)
owed: nothing
