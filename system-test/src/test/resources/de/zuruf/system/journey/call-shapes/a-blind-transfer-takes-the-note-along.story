# 208 picks up, writes a note and transfers to 207 without asking, which picks up.
recorded: in to +493023125208: ANSWERED after 0.4 s, last by 207 (ben), over after 12.7 s
recorded: 208 (clara) rang 0.4 s, talked 2.5 s, the call went on, sent on to 207
recorded: 207 (ben) rang 3.0 s, talked 6.8 s, to the end
ben saw: [answered] RINGING, TALKING, WRAP_UP
clara saw: RINGING, [answered] TALKING, WRAP_UP, DONE
owed: nothing
