package de.zuruf.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.app.schema.SchemaMigration;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

/** The SQL scripts and the entities fit each other on this database. */
@ArquillianTest
public class SchemaIT {

    @Deployment
    static EnterpriseArchive ear() {
        return TestEar.with(SchemaIT.class);
    }

    @Inject
    private SchemaMigration schema;

    @Test
    public void everyScriptHasBeenApplied() {
        schema.await();
        List<String> versions = Rows.of(
                "select version from flyway_schema_history where success = true and version is not null order by installed_rank");
        assertFalse(versions.isEmpty());
        assertEquals(versions.get(versions.size() - 1), schema.version());
        assertEquals(0, Rows.count("select count(*) from flyway_schema_history where success = false"));
    }

    @Test
    public void theDatabaseIsTheOneThatThisRunIsAbout() {
        assertTrue(List.of("H2", "PostgreSQL").contains(Rows.product()), Rows.product());
    }

    @Test
    public void timesAreStoredWithTheirZone() {
        assertEquals(
                0,
                Rows.count(
                        "select count(*) from information_schema.columns where table_schema = current_schema and data_type"
                                + " = 'timestamp without time zone' and table_name not like 'flyway%'"));
    }
}
