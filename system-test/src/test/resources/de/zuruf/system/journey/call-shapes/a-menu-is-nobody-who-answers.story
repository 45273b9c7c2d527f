# A menu picks up, then queue technik; the caller gives up.
recorded: in to +493023125170, queue technik: ABANDONED, over after 1.0 s
recorded: 207 (ben) rang 1.0 s: CALLER_GAVE_UP
ben saw: RINGING, GONE (CALLER_GAVE_UP)
owed: a callback, 1 attempt
