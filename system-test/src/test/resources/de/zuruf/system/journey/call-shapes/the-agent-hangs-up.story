# Direct dial of 201, which picks up and hangs up first.
recorded: in to +493023125201: ANSWERED after 0.6 s, last by 201 (anna), over after 1.6 s
recorded: 201 (anna) rang 0.6 s, talked 1.0 s, to the end
anna saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
