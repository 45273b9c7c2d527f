package de.zuruf.app.prompt;

import de.zuruf.app.schema.SchemaMigration;
import de.zuruf.prompt.PromptRule;
import de.zuruf.prompt.RuleBook;
import de.zuruf.prompt.RuleFile;
import de.zuruf.prompt.RuleWriter;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that apply now, compiled once. On an empty table the starter set moves in; from then on the table is the
 * truth, and a new version of a rule replaces the older one without touching the ledger's references to it.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RulesInForce {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SchemaMigration schema;

    private volatile RuleBook book;

    /** The first compilation takes seconds; the first caller shall not wait for it. */
    @PostConstruct
    void compile() {
        schema.await();
        book();
    }

    /** {@return the compiled rules} */
    public RuleBook book() {
        var present = book;
        if (present == null) {
            present = RuleBook.of(read());
            book = present;
        }
        return present;
    }

    /** Forgets the compiled rules, so that the next call reads them anew. */
    public void changed() {
        book = null;
    }

    private List<PromptRule> read() {
        var stored = em.createQuery("select r from StoredRule r where r.active = true order by r.id", StoredRule.class)
                .getResultList();
        if (stored.isEmpty()) {
            return install(RuleFile.starterRules());
        }
        var rules = new ArrayList<PromptRule>();
        for (var rule : stored) {
            rules.addAll(RuleFile.read(new ByteArrayInputStream(rule.definition.getBytes(StandardCharsets.UTF_8))));
        }
        return rules;
    }

    private List<PromptRule> install(List<PromptRule> rules) {
        for (var rule : rules) {
            var row = new StoredRule();
            row.id = rule.id();
            row.version = rule.version();
            row.definition = RuleWriter.write(List.of(rule));
            row.active = true;
            row.createdAt = clock.instant();
            row.createdBy = "zuruf";
            em.persist(row);
        }
        return rules;
    }
}
