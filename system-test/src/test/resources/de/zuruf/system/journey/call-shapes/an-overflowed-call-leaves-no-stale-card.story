# Queue vertrieb with 3 s of patience, where nobody picks up, then queue technik, where 207 does.
recorded: in to +493023125120, queue technik: ANSWERED after 3.5 s, last by 207 (ben), over after 4.3 s
recorded: 201 (anna) rang 3.0 s: NO_ANSWER
recorded: 207 (ben) rang 0.5 s, talked 0.8 s, to the end
anna saw: RINGING, GONE (NO_ANSWER)
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
