package de.zuruf.routing;

import java.util.List;

/**
 * What the rules say about one call; each part as in {@link RoutingRule}.
 *
 * @param rules  ids of those that decided something, in their order
 * @param failed ids of those whose condition could not be evaluated, e.g. for a division by zero; they decided nothing
 */
public record RoutingDecision(
        String queue,
        Integer priority,
        boolean toOwner,
        boolean vip,
        String language,
        List<String> rules,
        List<String> failed) {
    public RoutingDecision {
        rules = List.copyOf(rules);
        failed = List.copyOf(failed);
    }
}
