# 208 picks up and sends the caller into a conference, where 208 and 207 join him.
recorded: in to +493023125208: ANSWERED after 0.4 s, last by 207 (ben), over after 7.4 s
recorded: 208 (clara) rang 0.4 s, talked 0.5 s, the call went on, sent on to 800
recorded: 208 (clara) came without ringing, talked 2.5 s, the call went on, partly with 207
recorded: 207 (ben) came without ringing, talked 1.0 s, the call went on, partly with 208
ben saw: [answered] RINGING, TALKING, WRAP_UP
clara saw: RINGING, [answered] TALKING, WRAP_UP, RINGING, TALKING, WRAP_UP
owed: nothing
