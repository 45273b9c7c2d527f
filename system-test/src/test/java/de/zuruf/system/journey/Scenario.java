package de.zuruf.system.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** A call, or a few, at the real Asterisk. Scenarios that have nothing in common run side by side. */
@Test
@Execution(ExecutionMode.CONCURRENT)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Scenario {

    /** What happens, in a sentence; docs/call-shapes.md prints it. */
    String value();

    /**
     * What it has for itself: extensions (201 with the whole queue vertrieb), {@code outside} (somebody outside who is
     * called), {@code parking}.
     */
    String[] at();

    /**
     * Locks what scenarios name. There are two sides, 201 and 207 with 208, on which scenarios run side by side. Those that need
     * both have the house for themselves: whoever had one side and waited for the other would hold up all who need only that one.
     */
    final class Telephones implements ResourceLocksProvider {

        /** Taken first, because it comes first in the alphabet. */
        private static final String HOUSE = "0 house";

        @Override
        public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> test, Method method) {
            Scenario scenario = method.getAnnotation(Scenario.class);
            if (scenario == null) {
                return Set.of();
            }
            Set<String> needed = Stream.of(scenario.at())
                    .map(at -> at.matches("20[78]") ? "207, 208" : at)
                    .collect(Collectors.toSet());
            if (needed.containsAll(Set.of("201", "207, 208"))) {
                return Set.of(new Lock(HOUSE));
            }
            return Stream.concat(
                            Stream.of(new Lock(HOUSE, ResourceAccessMode.READ)),
                            needed.stream().map(Lock::new))
                    .collect(Collectors.toSet());
        }
    }
}
