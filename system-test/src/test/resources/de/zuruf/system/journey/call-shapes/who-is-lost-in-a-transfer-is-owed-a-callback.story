# 208 picks up and transfers to 207 without asking; the caller gives up.
recorded: in to +493023125208: ANSWERED after 0.4 s, last by 208 (clara), over after 2.9 s
recorded: 208 (clara) rang 0.4 s, talked 0.6 s, the call went on, sent on to 207
recorded: 207 (ben) rang 1.9 s: CALLER_GAVE_UP
ben saw: [answered] RINGING, GONE (CALLER_GAVE_UP)
clara saw: RINGING, [answered] TALKING, WRAP_UP
owed: a callback, 1 attempt, passed on
