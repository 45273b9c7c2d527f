call 1: ended: NO_ANSWER
