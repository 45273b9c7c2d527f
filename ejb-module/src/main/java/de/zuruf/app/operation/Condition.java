package de.zuruf.app.operation;

import de.zuruf.app.call.PbxState;
import de.zuruf.app.call.PbxStates;
import de.zuruf.app.schema.SchemaMigration;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What probes ask; nobody is signed in then, so that nothing here tells of customers or people. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Condition {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private SchemaMigration schema;

    @Inject
    private PbxStates pbxStates;

    @Inject
    private CrmWatch crm;

    @Inject
    private FirstPass firstPass;

    /** As {@link de.zuruf.app.mirror.MirrorSync} describes it. */
    @Inject
    @ConfigProperty(name = "zuruf.crm.poll-seconds", defaultValue = "10")
    private int pollSeconds;

    /** {@return the version of the schema, e.g. {@code 2}; fails when the database does not answer} */
    public String schemaVersion() {
        imported();
        return schema.version();
    }

    /** {@return each telephone system that has been heard of since the start} */
    public List<PbxState> pbx() {
        return pbxStates.all();
    }

    /**
     * {@return whether a pass over the CRM has gone through to its end, now or in an earlier life of the database: a CRM
     * that is down at a restart does not undo that. True as well when passes are switched off}
     */
    public boolean mirrorFilled() {
        return pollSeconds == 0 || firstPass.through() || imported();
    }

    private boolean imported() {
        return !em.createQuery("select r.id from ImportRun r where r.finishedAt is not null", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** {@return what the CRM said last; empty before its first answer. Returns at once} */
    public Optional<CrmState> crm() {
        return crm.latest();
    }
}
