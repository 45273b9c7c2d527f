# Queue technik: 207 picks up without ever having said that it rings.
recorded: in to +493023125160, queue technik: ANSWERED after 0.0 s, last by 207 (ben), over after 0.9 s
recorded: 207 (ben) came without ringing, talked 0.9 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
