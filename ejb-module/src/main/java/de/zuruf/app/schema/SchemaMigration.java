package de.zuruf.app.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Applies the SQL scripts under {@code db/migration} at start. Beans that may be called before the application has
 * fully started (the message-driven bean, timers) call {@link #await()} first: the container lets a caller in only
 * when this bean is complete.
 */
@Singleton
@Startup
@Lock(LockType.READ)
@TransactionManagement(TransactionManagementType.BEAN)
@PermitAll
public class SchemaMigration {
    private static final Logger LOG = Logger.getLogger(SchemaMigration.class.getName());

    @Resource(lookup = "jdbc/zuruf")
    private DataSource dataSource;

    private String version;

    @PostConstruct
    void migrate() {
        var flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
        // Flyway finds its scripts by scanning the class path. On a server it may find none and call that a success.
        var current = flyway.info().current();
        if (current == null || flyway.info().pending().length > 0) {
            throw new IllegalStateException(
                    "ZURUF2001E The database has no schema: no migration script was found or applied.");
        }
        version = current.getVersion().getVersion();
        LOG.log(Level.INFO, "ZURUF2002I The database schema is at version {0}.", version);
    }

    /** Returns as soon as the schema is in place. */
    public void await() {
        // The container has made the caller wait for migrate().
    }

    /** {@return the version of the schema, e.g. {@code 2}} */
    public String version() {
        return version;
    }
}
