# Extension 201 calls extension 208, which picks up.
recorded: inside from 201 to 208: ANSWERED after 0.6 s, last by 208 (clara), over after 1.5 s
recorded: 208 (clara) rang 0.6 s, talked 0.9 s, to the end
clara saw: RINGING, [answered] TALKING, WRAP_UP
owed: nothing
