package de.zuruf.segment.coverage;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How one segment is cared for. Texts are in the company's language; every one but the name may be null.
 *
 * @param segmentId           identity of the segment, 1 to 64 characters
 * @param name                how people call it, at most 100 characters
 * @param description         who its customers are
 * @param criteria            what makes a customer belong to it
 * @param particularities     what to mind with them
 * @param strategy            what the company wants with them
 * @param careBudget          what the care of one customer may cost, in EUR a year; null when not planned
 * @param budget              what was planned for the segment
 * @param duties              one for each role that has any, in the order of the roles
 * @param visitsPerYear       per customer; null when not planned
 * @param callsPerYear        care calls per customer; null when not planned
 * @param longestIntervalDays days that may pass between two contacts; null when not limited
 * @param measures            the segment's column of the contact plan, in the order of the phases
 */
public record CoverageRow(
        String segmentId,
        String name,
        String description,
        String criteria,
        String particularities,
        String strategy,
        BigDecimal careBudget,
        Budget budget,
        List<Duty> duties,
        Integer visitsPerYear,
        Integer callsPerYear,
        Integer longestIntervalDays,
        List<Measure> measures) {
    /** Longest text. */
    public static final int MAXIMUM_TEXT = 2_000;

    /** Most postal areas of a duty. */
    public static final int MAXIMUM_AREAS = 100;

    private static final int MAXIMUM_NAME = 100;
    private static final int MAXIMUM_ID = 64;
    private static final int MAXIMUM_CONTACTS = 366;
    private static final int MAXIMUM_INTERVAL = 1_095;
    private static final int MAXIMUM_CUSTOMERS = 100_000_000;
    private static final int MAXIMUM_DECIMALS = 20;
    private static final BigDecimal MAXIMUM_CARE = new BigDecimal("1000000");
    private static final BigDecimal MAXIMUM_POTENTIAL = new BigDecimal("100000000000");

    public CoverageRow {
        budget = budget == null ? Budget.NONE : budget;
        duties = withoutNulls(duties);
        measures = withoutNulls(measures);
    }

    private static <T> List<T> withoutNulls(List<T> entries) {
        return entries == null
                ? List.of()
                : entries.stream().filter(Objects::nonNull).toList();
    }

    /** {@return what a role has to do and who that is; empty when it has no part in the segment} */
    public Optional<Duty> duty(CoverageRole role) {
        return duties.stream().filter(duty -> duty.role() == role).findFirst();
    }

    /**
     * {@return this row with texts trimmed, blank ones dropped, amounts in cents and shares in hundredths of a percent, once it is
     * found to be in order}
     *
     * @throws InvalidInputException naming the field as {@link #fields()} does
     */
    public CoverageRow checked() {
        var called = text(name, "name", MAXIMUM_NAME);
        if (called == null) {
            throw InvalidInputException.missing("name");
        }
        return new CoverageRow(
                segmentId,
                called,
                text(description, "description", MAXIMUM_TEXT),
                text(criteria, "criteria", MAXIMUM_TEXT),
                text(particularities, "particularities", MAXIMUM_TEXT),
                text(strategy, "strategy", MAXIMUM_TEXT),
                amount(careBudget, "careBudget", MAXIMUM_CARE, 2),
                new Budget(
                        count(budget.customers(), "budget.customers", 0, MAXIMUM_CUSTOMERS),
                        amount(budget.revenueShare(), "budget.revenueShare", BigDecimal.ONE, 4),
                        amount(budget.marginShare(), "budget.marginShare", BigDecimal.ONE, 4),
                        amount(budget.potential(), "budget.potential", MAXIMUM_POTENTIAL, 2)),
                checkedDuties(),
                count(visitsPerYear, "visitsPerYear", 0, MAXIMUM_CONTACTS),
                count(callsPerYear, "callsPerYear", 0, MAXIMUM_CONTACTS),
                count(longestIntervalDays, "longestIntervalDays", 1, MAXIMUM_INTERVAL),
                checkedMeasures());
    }

    private List<Duty> checkedDuties() {
        var checked = new EnumMap<CoverageRole, Duty>(CoverageRole.class);
        for (Duty duty : duties) {
            if (duty.role() == null) {
                throw InvalidInputException.missing("duties.role");
            }
            var field = "duties." + duty.role();
            var task = text(duty.task(), field + ".task", MAXIMUM_TEXT);
            var team = text(duty.team(), field + ".team", MAXIMUM_NAME);
            var person = text(duty.defaultPersonId(), field + ".defaultPersonId", MAXIMUM_ID);
            var areas = areas(duty.areas(), field + ".areas");
            if (task == null && team == null && person == null && areas.isEmpty()) {
                continue;
            }
            if (checked.put(duty.role(), new Duty(duty.role(), task, team, areas, person)) != null) {
                throw twice(field);
            }
        }
        return List.copyOf(checked.values());
    }

    private static List<PostalArea> areas(List<PostalArea> areas, String field) {
        if (areas.size() > MAXIMUM_AREAS) {
            throw InvalidInputException.tooMany(field, MAXIMUM_AREAS);
        }
        var prefixes = new LinkedHashSet<String>();
        var checked = new ArrayList<PostalArea>();
        for (PostalArea area : areas) {
            var prefix =
                    area.prefix() == null ? "" : area.prefix().replace(" ", "").toUpperCase(Locale.ROOT);
            if (!prefix.matches("[A-Z0-9]{1,10}")) {
                throw new InvalidInputException(
                        "ZURUF-POSTAL-AREA",
                        new Bilingual(
                                "Ein Postleitgebiet besteht aus 1 bis 10 Ziffern oder Buchstaben, zum Beispiel 80.",
                                "A postal area has 1 to 10 digits or letters, for example 80."),
                        field);
            }
            var team = text(area.team(), field, MAXIMUM_NAME);
            if (team == null) {
                throw InvalidInputException.missing(field);
            }
            if (!prefixes.add(prefix)) {
                throw twice(field);
            }
            checked.add(new PostalArea(prefix, team));
        }
        return List.copyOf(checked);
    }

    private List<Measure> checkedMeasures() {
        var checked = new EnumMap<LifecyclePhase, Measure>(LifecyclePhase.class);
        for (Measure measure : measures) {
            if (measure.phase() == null) {
                throw InvalidInputException.missing("measures.phase");
            }
            var field = "measures." + measure.phase();
            var text = text(measure.text(), field, MAXIMUM_TEXT);
            if (text != null && checked.put(measure.phase(), new Measure(measure.phase(), text)) != null) {
                throw twice(field);
            }
        }
        return List.copyOf(checked.values());
    }

    private static String text(String text, String field, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = text.strip();
        if (stripped.length() > limit) {
            throw InvalidInputException.tooLong(field, limit);
        }
        return stripped;
    }

    private static Integer count(Integer count, String field, int least, int most) {
        if (count != null && (count < least || count > most)) {
            throw outOfRange(field, Integer.toString(least), Integer.toString(most));
        }
        return count;
    }

    private static BigDecimal amount(BigDecimal amount, String field, BigDecimal most, int decimals) {
        if (amount == null) {
            return null;
        }
        // Looked at before it is rounded: rounding 1e-999999999 would divide by a number of a billion digits.
        if (amount.scale() > MAXIMUM_DECIMALS || amount.signum() < 0 || amount.compareTo(most) > 0) {
            throw outOfRange(field, "0", most.toPlainString());
        }
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static InvalidInputException outOfRange(String field, String least, String most) {
        return new InvalidInputException(
                "ZURUF-RANGE",
                new Bilingual("Von " + least + " bis " + most + ".", "From " + least + " to " + most + "."),
                field);
    }

    private static InvalidInputException twice(String field) {
        return new InvalidInputException(
                "ZURUF-TWICE", new Bilingual("Das kommt zweimal vor.", "This is there twice."), field);
    }

    /**
     * {@return what the row says, field by field; those that say nothing are missing} The names are stable: history, conflicts and
     * errors speak of fields by them.
     */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "name", name);
        put(fields, "description", description);
        put(fields, "criteria", criteria);
        put(fields, "particularities", particularities);
        put(fields, "strategy", strategy);
        put(fields, "careBudget", plain(careBudget));
        put(fields, "budget.customers", budget.customers());
        put(fields, "budget.revenueShare", plain(budget.revenueShare()));
        put(fields, "budget.marginShare", plain(budget.marginShare()));
        put(fields, "budget.potential", plain(budget.potential()));
        put(fields, "visitsPerYear", visitsPerYear);
        put(fields, "callsPerYear", callsPerYear);
        put(fields, "longestIntervalDays", longestIntervalDays);
        for (Duty duty : duties) {
            var field = "duties." + duty.role();
            put(fields, field + ".task", duty.task());
            put(fields, field + ".team", duty.team());
            put(
                    fields,
                    field + ".areas",
                    duty.areas().isEmpty()
                            ? null
                            : duty.areas().stream()
                                    .map(area -> area.prefix() + ": " + area.team())
                                    .collect(Collectors.joining("\n")));
            put(fields, field + ".defaultPersonId", duty.defaultPersonId());
        }
        measures.forEach(measure -> put(fields, "measures." + measure.phase(), measure.text()));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros().toPlainString();
    }

    /** {@return what changes when this row is replaced by another; empty when they say the same} */
    public List<CoverageChange> changesTo(CoverageRow other) {
        var before = fields();
        var after = other.fields();
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new CoverageChange(name, before.get(name), after.get(name)))
                .toList();
    }
}
