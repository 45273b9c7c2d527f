package de.zuruf.app.call;

import de.zuruf.telephony.CallEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Makes one house of several telephone systems. Setting:
 *
 * <ul>
 *   <li>{@code zuruf.pbx.<name>.extension-prefix}: what is put before the extensions of the telephone system of that name, so that
 *       the 201 of one is not taken for the 201 of another; at most 8 letters, digits and {@code _ . -}; default none
 * </ul>
 *
 * <p>A wrong one is told as {@code ZURUF2006E} and not used.
 */
@ApplicationScoped
public class TelephoneSystems {
    private static final Logger LOG = Logger.getLogger(TelephoneSystems.class.getName());
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{0,8}");

    private final Map<String, String> prefixes = new ConcurrentHashMap<>();

    @Inject
    private Config config;

    /** {@return the event with the extensions by which the house knows them} */
    public CallEvent inTheHouse(CallEvent event) {
        return ExtensionPrefix.apply(prefix(event.pbx()), event);
    }

    /**
     * @param pbx       telephone system at which a device was dialled or named
     * @param extension its number or name there
     * @return the extension by which the house knows it
     */
    public String extension(String pbx, String extension) {
        return prefix(pbx) + extension;
    }

    private String prefix(String pbx) {
        return prefixes.computeIfAbsent(pbx, this::configured);
    }

    private String configured(String pbx) {
        var setting = "zuruf.pbx." + pbx + ".extension-prefix";
        var prefix = config.getOptionalValue(setting, String.class).orElse("").strip();
        if (PREFIX.matcher(prefix).matches()) {
            return prefix;
        }
        LOG.log(
                Level.SEVERE,
                "ZURUF2006E The setting {0} is not used: expected are at most 8 letters, digits, _, . or -.",
                setting);
        return "";
    }
}
