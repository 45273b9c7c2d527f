package de.zuruf.app.routing;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.prompt.RuleBookException;
import de.zuruf.routing.RoutingRule;
import de.zuruf.routing.RoutingRules;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routing rules, for those who write them. */
@Stateless
@RolesAllowed(Roles.ADMIN)
public class RoutingRuleBook {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private RoutingRulesInForce inForce;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Event<RoutingRulesInForce.Replaced> replaced;

    /** {@return the rules that apply, in the order in which they are asked} */
    public List<RoutingRule> rules() {
        return inForce.rules().rules();
    }

    /**
     * Puts other rules in the place of all. A rule that has changed gets the next version; older ones stay, for the day somebody
     * asks why a call went where it went.
     *
     * @param wanted their versions do not matter
     * @return the rules as they apply from now on
     * @throws RuleBookException when any of them is wrong; then nothing changes
     */
    public List<RoutingRule> replace(List<RoutingRule> wanted) {
        RoutingRules.of(wanted.stream().map(rule -> versioned(rule, 1)).toList());
        var highest = new HashMap<String, Integer>();
        var active = new HashMap<String, StoredRoutingRule>();
        em.createQuery("select r from StoredRoutingRule r", StoredRoutingRule.class)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(row -> {
                    highest.merge(row.id, row.version, Math::max);
                    if (row.active) {
                        active.put(row.id, row);
                    }
                });
        var now = new ArrayList<RoutingRule>();
        for (var rule : wanted) {
            now.add(take(rule, active.remove(rule.id()), highest));
        }
        active.values().forEach(row -> row.active = false);
        replaced.fire(new RoutingRulesInForce.Replaced());
        return RoutingRules.of(now).rules();
    }

    private RoutingRule take(RoutingRule rule, StoredRoutingRule present, Map<String, Integer> highest) {
        if (present != null) {
            if (present.toRule().equals(versioned(rule, present.version))) {
                return present.toRule();
            }
            present.active = false;
        }
        var next = versioned(rule, 1 + highest.getOrDefault(rule.id(), 0));
        em.persist(new StoredRoutingRule(next, clock.instant(), user.id()));
        return next;
    }

    private static RoutingRule versioned(RoutingRule rule, int version) {
        return new RoutingRule(
                rule.id(),
                version,
                rule.position(),
                rule.condition(),
                rule.queue(),
                rule.priority(),
                rule.toOwner(),
                rule.vip(),
                rule.language());
    }
}
