# A menu picks up, then queue technik, where 207 picks up.
recorded: in to +493023125170, queue technik: ANSWERED after 0.7 s, last by 207 (ben), over after 1.3 s
recorded: 207 (ben) rang 0.7 s, talked 0.6 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
