# Queue vertrieb, ring all: 201 and 202 ring, 202 picks up.
recorded: in to +493023125100, queue vertrieb: ANSWERED after 1.2 s, last by 202, over after 2.2 s
recorded: 201 (anna) rang 1.2 s: ANSWERED_ELSEWHERE
recorded: 202 rang 1.2 s, talked 1.0 s, to the end
anna saw: RINGING, [answered] GONE (ANSWERED_ELSEWHERE)
owed: nothing
