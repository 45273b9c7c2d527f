# Queue zweit calls telephones that talk: 207 has two calls at once.
recorded: 1: in to +493023125195, queue zweit: ANSWERED after 0.5 s, last by 207 (ben), over after 4.1 s
recorded: 1: 207 (ben) rang 0.5 s, talked 3.6 s, to the end
recorded: 2: in to +493023125195, queue zweit: ANSWERED after 0.5 s, last by 207 (ben), over after 1.5 s
recorded: 2: 207 (ben) rang 0.5 s, talked 1.0 s, to the end
ben saw: 1: RINGING, [answered] TALKING, WRAP_UP
ben saw: 2: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
