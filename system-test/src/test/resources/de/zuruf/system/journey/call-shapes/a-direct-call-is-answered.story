# Direct dial of 201, which picks up; the caller hangs up.
recorded: in to +493023125201: ANSWERED after 0.9 s, last by 201 (anna), over after 2.1 s
recorded: 201 (anna) rang 0.9 s, talked 1.2 s, to the end
anna saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
