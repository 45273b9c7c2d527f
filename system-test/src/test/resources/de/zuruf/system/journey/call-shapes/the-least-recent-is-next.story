# Queue selten, least recent first: 207 picks up the first call, so 208 gets the second.
recorded: 1: in to +493023125141, queue selten: ANSWERED after 0.5 s, last by 207 (ben), over after 1.2 s
recorded: 1: 207 (ben) rang 0.5 s, talked 0.7 s, to the end
recorded: 2: in to +493023125141, queue selten: ANSWERED after 0.5 s, last by 208 (clara), over after 1.2 s
recorded: 2: 208 (clara) rang 0.5 s, talked 0.7 s, to the end
ben saw: 1: RINGING, [answered] TALKING, WRAP_UP
clara saw: 2: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
