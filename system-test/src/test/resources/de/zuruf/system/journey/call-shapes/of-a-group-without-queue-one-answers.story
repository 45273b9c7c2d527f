# 201, 202 and 203 are dialled together without a queue; 202 picks up.
recorded: in to +493023125180: ANSWERED after 1.2 s, last by 202, over after 2.1 s
recorded: 201 (anna) rang 1.2 s: ANSWERED_ELSEWHERE
recorded: 202 rang 1.2 s, talked 0.9 s, to the end
recorded: 203 rang 1.2 s: ANSWERED_ELSEWHERE
anna saw: RINGING, [answered] GONE (ANSWERED_ELSEWHERE)
owed: nothing
