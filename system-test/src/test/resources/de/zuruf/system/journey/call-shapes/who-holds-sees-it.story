# 201 picks up and holds the caller until he hangs up.
recorded: in to +493023125201: ANSWERED after 0.4 s, last by 201 (anna), over after 8.4 s
recorded: 201 (anna) rang 0.4 s, talked 8.0 s (held 7.6 s), to the end
anna saw: RINGING, [answered] TALKING, TALKING (held), WRAP_UP
owed: nothing
