# 201 picks up and parks the caller; nobody fetches him within 4 s, so 201 rings again, in vain.
recorded: in to +493023125201: ANSWERED after 0.4 s, last by 201 (anna), over after 8.4 s
recorded: 201 (anna) rang 0.4 s, talked 0.5 s, the call went on, sent on to 700
recorded: 201 (anna) rang 3.5 s: CALLER_GAVE_UP
anna saw: RINGING, [answered] TALKING, TALKING (parked), WRAP_UP (parked), RINGING, WRAP_UP
owed: a callback, 1 attempt, passed on
