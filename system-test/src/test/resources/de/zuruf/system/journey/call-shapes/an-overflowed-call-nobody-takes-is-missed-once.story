# Queue vertrieb with 3 s of patience, then queue technik; the caller gives up there.
recorded: in to +493023125120, queue technik: ABANDONED, over after 4.8 s
recorded: 201 (anna) rang 3.0 s: NO_ANSWER
recorded: 207 (ben) rang 1.8 s: CALLER_GAVE_UP
anna saw: RINGING, GONE (NO_ANSWER)
ben saw: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
