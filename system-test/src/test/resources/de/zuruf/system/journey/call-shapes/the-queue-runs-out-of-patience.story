# Queue vertrieb with 6 s of patience in the dialplan: nobody picks up, Asterisk ends the call.
recorded: in to +493023125110, queue vertrieb: NO_ANSWER, over after 6.0 s
recorded: 201 (anna) rang 6.0 s: NO_ANSWER
anna saw: RINGING, GONE (NO_ANSWER)
owed: a callback, 1 attempt
