# Queue vertrieb, ring all: 201, 202 and 203 ring, 201 picks up.
recorded: in to +493023125100, queue vertrieb: ANSWERED after 1.2 s, last by 201 (anna), over after 2.2 s
recorded: 201 (anna) rang 1.2 s, talked 1.0 s, to the end
recorded: 202 rang 1.2 s: ANSWERED_ELSEWHERE
recorded: 203 rang 1.2 s: ANSWERED_ELSEWHERE
anna saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
