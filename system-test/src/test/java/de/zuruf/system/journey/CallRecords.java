package de.zuruf.system.journey;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The complete records of calls, read beside the server from its embedded database: no page and no interface shows one whole,
 * because nobody needs to see for how long each of his colleagues has talked.
 */
public final class CallRecords implements AutoCloseable {

    private static final String ANSWERED = "ANSWERED";

    private final Connection connection;

    private CallRecords(Connection connection) {
        this.connection = connection;
    }

    /** {@return the records of the server with this data directory; see {@link RealHouse#openReadable}} */
    public static CallRecords of(Path data) {
        try {
            return new CallRecords(DriverManager.getConnection(
                    "jdbc:h2:file:" + data.resolve("db/zuruf")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE;IFEXISTS=TRUE",
                    "zuruf",
                    ""));
        } catch (SQLException e) {
            throw new IllegalStateException("the records in " + data, e);
        }
    }

    /** {@return the calls that began since then and are as wished, oldest first} */
    public List<Call> since(Instant begin, Predicate<Call> wanted) {
        List<Call> calls = query(
                "select id, linked_id, outgoing, internal, caller_number, dialled, queue, started_at, answered_at, answered_by,"
                        + " answered_ext, ended_at, end_cause, voicemail_at from phone_call where started_at >= ? order by"
                        + " started_at, id",
                begin.atOffset(ZoneOffset.UTC),
                row -> new Call(
                        row.getLong("id"),
                        row.getString("linked_id"),
                        row.getBoolean("outgoing"),
                        row.getBoolean("internal"),
                        row.getString("caller_number"),
                        row.getString("dialled"),
                        row.getString("queue"),
                        instant(row, "started_at"),
                        instant(row, "answered_at"),
                        employee(row.getString("answered_by")),
                        row.getString("answered_ext"),
                        instant(row, "ended_at"),
                        row.getString("end_cause"),
                        row.getObject("voicemail_at") != null,
                        List.of(),
                        List.of()));
        return calls.stream().filter(wanted).map(this::whole).toList();
    }

    private Call whole(Call call) {
        return call.with(
                query(
                        "select leg_id, extension, employee_id, offered_at, ended_at, result, talk_ended_at, held_since,"
                                + " held_millis from call_offer where call_id = ?",
                        call.id(),
                        row -> new Leg(
                                row.getString("leg_id"),
                                row.getString("extension"),
                                employee(row.getString("employee_id")),
                                instant(row, "offered_at"),
                                instant(row, "ended_at"),
                                row.getString("result"),
                                instant(row, "talk_ended_at"),
                                row.getObject("held_since") != null,
                                Duration.ofMillis(row.getLong("held_millis")))),
                query(
                        "select leg_id, target, asked from call_transfer where call_id = ? order by transferred_at, id",
                        call.id(),
                        row -> new Transfer(
                                row.getString("leg_id"), row.getString("target"), row.getBoolean("asked"))));
    }

    private interface Reading<T> {
        T row(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Object parameter, Reading<T> reading) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, parameter);
            var rows = new ArrayList<T>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reading.row(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String employee(String id) {
        return id == null ? null : id.replaceFirst("^e-", "");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row of {@code phone_call} with all that hangs on it. */
    public record Call(
            long id,
            String linkedId,
            boolean outgoing,
            boolean internal,
            String number,
            String dialled,
            String queue,
            Instant started,
            Instant answered,
            String answeredBy,
            String answeredAt,
            Instant ended,
            String cause,
            boolean voicemail,
            List<Leg> legs,
            List<Transfer> transfers) {

        private Call with(List<Leg> all, List<Transfer> passedOn) {
            return new Call(
                    id,
                    linkedId,
                    outgoing,
                    internal,
                    number,
                    dialled,
                    queue,
                    started,
                    answered,
                    answeredBy,
                    answeredAt,
                    ended,
                    cause,
                    voicemail,
                    inOrder(all),
                    passedOn);
        }

        /** {@return whether its end is recorded} */
        public boolean over() {
            return ended != null;
        }

        /** {@return the record in words, a line for the call and one for each telephone} */
        public List<String> told() {
            var lines = new ArrayList<String>();
            lines.add(head());
            String again = null;
            for (Leg leg : legs) {
                String line = told(leg);
                // How often a queue tries a telephone depends on how fast the machine is.
                String shape = line.replaceAll(Story.FIGURE.pattern(), "");
                if (shape.equals(again)) {
                    lines.set(lines.size() - 1, line + ", and again");
                } else {
                    lines.add(line);
                }
                again = shape;
            }
            return lines;
        }

        private String head() {
            var text = new StringBuilder();
            if (outgoing) {
                text.append("out from ")
                        .append(answeredAt)
                        .append(" (")
                        .append(answeredBy)
                        .append(") to ")
                        .append(number);
            } else {
                text.append(internal ? "inside from " + number : number == null ? "in, number withheld" : "in")
                        .append(" to ")
                        .append(dialled);
                if (queue != null) {
                    text.append(", queue ").append(queue);
                }
            }
            text.append(": ").append(over() ? cause : "NOT OVER");
            if (answered != null) {
                text.append(" after ").append(Story.figure(Duration.between(started, answered)));
                if (!outgoing) {
                    text.append(", last by ").append(answeredAt).append(who(answeredBy));
                }
            }
            if (over()) {
                text.append(", over after ").append(Story.figure(Duration.between(started, ended)));
            }
            return text.append(voicemail ? ", left a message" : "").toString();
        }

        private static String who(String employee) {
            return employee == null ? "" : " (" + employee + ")";
        }

        private String told(Leg leg) {
            var text = new StringBuilder(leg.extension()).append(who(leg.employee()));
            if (leg.ended() == null) {
                return text.append(" STILL RINGS").toString();
            }
            boolean picked = ANSWERED.equals(leg.result());
            Duration rang = Duration.between(leg.offered(), leg.ended());
            if (!rang.isZero() || !picked) {
                text.append(" rang ").append(Story.figure(rang));
            }
            if (!picked) {
                return text.append(": ").append(leg.result()).toString();
            }
            text.append(rang.isZero() ? " came without ringing" : "");
            if (leg.talkEnded() == null) {
                return text.append(", STILL TALKS").toString();
            }
            Duration talked = Duration.between(leg.ended(), leg.talkEnded());
            text.append(", talked ").append(Story.figure(talked));
            if (leg.holds()) {
                text.append(" (STILL HOLDS)");
            } else if (!leg.held().isZero()) {
                text.append(" (held ")
                        .append(Story.figure(leg.held()))
                        .append(leg.held().compareTo(talked) <= 0 ? ")" : ", LONGER THAN HE TALKED)");
            }
            // By halves, not by the millisecond: events that belong together come one after the other.
            text.append(
                    over()
                                    && Duration.between(leg.talkEnded(), ended)
                                                    .multipliedBy(2)
                                                    .compareTo(Duration.between(leg.ended(), ended))
                                            > 0
                            ? ", the call went on"
                            : ", to the end");
            String together = legs.stream()
                    .filter(other -> other != leg && leg.overlaps(other))
                    .map(Leg::extension)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            text.append(together.isEmpty() ? "" : ", partly with " + together);
            transfers.stream()
                    .filter(transfer -> transfer.leg().equals(leg.id()))
                    .forEach(transfer -> text.append(
                                    transfer.asked() ? ", handed over after asking to " : ", sent on to ")
                            .append(transfer.target()));
            return text.toString();
        }

        /** By time; those that rang together by extension, because an Asterisk rings them in any order. */
        private static List<Leg> inOrder(List<Leg> legs) {
            var left = new ArrayList<>(legs);
            left.sort(Comparator.comparing(Leg::extension).thenComparing(Leg::offered));
            var ordered = new ArrayList<Leg>();
            while (!left.isEmpty()) {
                Leg next = left.stream()
                        .filter(leg -> left.stream().noneMatch(other -> other != leg && other.before(leg)))
                        .findFirst()
                        .orElseThrow();
                ordered.add(next);
                left.remove(next);
            }
            return ordered;
        }
    }

    /** A row of {@code call_offer}. */
    public record Leg(
            String id,
            String extension,
            String employee,
            Instant offered,
            Instant ended,
            String result,
            Instant talkEnded,
            boolean holds,
            Duration held) {

        /** Telephones that ring together begin within moments of one another, the next one when another has stopped. */
        boolean before(Leg other) {
            return ended != null
                    && Duration.between(offered, other.offered)
                                    .multipliedBy(2)
                                    .compareTo(Duration.between(offered, ended))
                            > 0;
        }

        /** Whether both talked at the same time for longer than a handover takes. */
        boolean overlaps(Leg other) {
            return ANSWERED.equals(result)
                    && ANSWERED.equals(other.result)
                    && overlap(other).multipliedBy(4).compareTo(talk()) > 0;
        }

        private Duration talk() {
            return talkEnded == null ? Duration.ZERO : Duration.between(ended, talkEnded);
        }

        private Duration overlap(Leg other) {
            if (talkEnded == null || other.talkEnded == null) {
                return Duration.ZERO;
            }
            Instant from = ended.isAfter(other.ended) ? ended : other.ended;
            Instant to = talkEnded.isBefore(other.talkEnded) ? talkEnded : other.talkEnded;
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
    }

    /** A row of {@code call_transfer}. */
    public record Transfer(String leg, String target, boolean asked) {}

    /** {@return the number of all calls} */
    public int count() {
        return query("select count(*) from phone_call where id > ?", 0L, row -> row.getInt(1))
                .get(0);
    }
}
