package de.zuruf.app.call;

import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.customer.NumberPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What may be done with the telephone from the browser. Settings:
 *
 * <ul>
 *   <li>{@code zuruf.dial.on}: whether numbers can be dialled, and calls hung up and passed on, from the browser; the telephone
 *       system must allow it too (docs/connect-asterisk.md); default {@code false}
 *   <li>{@code zuruf.dial.prefix}: digits that a telephone of the house dials to get a line, at most three; default none
 *   <li>{@code zuruf.dial.countries}: country codes beside our own to which calls are allowed, separated by commas, {@code *} for all;
 *       default {@code 43,41}
 *   <li>{@code zuruf.dial.denied}: numbers that are not dialled, in E.164, or beginnings of such followed by {@code *}, separated by commas;
 *       default none
 *   <li>{@code zuruf.dial.allowed}: the same, for numbers that are dialled although they are dear or in another country; default
 *       none
 * </ul>
 *
 * <p>A wrong one is told as {@code ZURUF2006E}.
 */
@ApplicationScoped
public class DialSettings {
    private static final Logger LOG = Logger.getLogger(DialSettings.class.getName());

    @Inject
    @ConfigProperty(name = "zuruf.dial.on", defaultValue = "false")
    private boolean on;

    @Inject
    @ConfigProperty(name = "zuruf.dial.prefix")
    private Optional<String> prefix;

    @Inject
    @ConfigProperty(name = "zuruf.dial.countries", defaultValue = "43,41")
    private Optional<List<String>> countries;

    @Inject
    @ConfigProperty(name = "zuruf.dial.denied")
    private Optional<List<String>> denied;

    @Inject
    @ConfigProperty(name = "zuruf.dial.allowed")
    private Optional<List<String>> allowed;

    @Inject
    private TelephoneNumbers numbers;

    private NumberPolicy policy;

    @PostConstruct
    void read() {
        try {
            policy = new NumberPolicy(
                    numbers.plan(),
                    new NumberPolicy.Settings(prefix.orElse("").strip(), list(countries), list(denied), list(allowed)));
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "ZURUF2006E A setting zuruf.dial.* is wrong: {0}", e.getMessage());
            throw e;
        }
    }

    private static List<String> list(Optional<List<String>> setting) {
        return setting.orElse(List.of()).stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** {@return whether the telephone can be controlled from the browser} */
    public boolean on() {
        return on;
    }

    /** {@return what may be dialled} */
    public NumberPolicy policy() {
        return policy;
    }
}
