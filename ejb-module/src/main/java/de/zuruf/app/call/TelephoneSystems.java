package de.zuruf.app.call;

import de.zuruf.telephony.CallEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Makes one house of several telephone systems. Setting:
 *
 * <ul>
 *   <li>{@code zuruf.pbx.<name>.extension-prefix}: what is put before the extensions of the telephone system of that name, so that
 *       the 201 of one is not taken for the 201 of another; at most 8 letters, digits and {@code _ . -}; default none
 * </ul>
 *
 * <p>A wrong one is told as {@code ZURUF2010E} and not used.
 */
@ApplicationScoped
public class TelephoneSystems {
    private static final Logger LOG = Logger.getLogger(TelephoneSystems.class.getName());
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{0,8}");

    private final Map<String, String> prefixes = new ConcurrentHashMap<>();

    @Inject
    private Config config;

    @Inject
    private PbxStates states;

    /**
     * A telephone as its own telephone system knows it.
     *
     * @param pbx null: the house has one telephone system, or this is the one that has no prefix
     */
    public record Place(String pbx, String extension) {}

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

    /** {@return where a telephone is that the house knows by this extension} */
    public Place place(String extension) {
        return place(extension, heardOf());
    }

    private Stream<String> heardOf() {
        return states.all().stream().map(PbxState::name);
    }

    private Place place(String extension, Stream<String> among) {
        return among.filter(pbx -> !prefix(pbx).isEmpty() && extension.startsWith(prefix(pbx)))
                // The longest, where one prefix begins like another.
                .max(Comparator.comparingInt(pbx -> prefix(pbx).length()))
                .map(pbx -> new Place(pbx, extension.substring(prefix(pbx).length())))
                .orElse(new Place(null, extension));
    }

    /** {@return what a telephone system itself dials for a telephone of its own that the house knows by this extension; empty for another's} */
    public Optional<String> own(String pbx, String extension) {
        var place = place(extension, Stream.concat(heardOf(), Stream.of(pbx)));
        var here = place.pbx() == null ? prefix(pbx).isEmpty() : place.pbx().equals(pbx);
        return here ? Optional.of(place.extension()) : Optional.empty();
    }

    /** {@return what is dialled at a telephone system for this extension or number} */
    public String dialledAt(String pbx, String target) {
        return target.startsWith(prefix(pbx)) ? target.substring(prefix(pbx).length()) : target;
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
                "ZURUF2010E The setting {0} is not used: expected are at most 8 letters, digits, _, . or -.",
                setting);
        return "";
    }
}
