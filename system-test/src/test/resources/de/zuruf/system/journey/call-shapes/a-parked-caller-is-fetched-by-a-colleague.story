# 208 picks up and parks the caller, 207 fetches him.
recorded: in to +493023125208: ANSWERED after 0.4 s, last by 207 (ben), over after 4.9 s
recorded: 208 (clara) rang 0.4 s, talked 0.5 s, the call went on, sent on to 700
recorded: 207 (ben) came without ringing, talked 3.2 s, to the end
ben saw: [answered] RINGING, TALKING, WRAP_UP
clara saw: RINGING, [answered] TALKING, TALKING (parked), WRAP_UP (parked)
owed: nothing
