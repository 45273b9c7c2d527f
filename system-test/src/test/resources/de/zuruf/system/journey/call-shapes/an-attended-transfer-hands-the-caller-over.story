# 208 picks up, holds, asks 207 and hands the caller over.
recorded: 1: in to +493023125208: ANSWERED after 0.4 s, last by 207 (ben), over after 6.4 s
recorded: 1: 208 (clara) rang 0.4 s, talked 1.9 s (held 1.6 s), the call went on, handed over after asking to 207
recorded: 1: 207 (ben) came without ringing, talked 4.1 s, to the end
recorded: 2: inside from 208 to 207: ANSWERED after 0.5 s, last by 207 (ben), over after 1.4 s
recorded: 2: 207 (ben) rang 0.5 s, talked 0.9 s, to the end
ben saw: 1: [answered] RINGING, TALKING, WRAP_UP
ben saw: 2: RINGING, [answered] TALKING, WRAP_UP
clara saw: 1: RINGING, [answered] TALKING, TALKING (held), TALKING, WRAP_UP
owed: nothing
