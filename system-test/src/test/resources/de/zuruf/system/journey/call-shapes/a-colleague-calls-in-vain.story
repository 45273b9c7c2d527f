# Extension 207 calls extension 208 and gives up: nobody is owed anything.
recorded: inside from 207 to 208: ABANDONED, over after 1.5 s
recorded: 208 (clara) rang 1.5 s: CALLER_GAVE_UP
clara saw: RINGING, GONE (CALLER_GAVE_UP)
owed: nothing
