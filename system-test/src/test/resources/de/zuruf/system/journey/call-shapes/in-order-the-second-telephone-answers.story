# Queue reihe, linear: 207 rings in vain for 2 s, then 208 picks up.
recorded: in to +493023125131, queue reihe: ANSWERED after 3.6 s, last by 208 (clara), over after 4.4 s
recorded: 207 (ben) rang 2.0 s: NO_ANSWER
recorded: 208 (clara) rang 0.6 s, talked 0.8 s, to the end
ben saw: RINGING, GONE (NO_ANSWER)
clara saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
