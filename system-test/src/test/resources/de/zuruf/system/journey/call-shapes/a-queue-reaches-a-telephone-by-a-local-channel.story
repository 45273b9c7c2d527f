# Queue weit, whose member is a local channel to 207.
recorded: in to +493023125196, queue weit: ANSWERED after 0.6 s, last by 207 (ben), over after 1.4 s
recorded: 207 (ben) rang 0.6 s, talked 0.8 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
