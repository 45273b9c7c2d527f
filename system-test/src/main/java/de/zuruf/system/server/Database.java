package de.zuruf.system.server;

import java.util.Map;

/**
 * Which database a server under test uses.
 *
 * @param variant the file of server-config that server.xml includes
 * @param settings further bootstrap properties
 */
public record Database(String variant, Map<String, String> settings) {

    public Database {
        settings = Map.copyOf(settings);
    }

    /** {@return the embedded database, in the server's own data directory} */
    public static Database embedded() {
        return new Database("datasource-embedded.xml", Map.of());
    }

    /**
     * {@return a database of the PostgreSQL that {@code testbed/postgres start} runs}
     *
     * @param port its TCP port on 127.0.0.1
     * @param name the database, which exists
     */
    public static Database postgresql(int port, String name) {
        return new Database(
                "datasource-postgresql.xml",
                Map.of(
                        "zuruf.db.host", "127.0.0.1",
                        "zuruf.db.port", Integer.toString(port),
                        "zuruf.db.name", name,
                        "zuruf.db.user", "zuruf",
                        // Trusted on loopback; the driver wants one nevertheless.
                        "zuruf.db.password", "unused"));
    }
}
