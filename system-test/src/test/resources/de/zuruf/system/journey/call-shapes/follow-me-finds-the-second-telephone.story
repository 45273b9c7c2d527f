# Follow-me of 208: 208 does not pick up within 2 s, 207 does.
recorded: in to +493023125194: ANSWERED after 2.6 s, last by 207 (ben), over after 3.9 s
recorded: 208 (clara) rang 2.0 s: NO_ANSWER
recorded: 207 (ben) rang 0.6 s, talked 1.3 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
clara saw: RINGING, GONE (NO_ANSWER)
owed: nothing
