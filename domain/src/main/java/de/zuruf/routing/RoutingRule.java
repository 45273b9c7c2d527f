package de.zuruf.routing;

/**
 * What a dialplan is told about certain calls. A value without behaviour: {@link RoutingRules} checks and runs it. At least one
 * of the parts after the condition is set.
 *
 * @param id        stable: lower-case letters, digits and hyphens, at most 64 characters
 * @param version   from 1, higher with each change
 * @param position  0 to 10000; rules are asked from the lowest on
 * @param condition CEL expression of type bool over {@link RoutingFact}s
 * @param queue     name of a queue of the telephone system, 1 to 80 letters without umlauts, digits and {@code _ . -}; null: the
 *                  dialplan's own
 * @param priority  within the queue, 0 to 1000, more is earlier; null: the dialplan's own
 * @param toOwner   whether the owner's telephone, or his deputy's, is tried first; null: not decided by this rule
 * @param vip       whether the caller is marked as a very important one; null: not decided by this rule
 * @param language  for greetings, e.g. {@code en}, 2 to 20 letters, digits and {@code _ -}; null: the dialplan's own
 */
public record RoutingRule(
        String id,
        int version,
        int position,
        String condition,
        String queue,
        Integer priority,
        Boolean toOwner,
        Boolean vip,
        String language) {}
