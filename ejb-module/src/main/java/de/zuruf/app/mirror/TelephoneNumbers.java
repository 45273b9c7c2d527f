package de.zuruf.app.mirror;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import de.zuruf.customer.NumberRewrite;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The company's number plan. Settings:
 *
 * <ul>
 *   <li>{@code zuruf.numbers.region}: country in whose notation numbers are read, ISO 3166-1; default {@code DE}
 *   <li>{@code zuruf.numbers.area-code}: own area code without zero, for numbers noted without one; default none
 *   <li>{@code zuruf.numbers.outside-line}: digits the PBX puts before a caller's number; default none
 *   <li>{@code zuruf.numbers.extension-digits}: {@code shortest-longest} internal extension, from 1 to 6, or one number for both;
 *       default {@code 2-4}
 *   <li>{@code zuruf.numbers.own-prefixes}: E.164 beginnings of our own number blocks, separated by commas; default none
 *   <li>{@code zuruf.numbers.own}: further numbers of our own in E.164, separated by commas; default none
 *   <li>{@code zuruf.numbers.ignored}: lines that are never taken for a customer when they call, such as an answering service: numbers
 *       in E.164, or beginnings of such followed by {@code *}, separated by commas; default none
 *   <li>{@code zuruf.numbers.rewrites}: rules for what a trunk signals, {@code beginning => replacement} or
 *       {@code beginning/digits => replacement} ({@link NumberRewrite}), separated by commas; the first that fits; default
 *       none
 * </ul>
 *
 * <p>A house with several telephone systems can have another {@code region}, {@code area-code}, {@code outside-line},
 * {@code extension-digits} and {@code rewrites} for each, and more {@code own-prefixes}, by {@code zuruf.numbers.<pbx>.…} with the
 * telephone system's name. They hold for what its trunks signal; numbers in the CRM and in what people type are read by the
 * house's.
 *
 * <p>All are read at the start of the server; a wrong one is told as {@code ZURUF2005E} and stops it.
 */
@ApplicationScoped
public class TelephoneNumbers {
    private static final Logger LOG = Logger.getLogger(TelephoneNumbers.class.getName());
    private static final String SETTINGS = "zuruf.numbers.";
    private static final Pattern OF_ONE_PBX = Pattern.compile(
            "zuruf\\.numbers\\.([^.]+)\\.(?:region|area-code|outside-line|extension-digits|rewrites|own-prefixes)");
    private static final Pattern EXTENSION_DIGITS = Pattern.compile(" *([1-9]) *(?:- *([1-9]) *)?");

    @Inject
    private Config config;

    private NumberPlan plan;
    private final Map<String, NumberPlan> ofOnePbx = new HashMap<>();

    @PostConstruct
    void read() {
        try {
            plan = new NumberPlan(settings(null));
            for (var name : config.getPropertyNames()) {
                var matcher = OF_ONE_PBX.matcher(name);
                if (matcher.matches() && !ofOnePbx.containsKey(matcher.group(1))) {
                    ofOnePbx.put(matcher.group(1), new NumberPlan(settings(matcher.group(1))));
                }
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "ZURUF2005E A setting zuruf.numbers.* is wrong: {0}", e.getMessage());
            throw e;
        }
    }

    /** {@return the settings for a telephone system; for null the house's} */
    private NumberPlan.Settings settings(String pbx) {
        var extensionDigits = text(pbx, "extension-digits").orElse("2-4");
        var digits = EXTENSION_DIGITS.matcher(extensionDigits);
        if (!digits.matches()) {
            throw new IllegalArgumentException(
                    "extension-digits '" + extensionDigits + "', expected is for example 2-4");
        }
        var shortest = Integer.parseInt(digits.group(1));
        var ownPrefixes = new ArrayList<>(list(null, "own-prefixes"));
        if (pbx != null) {
            ownPrefixes.addAll(list(pbx, "own-prefixes"));
        }
        var rewrites = pbx == null || list(pbx, "rewrites").isEmpty() ? list(null, "rewrites") : list(pbx, "rewrites");
        return new NumberPlan.Settings(
                text(pbx, "region").orElse("DE"),
                text(pbx, "area-code").orElse(null),
                text(pbx, "outside-line").orElse(""),
                shortest,
                digits.group(2) == null ? shortest : Integer.parseInt(digits.group(2)),
                ownPrefixes,
                list(null, "own"),
                list(null, "ignored"),
                rewrites.stream().map(NumberRewrite::parse).toList());
    }

    /** {@return the telephone system's setting, or else the house's} */
    private Optional<String> text(String pbx, String name) {
        var common = config.getOptionalValue(SETTINGS + name, String.class);
        return pbx == null
                ? common
                : config.getOptionalValue(SETTINGS + pbx + "." + name, String.class)
                        .or(() -> common);
    }

    private List<String> list(String pbx, String name) {
        return config
                .getOptionalValues(SETTINGS + (pbx == null ? "" : pbx + ".") + name, String.class)
                .orElse(List.of())
                .stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** {@return the house's plan} */
    public NumberPlan plan() {
        return plan;
    }

    /** {@return the plan by which to read what a telephone system's trunks signal} */
    public NumberPlan plan(String pbx) {
        return ofOnePbx.getOrDefault(pbx, plan);
    }

    /** {@return the number in E.164 as a person wrote it; empty when it is none} */
    public Optional<String> toE164(String raw) {
        return plan.normalise(raw) instanceof NumberOutcome.Valid valid
                ? Optional.of(valid.number().value())
                : Optional.empty();
    }

    /** {@return how a number is shown; text that is no E.164 number as it is} */
    public String display(String number) {
        return number != null && number.startsWith("+") ? plan.display(new E164(number)) : number;
    }
}
