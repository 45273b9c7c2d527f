# 201 picks up and parks the caller, who gives up there.
recorded: in to +493023125201: ANSWERED after 0.4 s, last by 201 (anna), over after 2.9 s
recorded: 201 (anna) rang 0.4 s, talked 0.5 s, the call went on, sent on to 700
anna saw: RINGING, [answered] TALKING, TALKING (parked), WRAP_UP (parked), WRAP_UP
owed: a callback, 1 attempt, passed on
