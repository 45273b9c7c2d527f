package de.zuruf.app.customer;

import de.zuruf.app.customer.CustomerCard.LastContact;
import de.zuruf.app.customer.CustomerCard.OpenComplaint;
import de.zuruf.app.customer.CustomerCard.OpenQuote;
import de.zuruf.app.customer.CustomerCard.Owed;
import de.zuruf.call.Disposition;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Channel;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.Occasion;
import de.zuruf.prompt.PastAnswer;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is going on with a customer. All of it comes with one statement, because a telephone rings meanwhile and each
 * round trip to the database is felt.
 *
 * @param openHandoffs number of handoffs that are not yet answered
 * @param answers      to earlier prompts, of a little more than a year or still waiting for their day
 */
record CustomerMatters(
        List<OpenQuote> quotes,
        List<OpenComplaint> complaints,
        List<Owed> arrangements,
        List<LastContact> lastContacts,
        int openHandoffs,
        List<PastAnswer> answers) {
    private static final int CONTACTS = 5;
    private static final int SOLVED_SHOWN_DAYS = 30;
    private static final int ANSWER_DAYS = 400;
    private static final int SUMMARY_LENGTH = 160;

    private static final String STATEMENT = """
            select 'QUOTE', q.external_id, q.subject, cast(null as varchar(200)), q.amount, q.quoted_on, cast(null as date), cast(null as timestamp with time zone)
              from quote q where q.party_id = ?1 and q.status = 'OPEN'
            union all
            select 'COMPLAINT', c.external_id, c.subject, cast(null as varchar(200)), cast(null as numeric(14, 2)), c.opened_on, c.solved_on, cast(null as timestamp with time zone)
              from complaint c where c.party_id = ?1 and (c.solved_on is null or c.solved_on >= ?2)
            union all
            select 'ARRANGEMENT', a.kind, a.text, cast(null as varchar(200)), cast(null as numeric(14, 2)), a.due_on, cast(null as date), cast(null as timestamp with time zone)
              from arrangement a where a.party_id = ?1
            union all
            select 'HANDOFF', cast(null as varchar(200)), cast(null as varchar(200)), cast(null as varchar(200)), cast(null as numeric(14, 2)), cast(null as date), cast(null as date), cast(null as timestamp with time zone)
              from handoff h where h.party_id = ?1 and h.state <> 'ANSWERED'
            union all
            (select 'INTERACTION', i.channel, i.summary, s.name, cast(null as numeric(14, 2)), i.held_on, cast(null as date), cast(null as timestamp with time zone)
              from interaction i left join employee s on s.id = i.employee_id where i.party_id = ?1
              order by i.held_on desc, i.id desc limit 5)
            union all
            (select 'CALL', p.disposition, n.text, s.name, cast(null as numeric(14, 2)), cast(null as date), cast(null as date), p.started_at
              from phone_call p left join call_note n on n.call_id = p.id left join employee s on s.id = p.answered_by
              where p.party_id = ?1 and p.answered_at is not null and p.ended_at is not null
              order by p.started_at desc limit 5)
            union all
            select 'ANSWER', s.occasion, s.answer, cast(null as varchar(200)), cast(null as numeric(14, 2)), s.later_on, cast(null as date), s.answered_at
              from prompt_showing s where s.party_id = ?1 and s.answer is not null and (s.answered_at >= ?3 or s.later_on >= ?4)
            """;

    static CustomerMatters read(EntityManager em, long partyId, LocalDate today, ZoneId zone) {
        var quotes = new ArrayList<OpenQuote>();
        var complaints = new ArrayList<OpenComplaint>();
        var arrangements = new ArrayList<Owed>();
        var contacts = new ArrayList<LastContact>();
        var answers = new ArrayList<PastAnswer>();
        var handoffs = 0;
        var rows = em.createNativeQuery(STATEMENT)
                .setParameter(1, partyId)
                .setParameter(2, today.minusDays(SOLVED_SHOWN_DAYS))
                .setParameter(3, today.minusDays(ANSWER_DAYS).atStartOfDay(zone).toOffsetDateTime())
                .setParameter(4, today)
                .getResultList();
        for (var untyped : rows) {
            var row = (Object[]) untyped;
            var key = (String) row[1];
            var text = (String) row[2];
            var by = (String) row[3];
            var on = day(row[5]);
            switch ((String) row[0]) {
                case "QUOTE" ->
                    quotes.add(new OpenQuote(
                            key, text, (BigDecimal) row[4], on, Math.max(0, ChronoUnit.DAYS.between(on, today))));
                case "COMPLAINT" -> complaints.add(new OpenComplaint(key, text, on, day(row[6])));
                case "ARRANGEMENT" -> arrangements.add(new Owed(ArrangementKind.valueOf(key), text, on));
                case "HANDOFF" -> handoffs++;
                case "INTERACTION" -> contacts.add(new LastContact(on, key, shortened(text), by));
                case "CALL" ->
                    contacts.add(new LastContact(
                            LocalDate.ofInstant(instant(row[7]), zone),
                            Channel.CALL.name(),
                            callSummary(key == null ? null : Disposition.valueOf(key), text),
                            by));
                case "ANSWER" ->
                    answers.add(new PastAnswer(Occasion.valueOf(key), AnswerKind.valueOf(text), instant(row[7]), on));
                default -> throw new IllegalStateException(String.valueOf(row[0]));
            }
        }
        quotes.sort(Comparator.comparing(OpenQuote::quotedOn).thenComparing(OpenQuote::id));
        complaints.sort(
                Comparator.comparing((OpenComplaint c) -> c.solvedOn() != null).thenComparing(OpenComplaint::openedOn));
        arrangements.sort(Comparator.comparing(Owed::dueOn, Comparator.nullsLast(Comparator.naturalOrder())));
        contacts.sort(Comparator.comparing(LastContact::on).reversed());
        return new CustomerMatters(
                List.copyOf(quotes),
                List.copyOf(complaints),
                List.copyOf(arrangements),
                contacts.stream().limit(CONTACTS).toList(),
                handoffs,
                List.copyOf(answers));
    }

    /** Drivers give dates and times of a native query as one or the other type. */
    private static LocalDate day(Object date) {
        return date instanceof Date sql ? sql.toLocalDate() : (LocalDate) date;
    }

    private static Instant instant(Object timestamp) {
        return timestamp instanceof Timestamp sql ? sql.toInstant() : ((OffsetDateTime) timestamp).toInstant();
    }

    static String callSummary(Disposition disposition, String note) {
        var words = disposition == null ? "Anruf" : disposition.words().de();
        return note == null || note.isBlank() ? words : words + ": " + shortened(note.strip());
    }

    private static String shortened(String text) {
        return text.length() <= SUMMARY_LENGTH ? text : text.substring(0, SUMMARY_LENGTH - 1) + "…";
    }
}
