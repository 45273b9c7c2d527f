# Direct dial of 207 by a caller who withholds his number.
recorded: in, number withheld to +493023125207: ANSWERED after 0.6 s, last by 207 (ben), over after 1.5 s
recorded: 207 (ben) rang 0.6 s, talked 0.9 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
