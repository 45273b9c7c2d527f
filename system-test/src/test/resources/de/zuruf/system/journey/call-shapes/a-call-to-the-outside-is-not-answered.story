# 207 calls somebody outside in vain.
recorded: out from 207 (ben) to +496990009124: NO_ANSWER, over after 1.5 s
owed: nothing
