package de.zuruf.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Slows down who guesses passwords: after five wrong ones a login rests for a minute. */
@ApplicationScoped
class SignInThrottle {
    private static final int ATTEMPTS = 5;
    private static final int LOGINS = 10_000;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Inject
    private Clock clock;

    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > LOGINS;
        }
    };

    synchronized boolean admits(String login) {
        var known = failures.get(login);
        if (known == null) {
            return true;
        }
        if (known.last.plus(PAUSE).isBefore(clock.instant())) {
            failures.remove(login);
            return true;
        }
        return known.count < ATTEMPTS;
    }

    synchronized void failed(String login) {
        var known = failures.get(login);
        failures.put(login, new Failures(known == null ? 1 : known.count + 1, clock.instant()));
    }
}
