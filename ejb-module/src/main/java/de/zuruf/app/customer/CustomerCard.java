package de.zuruf.app.customer;

import de.zuruf.app.handoff.Handoff;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.segment.Rhythm;
import de.zuruf.segment.Segment;
import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All of a customer that one glance can take in; docs/api.md describes the members.
 *
 * @param contact null when the person is not known
 * @param owner   null when nobody owns the customer
 * @param rhythm  null with too few orders
 */
public record CustomerCard(
        long partyId,
        String company,
        String city,
        Bilingual industry,
        ContactPerson contact,
        Owner owner,
        Segment segment,
        Bilingual phaseReason,
        Value value,
        Trend trend,
        Rhythm rhythm,
        List<OpenQuote> quotes,
        List<OpenComplaint> complaints,
        List<Handoff> handoffs,
        List<Owed> arrangements,
        List<LastContact> lastContacts,
        boolean paymentBlocked) {

    /** Who is on the line. */
    public record ContactPerson(long id, String name, String function) {}

    /** The owner in field sales; {@code deputy} is null when none is named. */
    public record Owner(String id, String name, boolean absent, Deputy deputy) {}

    /** Who stands in for the owner. */
    public record Deputy(String id, String name) {}

    /**
     * Money, EUR.
     *
     * @param potential       null when nobody has entered one
     * @param potentialSource {@code ENTERED}, or null without potential
     * @param shareOfWallet   revenue by potential, 0 to 1; null without potential
     */
    public record Value(
            BigDecimal revenue12m,
            BigDecimal revenuePrevious12m,
            BigDecimal margin12m,
            BigDecimal potential,
            String potentialSource,
            Double shareOfWallet) {}

    /** Revenue by month ({@code 2026-11}), oldest first, the present month last. */
    public record Trend(List<String> months, List<BigDecimal> revenue) {}

    /** A quote without decision; {@code id} is what people call it. */
    public record OpenQuote(String id, String subject, BigDecimal amount, LocalDate quotedOn, long daysOpen) {}

    /** A complaint; {@code solvedOn} is null while it is open. */
    public record OpenComplaint(String id, String subject, LocalDate openedOn, LocalDate solvedOn) {}

    /** Something that we owe. */
    public record Owed(ArrangementKind kind, String text, LocalDate dueOn) {}

    /** A contact of any channel. */
    public record LastContact(LocalDate on, String channel, String summary, String by) {}
}
