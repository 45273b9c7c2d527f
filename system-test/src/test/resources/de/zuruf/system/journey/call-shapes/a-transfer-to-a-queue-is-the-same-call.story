# Queue vertrieb: 201 picks up and transfers to queue technik, where 207 picks up.
recorded: in to +493023125100, queue technik: ANSWERED after 0.4 s, last by 207 (ben), over after 3.2 s
recorded: 201 (anna) rang 0.4 s, talked 0.6 s, the call went on, sent on to 602
recorded: 207 (ben) rang 0.6 s, talked 1.6 s, to the end
anna saw: RINGING, [answered] TALKING, WRAP_UP
ben saw: [answered] RINGING, TALKING, WRAP_UP
owed: nothing
