# Queue vertrieb without any telephone: the caller waits and gives up.
recorded: in to +493023125100, queue vertrieb: ABANDONED, over after 1.5 s
owed: a callback, 1 attempt
