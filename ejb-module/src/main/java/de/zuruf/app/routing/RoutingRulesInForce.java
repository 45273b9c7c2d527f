package de.zuruf.app.routing;

import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.prompt.RuleBookException;
import de.zuruf.routing.RoutingRule;
import de.zuruf.routing.RoutingRules;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The routing rules that apply now, compiled once. On an empty table the starter set moves in; from then on the table is the
 * truth.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RoutingRulesInForce {
    private static final Logger LOG = Logger.getLogger(RoutingRulesInForce.class.getName());

    /** Told when the rules were replaced. */
    record Replaced() {}

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SchemaMigration schema;

    private final Set<String> reported = ConcurrentHashMap.newKeySet();
    private volatile RoutingRules rules;

    /** Compiled at the start: the first caller shall not wait for it. */
    @PostConstruct
    void compile() {
        schema.await();
        rules();
    }

    /** {@return the compiled rules; none when those in the table are wrong, so that calls take the dialplan's own way} */
    public RoutingRules rules() {
        var present = rules;
        return present == null ? read() : present;
    }

    /** Forgets the compiled rules, so that the next call reads them anew. Waits for a reading that began before. */
    public synchronized void replaced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Replaced event) {
        reported.clear();
        rules = null;
    }

    /** Says once that a rule's condition could not be evaluated. */
    public void failed(Collection<String> ids) {
        for (var id : ids) {
            if (reported.add(id)) {
                LOG.log(
                        Level.WARNING,
                        "ZURUF2502W The condition of routing rule {0} cannot be evaluated for some calls, e.g. because it divides by"
                                + " zero; for those the rule counts as not applicable.",
                        id);
            }
        }
    }

    private static RoutingRules compiled(List<RoutingRule> read) {
        try {
            return RoutingRules.of(read);
        } catch (RuleBookException e) {
            // Rules are checked before they are stored: somebody has written into the table.
            LOG.log(
                    Level.SEVERE,
                    "ZURUF2501E The routing rules in the database are wrong, and calls take the dialplan''s own way: {0} Put them"
                            + " right with PUT /api/admin/routing-rules.",
                    e.getMessage());
            return RoutingRules.of(List.of());
        }
    }

    private synchronized RoutingRules read() {
        rules = compiled(stored());
        return rules;
    }

    private List<RoutingRule> stored() {
        var stored = em.createQuery("select r from StoredRoutingRule r where r.active = true", StoredRoutingRule.class)
                .getResultStream()
                .map(StoredRoutingRule::toRule)
                .toList();
        if (!stored.isEmpty() || versions() > 0) {
            return stored;
        }
        var starters = RoutingRules.starterRules();
        starters.forEach(rule -> em.persist(new StoredRoutingRule(rule, clock.instant(), "zuruf")));
        return starters;
    }

    /** Whoever has removed all rules wants none, not the starters again. */
    private long versions() {
        return em.createQuery("select count(r) from StoredRoutingRule r", Long.class)
                .getSingleResult();
    }
}
