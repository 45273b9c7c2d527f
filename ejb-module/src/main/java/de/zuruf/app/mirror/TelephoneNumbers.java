package de.zuruf.app.mirror;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import de.zuruf.customer.NumberRewrite;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

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
 * <p>They are read at the start of the server; a wrong one is told as {@code ZURUF2005E} and stops it.
 */
@ApplicationScoped
public class TelephoneNumbers {
    private static final Logger LOG = Logger.getLogger(TelephoneNumbers.class.getName());
    private static final Pattern EXTENSION_DIGITS = Pattern.compile(" *([1-9]) *(?:- *([1-9]) *)?");

    @Inject
    @ConfigProperty(name = "zuruf.numbers.region", defaultValue = "DE")
    private String region;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.area-code")
    private Optional<String> areaCode;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.outside-line")
    private Optional<String> outsideLine;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.extension-digits", defaultValue = "2-4")
    private String extensionDigits;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.own-prefixes")
    private Optional<List<String>> ownPrefixes;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.own")
    private Optional<List<String>> own;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.ignored")
    private Optional<List<String>> ignored;

    @Inject
    @ConfigProperty(name = "zuruf.numbers.rewrites")
    private Optional<List<String>> rewrites;

    private NumberPlan plan;

    @PostConstruct
    void read() {
        try {
            plan = new NumberPlan(settings());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.SEVERE, "ZURUF2005E A setting zuruf.numbers.* is wrong: {0}", e.getMessage());
            throw e;
        }
    }

    private NumberPlan.Settings settings() {
        var digits = EXTENSION_DIGITS.matcher(extensionDigits);
        if (!digits.matches()) {
            throw new IllegalArgumentException(
                    "extension-digits '" + extensionDigits + "', expected is for example 2-4");
        }
        var shortest = Integer.parseInt(digits.group(1));
        return new NumberPlan.Settings(
                region,
                areaCode.orElse(null),
                outsideLine.orElse(""),
                shortest,
                digits.group(2) == null ? shortest : Integer.parseInt(digits.group(2)),
                list(ownPrefixes),
                list(own),
                list(ignored),
                list(rewrites).stream().map(NumberRewrite::parse).toList());
    }

    private static List<String> list(Optional<List<String>> setting) {
        return setting.orElse(List.of()).stream()
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** {@return the plan} */
    public NumberPlan plan() {
        return plan;
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
