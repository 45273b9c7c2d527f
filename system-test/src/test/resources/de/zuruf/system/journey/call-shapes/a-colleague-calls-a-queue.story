# Extension 208 calls the queue vertrieb from inside, 201 picks up.
recorded: inside from 208 to 600, queue vertrieb: ANSWERED after 0.6 s, last by 201 (anna), over after 1.5 s
recorded: 201 (anna) rang 0.6 s, talked 0.9 s, to the end
anna saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
