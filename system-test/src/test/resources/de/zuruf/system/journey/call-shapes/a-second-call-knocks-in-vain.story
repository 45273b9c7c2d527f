# 207 talks when a second call of another caller knocks; he gives up.
recorded: 1: in to +493023125207: ANSWERED after 0.9 s, last by 207 (ben), over after 4.5 s
recorded: 1: 207 (ben) rang 0.9 s, talked 3.6 s, to the end
recorded: 2: in to +493023125207: ABANDONED, over after 0.7 s
recorded: 2: 207 (ben) rang 0.7 s: CALLER_GAVE_UP
ben saw: 1: RINGING, [answered] TALKING, WRAP_UP
ben saw: 2: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
