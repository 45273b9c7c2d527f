# 208 rings, 207 picks the call up from there (*8208).
recorded: in to +493023125208: ANSWERED after 0.7 s, last by 207 (ben), over after 2.7 s
recorded: 208 (clara) rang 0.7 s: ANSWERED_ELSEWHERE
recorded: 207 (ben) came without ringing, talked 2.0 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
clara saw: RINGING, [answered] GONE (ANSWERED_ELSEWHERE)
owed: nothing
