package de.zuruf.app.mirror;

import de.zuruf.customer.E164;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The company's number plan. Settings:
 *
 * <ul>
 *   <li>{@code zuruf.numbers.region}: country in whose notation numbers are read, ISO 3166-1; default {@code DE}
 *   <li>{@code zuruf.numbers.area-code}: own area code without zero, for numbers noted without one; default none
 *   <li>{@code zuruf.numbers.outside-line}: digits the PBX puts before a caller's number; default none
 *   <li>{@code zuruf.numbers.extension-digits}: {@code shortest-longest} internal extension; default {@code 2-4}
 *   <li>{@code zuruf.numbers.own-prefixes}: E.164 beginnings of our own number blocks, separated by commas; default none
 *   <li>{@code zuruf.numbers.own}: further numbers of our own in E.164, separated by commas; default none
 * </ul>
 */
@ApplicationScoped
public class TelephoneNumbers {
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

    private NumberPlan plan;

    @PostConstruct
    void read() {
        var digits = extensionDigits.split("-", 2);
        plan = new NumberPlan(new NumberPlan.Settings(
                region,
                areaCode.orElse(null),
                outsideLine.orElse(""),
                Integer.parseInt(digits[0].strip()),
                Integer.parseInt(digits[digits.length - 1].strip()),
                ownPrefixes.orElse(List.of()),
                own.orElse(List.of())));
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
