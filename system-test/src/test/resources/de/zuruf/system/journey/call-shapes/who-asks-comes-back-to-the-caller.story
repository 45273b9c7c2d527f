# 208 picks up, holds, asks 207, hangs up there and takes the caller back.
recorded: 1: in to +493023125208: ANSWERED after 0.4 s, last by 208 (clara), over after 5.9 s
recorded: 1: 208 (clara) rang 0.4 s, talked 5.5 s (held 3.5 s), to the end
recorded: 2: inside from 208 to 207: ANSWERED after 0.5 s, last by 207 (ben), over after 1.2 s
recorded: 2: 207 (ben) rang 0.5 s, talked 0.7 s, to the end
ben saw: 2: RINGING, [answered] TALKING, WRAP_UP
clara saw: 1: RINGING, [answered] TALKING, TALKING (held), TALKING, WRAP_UP
owed: nothing
