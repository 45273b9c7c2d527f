# Two callers at once, one to the queue vertrieb, one directly to 208; both are answered.
recorded: 1: in to +493023125100, queue vertrieb: ANSWERED after 1.5 s, last by 201 (anna), over after 3.0 s
recorded: 1: 201 (anna) rang 1.5 s, talked 1.5 s, to the end
recorded: 2: in to +493023125208: ANSWERED after 0.9 s, last by 208 (clara), over after 2.4 s
recorded: 2: 208 (clara) rang 0.9 s, talked 1.5 s, to the end
anna saw: 1: RINGING, [answered] TALKING, WRAP_UP
clara saw: 2: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
