# 208 does not pick up within 3 s, the dialplan tries 207, which picks up (forwarded when silent).
recorded: in to +493023125190: ANSWERED after 3.5 s, last by 207 (ben), over after 4.3 s
recorded: 208 (clara) rang 3.0 s: NO_ANSWER
recorded: 207 (ben) rang 0.5 s, talked 0.8 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
clara saw: RINGING, GONE (NO_ANSWER)
owed: nothing
