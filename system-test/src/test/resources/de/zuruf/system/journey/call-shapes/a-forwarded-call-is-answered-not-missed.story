# 208 rejects, the dialplan tries 207, which picks up (forwarded when busy).
recorded: in to +493023125190: ANSWERED after 0.9 s, last by 207 (ben), over after 1.7 s
recorded: 208 (clara) rang 0.4 s: BUSY
recorded: 207 (ben) rang 0.5 s, talked 0.8 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
clara saw: RINGING, GONE (BUSY)
owed: nothing
