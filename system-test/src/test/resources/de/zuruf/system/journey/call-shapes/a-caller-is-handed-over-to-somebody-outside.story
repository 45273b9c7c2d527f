# 201 picks up, holds, asks somebody outside and hands the caller over to him.
recorded: 1: in to +493023125201: ANSWERED after 0.4 s, last by 201 (anna), over after 5.4 s
recorded: 1: 201 (anna) rang 0.4 s, talked 1.9 s (held 1.6 s), the call went on, handed over after asking to 006990009123
recorded: 2: out from 201 (anna) to +496990009123: ANSWERED after 0.5 s, over after 1.4 s
anna saw: 1: RINGING, [answered] TALKING, TALKING (held), TALKING, WRAP_UP
owed: nothing
