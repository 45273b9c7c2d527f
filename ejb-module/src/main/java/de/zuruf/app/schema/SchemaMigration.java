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
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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

    /** H2's {@code DATABASE_ALREADY_OPEN_1}. */
    private static final int H2_IN_USE = 90020;

    @Resource(lookup = "jdbc/zuruf")
    private DataSource dataSource;

    private String version;

    @PostConstruct
    void migrate() {
        var flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            explain(e);
            throw e;
        }
        // Flyway finds its scripts by scanning the class path. On a server it may find none and call that a success.
        var current = flyway.info().current();
        if (current == null || flyway.info().pending().length > 0) {
            throw new IllegalStateException(
                    "ZURUF2001E The database has no schema: no migration script was found or applied.");
        }
        version = current.getVersion().getVersion();
        LOG.log(Level.INFO, "ZURUF2002I The database schema is at version {0}.", version);
    }

    private static void explain(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                LOG.log(
                        Level.SEVERE,
                        sql.getErrorCode() == H2_IN_USE
                                ? "ZURUF2003E The embedded database is used by another process, most likely by another Zuruf with"
                                        + " the same data directory. End that one, or start this one with another zuruf.data."
                                : "ZURUF2004E The database cannot be used: {0} Check the settings zuruf.db.* and whether the"
                                        + " database runs; Zuruf starts only with it.",
                        sql.getMessage());
                return;
            }
        }
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
