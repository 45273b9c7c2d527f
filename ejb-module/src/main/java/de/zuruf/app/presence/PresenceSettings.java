package de.zuruf.app.presence;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Settings of presence:
 *
 * <ul>
 *   <li>{@code zuruf.presence.pause-reasons}: reasons that agents can choose, separated by commas, in the company's own words;
 *       each at most 40 characters; default {@code Pause,Mittagspause,Besprechung,Schulung}.
 *   <li>{@code zuruf.presence.queues}: queues into which agents may log themselves, separated by commas; default: all that the
 *       telephone system has.
 *   <li>{@code zuruf.presence.pause-in-wrap-up}: whether the queues leave an agent out while the card of a call that is over is
 *       open; {@code true} or {@code false}, default {@code true}.
 *   <li>{@code zuruf.presence.wrap-up-reason}: the reason that the telephone system shows for it, by which we know our own
 *       pauses; none of the reasons above; default {@code Nachbearbeitung}.
 *   <li>{@code zuruf.presence.wrap-up-minutes}: an open card counts as wrap-up for so long after the talk; 1 to 720, default 30.
 * </ul>
 */
@ApplicationScoped
public class PresenceSettings {
    private static final int LONGEST_REASON = 40;

    @Inject
    @ConfigProperty(name = "zuruf.presence.pause-reasons", defaultValue = "Pause,Mittagspause,Besprechung,Schulung")
    private List<String> pauseReasons;

    @Inject
    @ConfigProperty(name = "zuruf.presence.queues")
    private Optional<List<String>> queues;

    @Inject
    @ConfigProperty(name = "zuruf.presence.pause-in-wrap-up", defaultValue = "true")
    private boolean pauseInWrapUp;

    @Inject
    @ConfigProperty(name = "zuruf.presence.wrap-up-reason", defaultValue = "Nachbearbeitung")
    private String wrapUpReason;

    @Inject
    @ConfigProperty(name = "zuruf.presence.wrap-up-minutes", defaultValue = "30")
    private int wrapUpMinutes;

    @PostConstruct
    void check() {
        pauseReasons = pauseReasons.stream().map(String::strip).toList();
        wrapUpReason = wrapUpReason.strip();
        require(
                !pauseReasons.isEmpty()
                        && pauseReasons.stream().allMatch(PresenceSettings::isReason)
                        && pauseReasons.stream().distinct().count() == pauseReasons.size(),
                "zuruf.presence.pause-reasons",
                "a list of different texts of at most " + LONGEST_REASON + " characters");
        require(
                isReason(wrapUpReason) && !pauseReasons.contains(wrapUpReason),
                "zuruf.presence.wrap-up-reason",
                "a text of at most " + LONGEST_REASON + " characters that is none of zuruf.presence.pause-reasons");
        require(wrapUpMinutes >= 1 && wrapUpMinutes <= 720, "zuruf.presence.wrap-up-minutes", "a number from 1 to 720");
    }

    private static boolean isReason(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_REASON
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void require(boolean right, String name, String what) {
        if (!right) {
            throw new IllegalStateException("ZURUF2402E The setting " + name + " is wrong. Set it to " + what + ".");
        }
    }

    /** {@return the reasons that agents can choose} */
    List<String> pauseReasons() {
        return pauseReasons;
    }

    /** {@return whether agents may log themselves into a queue} */
    boolean open(String queue) {
        return queues.isEmpty() || queues.get().stream().map(String::strip).anyMatch(queue::equals);
    }

    /** {@return whether the queues leave an agent out during the wrap-up} */
    boolean pauseInWrapUp() {
        return pauseInWrapUp;
    }

    /** {@return the reason of our own pauses} */
    String wrapUpReason() {
        return wrapUpReason;
    }

    /** {@return for how long after the talk an open card counts as wrap-up} */
    Duration wrapUpLimit() {
        return Duration.ofMinutes(wrapUpMinutes);
    }
}
