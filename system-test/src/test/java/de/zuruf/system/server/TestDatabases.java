package de.zuruf.system.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;

/** Databases in the PostgreSQL that {@code testbed/postgres} runs on the port of the system property {@code postgres.port}. */
public final class TestDatabases {

    private TestDatabases() {}

    /** {@return {@code h2}, and {@code postgresql} unless the system property {@code skip.postgresql} is true} */
    public static Stream<String> available() {
        return Boolean.getBoolean("skip.postgresql") ? Stream.of("h2") : Stream.of("h2", "postgresql");
    }

    /** {@return the database of this kind: the embedded one, or a new and empty one of PostgreSQL} */
    public static Database of(String kind, String name) {
        return kind.equals("h2") ? Database.embedded() : fresh(name);
    }

    /** {@return a new, empty database of PostgreSQL} */
    public static Database fresh(String name) {
        int port = Integer.getInteger("postgres.port");
        try (var connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "zuruf", "");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no database " + name + "; does testbed/postgres run on " + port + "?", e);
        }
        return Database.postgresql(port, name);
    }
}
