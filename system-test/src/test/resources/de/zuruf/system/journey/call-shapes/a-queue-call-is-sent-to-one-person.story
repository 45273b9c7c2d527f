# Queue vertrieb: 201 picks up and transfers to 208, which picks up.
recorded: in to +493023125100, queue vertrieb: ANSWERED after 0.4 s, last by 208 (clara), over after 3.2 s
recorded: 201 (anna) rang 0.4 s, talked 0.6 s, the call went on, sent on to 208
recorded: 208 (clara) rang 0.6 s, talked 1.6 s, to the end
anna saw: RINGING, [answered] TALKING, WRAP_UP
clara saw: [answered] RINGING, TALKING, WRAP_UP
owed: nothing
