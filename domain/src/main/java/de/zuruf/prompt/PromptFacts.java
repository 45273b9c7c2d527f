package de.zuruf.prompt;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The facts of one call. Immutable. */
public final class PromptFacts {

    private final Map<PromptFact, Object> values;

    private PromptFacts(Map<PromptFact, Object> values) {
        this.values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return whether the fact was set} */
    public boolean has(PromptFact fact) {
        return values.containsKey(fact);
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
                values.put(fact, value);
            }
            return this;
        }

        /** {@return the facts} */
        public PromptFacts build() {
            return new PromptFacts(values);
        }
    }
}
