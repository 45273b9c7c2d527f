# 207 is dialled by way of a local channel (Local/207@internal/n).
recorded: in to +493023125191: ANSWERED after 0.5 s, last by 207 (ben), over after 1.3 s
recorded: 207 (ben) rang 0.5 s, talked 0.8 s, to the end
ben saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
