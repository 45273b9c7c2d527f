# Queue technik: 207 rejects each time it is rung, the caller gives up.
recorded: in to +493023125160, queue technik: ABANDONED, over after 3.7 s
recorded: 207 (ben) rang 0.4 s: BUSY, and again
ben saw: RINGING, GONE (BUSY), and again
owed: a callback, 1 attempt
