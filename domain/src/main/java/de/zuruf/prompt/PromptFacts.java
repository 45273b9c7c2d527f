package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.Written;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The facts of one call. Immutable. Texts among them are data of others: they are cut to a length and stripped of control characters. */
public final class PromptFacts {

    /** Longest text of a fact; longer ones are cut. */
    public static final int MAXIMUM_TEXT = 200;

    /** Most entries of a list; further ones are left out. */
    public static final int MAXIMUM_LIST = 200;

    private static final Map<String, Object> EMPTY_VALUES = emptyValues();

    private final Map<PromptFact, Object> values;
    private final Map<String, Object> variables;

    private PromptFacts(Map<PromptFact, Object> values) {
        this.values = new EnumMap<>(values);
        this.variables = new HashMap<>(EMPTY_VALUES);
        this.values.forEach((fact, value) -> variables.put(fact.variable(), celValue(value)));
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return whether the fact was set} */
    public boolean has(PromptFact fact) {
        return values.containsKey(fact);
    }

    /** {@return every variable of a condition with its value, those not set with the empty value of their type} */
    Map<String, Object> variables() {
        return variables;
    }

    boolean isOne(PromptFact fact) {
        return Objects.equals(values.get(fact), 1L);
    }

    /** {@return how the fact, which is set, is written for people} */
    String shown(PromptFact fact, boolean german) {
        Object value = values.get(fact);
        return switch (fact.type()) {
            case TEXT -> (String) value;
            case NUMBER -> shown(Written.number((Long) value), german);
            case PERCENT -> shown(Written.percent((Long) value), german);
            case MONEY -> shown(Written.euros((BigDecimal) value), german);
            case FACTOR -> {
                String decimal = BigDecimal.valueOf((Double) value)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
                yield german ? decimal.replace('.', ',') : decimal;
            }
            case YES_NO -> (Boolean) value ? german ? "ja" : "yes" : german ? "nein" : "no";
            case DAY -> shown(Written.day((LocalDate) value), german);
            case LIST ->
                String.join(
                        ", ", ((List<?>) value).stream().map(String::valueOf).toList());
        };
    }

    private static String shown(Bilingual words, boolean german) {
        return german ? words.de() : words.en();
    }

    private static Object celValue(Object value) {
        if (value instanceof BigDecimal money) {
            return money.doubleValue();
        }
        return value instanceof LocalDate day ? day.toString() : value;
    }

    private static Map<String, Object> emptyValues() {
        Map<String, Object> empty = new HashMap<>();
        for (PromptFact fact : PromptFact.values()) {
            empty.put(
                    fact.variable(),
                    switch (fact.type()) {
                        case TEXT, DAY -> "";
                        case NUMBER, PERCENT -> 0L;
                        case MONEY, FACTOR -> 0.0;
                        case YES_NO -> false;
                        case LIST -> List.of();
                    });
        }
        return empty;
    }

    /** Collects facts. */
    public static final class Builder {
        private final Map<PromptFact, Object> values = new EnumMap<>(PromptFact.class);

        private Builder() {}

        /**
         * Sets a fact.
         *
         * @param value of the Java type that {@link FactType} names; null leaves the fact unset
         * @throws IllegalArgumentException when it is of another type
         */
        public Builder set(PromptFact fact, Object value) {
            Objects.requireNonNull(fact, "fact");
            if (value != null) {
                Object checked = checked(fact, value);
                if (!"".equals(checked)) {
                    values.put(fact, checked);
                }
            }
            return this;
        }

        private static Object checked(PromptFact fact, Object value) {
            switch (fact.type()) {
                case TEXT -> {
                    if (value instanceof String text) {
                        return Written.plain(text, MAXIMUM_TEXT);
                    }
                    if (value instanceof Enum<?> name) {
                        return name.name();
                    }
                }
                case NUMBER, PERCENT -> {
                    if (value instanceof Integer || value instanceof Long) {
                        return ((Number) value).longValue();
                    }
                }
                case MONEY -> {
                    if (value instanceof BigDecimal) {
                        return value;
                    }
                }
                case FACTOR -> {
                    if (value instanceof Double factor && Double.isFinite(factor)) {
                        return value;
                    }
                }
                case YES_NO -> {
                    if (value instanceof Boolean) {
                        return value;
                    }
                }
                case DAY -> {
                    if (value instanceof LocalDate) {
                        return value;
                    }
                }
                case LIST -> {
                    if (value instanceof Collection<?> all) {
                        return all.stream()
                                .limit(MAXIMUM_LIST)
                                .map(entry -> Written.plain((String) entry, MAXIMUM_TEXT))
                                .toList();
                    }
                }
            }
            throw new IllegalArgumentException(fact.variable() + " is a " + fact.type() + ", not a "
                    + value.getClass().getSimpleName());
        }

        /** {@return the facts} */
        public PromptFacts build() {
            return new PromptFacts(values);
        }
    }
}
