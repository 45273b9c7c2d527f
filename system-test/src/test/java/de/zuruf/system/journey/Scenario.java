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
     * Locks what scenarios name. 207 and 208 are one: so many scenarios need both that whoever has one of them and waits for
     * the other would keep those waiting who need only the one.
     */
    final class Telephones implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForMethod(List<Class<?>> enclosing, Class<?> test, Method method) {
            Scenario scenario = method.getAnnotation(Scenario.class);
            return scenario == null
                    ? Set.of()
                    : Stream.of(scenario.at())
                            .map(at -> new Lock(at.matches("20[78]") ? "207, 208" : at))
                            .collect(Collectors.toSet());
        }
    }
}
