# 201 picks up, holds the caller for a while and takes him back.
recorded: in to +493023125201: ANSWERED after 0.4 s, last by 201 (anna), over after 3.0 s
recorded: 201 (anna) rang 0.4 s, talked 2.6 s (held 0.9 s), to the end
anna saw: RINGING, [answered] TALKING, TALKING (held), TALKING, WRAP_UP
owed: nothing
