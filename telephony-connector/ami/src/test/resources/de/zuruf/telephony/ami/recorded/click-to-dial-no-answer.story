call 1: 208 calls 06990009123
call 1: ended: NO_ANSWER
