package de.zuruf.system.container;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Looks at the rows that a use case leaves, past the entities. */
final class Rows {

    private Rows() {}

    /** {@return the first column of all rows, as text} */
    static List<String> of(String query, Object... parameters) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var found = new ArrayList<String>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(result.getString(1));
                }
            }
            return found;
        } catch (SQLException | NamingException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** Changes rows behind the product's back. */
    static void change(String statement, Object... parameters) {
        try (Connection connection = dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, parameters[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException | NamingException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** {@return the only value} */
    static String one(String query, Object... parameters) {
        List<String> all = of(query, parameters);
        if (all.size() != 1) {
            throw new AssertionError(query + " finds " + all);
        }
        return all.get(0);
    }

    /** {@return a count} */
    static int count(String query, Object... parameters) {
        return Integer.parseInt(one(query, parameters));
    }

    static String product() {
        try (Connection connection = dataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException | NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DataSource dataSource() throws NamingException {
        return InitialContext.doLookup("jdbc/zuruf");
    }
}
