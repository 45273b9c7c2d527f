package de.zuruf.benchmark;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A ring in five round trips to PostgreSQL, by plain JDBC: two questions, two rows, one commit. */
final class StoredRing {

    private final Connection connection;
    private final PreparedStatement who;
    private final PreparedStatement open;
    private final PreparedStatement call;
    private final PreparedStatement offer;
    private long id;

    StoredRing(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists relay_offer, relay_call");
            statement.execute(
                    "create table relay_call (id bigint primary key, linked_id varchar(150) unique, number varchar(80))");
            statement.execute(
                    "create table relay_offer (id bigint primary key, call_id bigint references relay_call, channel varchar(80))");
        }
        connection.setAutoCommit(false);
        who = connection.prepareStatement(
                "select p.id, p.name, f.figures, c.name from phone_number n join party p on p.id = n.party_id"
                        + " left join customer_figures f on f.party_id = p.id left join contact c on c.id = n.contact_id where n.e164 = ?");
        open = connection.prepareStatement("select subject from quote where party_id = ? and status = 'OPEN' union all"
                + " select subject from complaint where party_id = ? and solved_on is null");
        call = connection.prepareStatement("insert into relay_call values (?, ?, ?)");
        offer = connection.prepareStatement("insert into relay_offer values (?, ?, ?)");
    }

    void store(String linkedId, String number, String channel) {
        try {
            long party = -1;
            who.setString(1, number);
            try (var rows = who.executeQuery()) {
                while (rows.next()) {
                    party = rows.getLong(1);
                    rows.getString(3);
                }
            }
            open.setLong(1, party);
            open.setLong(2, party);
            open.executeQuery().close();
            id++;
            call.setLong(1, id);
            call.setString(2, linkedId);
            call.setString(3, number);
            call.executeUpdate();
            offer.setLong(1, id);
            offer.setLong(2, id);
            offer.setString(3, channel);
            offer.executeUpdate();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
