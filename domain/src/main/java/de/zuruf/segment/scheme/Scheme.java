package de.zuruf.segment.scheme;

import de.zuruf.wording.Bilingual;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a company divides its customers. Data, as they were entered: {@link Segmentation#of} checks them.
 *
 * @param id         stays the same from version to version; form as of a segment's
 * @param version    from 1
 * @param name       at most 100 characters
 * @param value      how value classes are found
 * @param potential  how potential levels are found
 * @param dimensions of the company itself, at most 20
 * @param segments   in order: a customer belongs to the first whose criteria hold; at most 2,000
 * @param rest       for everybody else; without criteria
 */
public record Scheme(
        String id,
        int version,
        Bilingual name,
        ValueRule value,
        PotentialLevels potential,
        List<Dimension> dimensions,
        List<SegmentDefinition> segments,
        SegmentDefinition rest) {

    public Scheme {
        dimensions = dimensions == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(dimensions));
        segments = segments == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(segments));
    }

    /** {@return what the product comes with: value classes as {@code ValueClassSettings.DEFAULT} has them} */
    public static Scheme starter() {
        return new Scheme(
                "standard",
                1,
                new Bilingual("Standard", "Standard"),
                new ValueRule(
                        ValueBasis.REVENUE,
                        new ValueThresholds(new BigDecimal("100000"), new BigDecimal("25000"), new BigDecimal("5000")),
                        new BigDecimal("0.5"),
                        null),
                new PotentialLevels(new BigDecimal("50000"), new BigDecimal("10000")),
                List.of(),
                List.of(
                        segment(
                                "interessenten",
                                "Interessenten",
                                "Leads",
                                "Noch nicht bestellt: qualifizieren.",
                                "No order yet: qualify.",
                                Criterion.in("phase", "LEAD")),
                        segment(
                                "rueckgewinnung",
                                "Rückgewinnung",
                                "Win back",
                                "Verlorene Kunden, die sich gelohnt haben oder lohnen könnten.",
                                "Lost customers that were or could be worth the while.",
                                Criterion.in("phase", "LOST"),
                                Criterion.in("valueClass", "A", "B")),
                        segment(
                                "verloren",
                                "Verlorene Kunden",
                                "Lost customers",
                                "Kein aktiver Aufwand.",
                                "No active effort.",
                                Criterion.in("phase", "LOST")),
                        segment(
                                "schluesselkunden",
                                "Schlüsselkunden",
                                "Key accounts",
                                "Eigene Betreuung durch das Key-Account-Team.",
                                "Looked after by the key account team.",
                                Criterion.in("valueClass", "A")),
                        segment(
                                "aufsteiger",
                                "Aufsteiger",
                                "Climbers",
                                "Kleiner Umsatz, großes ungenutztes Potenzial.",
                                "Small revenue, large untapped potential.",
                                Criterion.in("potentialLevel", "HIGH")),
                        segment(
                                "mittelstand",
                                "Mittelstandskunden",
                                "Mid-size accounts",
                                "Zusatzverkauf.",
                                "Add-on sales.",
                                Criterion.in("valueClass", "B"))),
                segment(
                        "telefonische-betreuung",
                        "Telefonische Betreuung",
                        "Telephone service",
                        "Alle übrigen: der Innendienst als eigener Vertriebskanal.",
                        "All others: inside sales as a channel of its own."));
    }

    private static SegmentDefinition segment(
            String id, String de, String en, String deText, String enText, Criterion... criteria) {
        return new SegmentDefinition(id, new Bilingual(de, en), new Bilingual(deText, enText), List.of(criteria));
    }
}
