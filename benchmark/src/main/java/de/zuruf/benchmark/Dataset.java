package de.zuruf.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A million customers: the demo company, as the product itself has loaded and computed it, many times over. Each copy of a
 * customer has his contacts, numbers, quotes, complaints, arrangements, newest interactions, and the figures that were computed from all
 * his orders; it has telephone numbers of its own.
 *
 * <p>Orders are not copied: a call does not read them, it reads the figures.
 */
final class Dataset {

    /** Distance of the ids of two copies; above any id of the demo company. */
    private static final long STEP = 1_000_000;

    private static final int COPIES_PER_TRANSACTION = 100;

    private final String url;
    private final boolean h2;

    private Dataset(String url, boolean h2) {
        this.url = url;
        this.h2 = h2;
    }

    static Dataset postgresql(int port, String name) {
        return new Dataset("jdbc:postgresql://127.0.0.1:" + port + "/" + name + "?user=zuruf", false);
    }

    /**
     * The server tells its database to stay open, and the database remembers that; here it must go when nobody is connected.
     *
     * @param file as in datasource-embedded.xml, without the suffix; no server may have it open
     */
    static Dataset h2(String file) {
        return new Dataset(
                "jdbc:h2:file:" + file
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=262144;DB_CLOSE_DELAY=0;USER=zuruf",
                true);
    }

    /** {@return the JDBC address} */
    String url() {
        return url;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** {@return number of customers} */
    long customers() throws SQLException {
        try (Connection connection = connect()) {
            return number(connection, "select count(*) from party");
        }
    }

    /**
     * Multiplies what is there.
     *
     * @param wanted   at least that many customers
     * @param progress told the number of customers now and then
     */
    void multiply(int wanted, Consumer<Long> progress) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            long base = number(connection, "select count(*) from party where id < " + STEP);
            long most = number(
                    connection,
                    "select greatest((select max(id) from party), (select max(id) from contact), (select max(id) from"
                            + " phone_number), (select max(id) from interaction), (select max(id) from customer_order))");
            if (base == 0 || most >= STEP) {
                throw new IllegalStateException("not the demo company: " + base + " customers, ids up to " + most);
            }
            long copies = (wanted + base - 1) / base - 1;
            List<String> restore = relax(connection);
            connection.commit();
            for (long from = 1; from <= copies; from += COPIES_PER_TRANSACTION) {
                copy(connection, from, Math.min(copies, from + COPIES_PER_TRANSACTION - 1));
                connection.commit();
                progress.accept(base * Math.min(copies, from + COPIES_PER_TRANSACTION - 1));
            }
            try (Statement statement = connection.createStatement()) {
                for (String sql : restore) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(h2 ? "analyze" : "vacuum analyze");
        }
    }

    /**
     * Takes away what would be checked and sorted row by row.
     *
     * @return the statements that put it back, checking everything at once
     */
    private List<String> relax(Connection connection) throws SQLException {
        var restore = new ArrayList<String>();
        try (Statement statement = connection.createStatement()) {
            if (h2) {
                statement.execute("set referential_integrity false");
                restore.add("set referential_integrity true");
                return restore;
            }
            var drop = new ArrayList<String>();
            try (ResultSet indexes = statement.executeQuery(
                    "select indexname, indexdef from pg_indexes where schemaname = 'public' and tablename in ('contact', 'phone_number',"
                            + " 'quote', 'complaint', 'interaction', 'arrangement', 'party') and indexdef not like '%UNIQUE%'")) {
                while (indexes.next()) {
                    drop.add("drop index " + indexes.getString(1));
                    restore.add(indexes.getString(2));
                }
            }
            try (ResultSet keys = statement.executeQuery(
                    "select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint where contype = 'f' and"
                            + " conrelid::regclass::text in ('contact', 'phone_number', 'quote', 'complaint', 'interaction',"
                            + " 'arrangement', 'customer_figures')")) {
                while (keys.next()) {
                    drop.add("alter table " + keys.getString(1) + " drop constraint " + keys.getString(2));
                    restore.add("alter table " + keys.getString(1) + " add constraint " + keys.getString(2) + " "
                            + keys.getString(3));
                }
            }
            for (String sql : drop) {
                statement.execute(sql);
            }
            statement.execute("set synchronous_commit = off");
            statement.execute("analyze");
        }
        return restore;
    }

    private void copy(Connection connection, long from, long to) throws SQLException {
        String range = h2
                ? "(select \"X\" as k from system_range(" + from + ", " + to + ")) g"
                : "(select k from generate_series(cast(" + from + " as bigint), " + to + ") k) g";
        String original = " where id < " + STEP;
        List<String> statements = List.of(
                "insert into party select id + k * " + STEP
                        + ", external_id || '-' || k, name || ' ' || k, search_name || ' ' ||"
                        + " k, industry, size_class, street, postcode, city, country, owner_id, inside_sales_id, potential,"
                        + " customer_since, cancelled_on, payment_blocked, satisfied, figures_due from party, " + range
                        + original,
                "insert into contact select id + k * " + STEP + ", external_id || '-' || k, party_id + k * " + STEP
                        + ", name, search_name || ' ' || k, function, email, active from contact, " + range + original,
                // German mobile numbers, for there are not enough fictional ones: 151 and eight digits.
                "insert into phone_number select id + k * " + STEP + ", party_id + k * " + STEP + ", contact_id + k * "
                        + STEP
                        + ", '+49151' || substring(cast(100000000 + (k * 20000 + place) as varchar(20)) from 2), kind from"
                        + " (select n.*, row_number() over (order by id) as place from phone_number n" + original
                        + ") o, "
                        + range,
                "insert into quote select id + k * " + STEP + ", external_id || '-' || k, party_id + k * " + STEP
                        + ", quoted_on, subject, amount, status from quote, " + range + original,
                "insert into complaint select id + k * " + STEP + ", external_id || '-' || k, party_id + k * " + STEP
                        + ", opened_on, solved_on, subject from complaint, " + range + original,
                "insert into interaction select id + k * " + STEP + ", external_id || '-' || k, party_id + k * " + STEP
                        + ", contact_id + k * " + STEP + ", employee_id, held_on, channel, summary from (select i.*,"
                        + " row_number() over (partition by party_id order by held_on desc) as place from interaction i"
                        + original + ") o, " + range + " where place <= 3",
                "insert into arrangement select id + k * " + STEP + ", external_id || '-' || k, party_id + k * " + STEP
                        + ", kind, text, due_on from arrangement, " + range + original,
                "insert into customer_figures select party_id + k * " + STEP
                        + ", figures, last_order_on, value_class, phase,"
                        + " vanished_group, cross_product, cross_because, cross_both, cross_base, computed_at, revenue_12m,"
                        + " margin_12m, potential, first_order_on, order_days, log_gaps, margin_sum, held_until,"
                        + " held_order_days, held_last_on, held_log_gaps, held_orders_after, still_customer, silence,"
                        + " expected_orders, lifetime_value, scored_on, model_id from"
                        + " customer_figures, " + range + " where party_id < " + STEP);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.executeUpdate(sql);
            }
        }
    }

    /**
     * Adds agents who can sign in, if they are not there.
     *
     * @param count    how many: {@code load001}, {@code load002}, …
     * @param password the hash of all their passwords, as Jakarta Security's Pbkdf2PasswordHash writes it
     */
    void agents(int count, String password) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            if (number(connection, "select count(*) from account where login like 'load%'") < count) {
                try (PreparedStatement employee = connection.prepareStatement(
                                "insert into employee (id, name, role, team, absent) values (?, ?, 'INSIDE_SALES', 'Last', false)");
                        PreparedStatement account = connection.prepareStatement(
                                "insert into account (login, employee_id, password_hash, roles) values (?, ?, ?,"
                                        + " 'innendienst')")) {
                    for (int i = 1; i <= count; i++) {
                        String login = login(i);
                        employee.setString(1, "e-" + login);
                        employee.setString(2, "Last " + i);
                        employee.addBatch();
                        account.setString(1, login);
                        account.setString(2, "e-" + login);
                        account.setString(3, password);
                        account.addBatch();
                    }
                    employee.executeBatch();
                    account.executeBatch();
                }
            }
            // Work of an earlier run.
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("delete from phone_extension");
                statement.executeUpdate("delete from outbox");
                statement.executeUpdate("delete from prompt_showing");
                statement.executeUpdate("delete from call_offer");
                statement.executeUpdate("delete from phone_call");
            }
            connection.commit();
        }
    }

    /** {@return the process id of the PostgreSQL server's first process} */
    long postmaster() throws SQLException {
        try (Connection connection = connect()) {
            return ProcessHandle.of(number(connection, "select pg_backend_pid()"))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow(() -> new SQLException("the database does not run on this machine"))
                    .pid();
        }
    }

    static String login(int agent) {
        return String.format("load%03d", agent);
    }

    /** {@return that many customers' numbers, spread over all customers} */
    List<String> numbers(int count) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            long all = number(connection, "select count(*) from phone_number where id >= " + STEP);
            var numbers = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery("select e164 from phone_number where id >= " + STEP
                    + " and mod(id * 7919, " + Math.max(1, all / count) + ") = 0")) {
                while (rows.next() && numbers.size() < count) {
                    numbers.add(rows.getString(1));
                }
            }
            return numbers;
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
