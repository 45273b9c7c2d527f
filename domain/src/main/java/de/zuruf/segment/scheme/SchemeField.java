package de.zuruf.segment.scheme;

import de.zuruf.customer.SizeClass;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.potential.PotentialSource;
import de.zuruf.wording.Bilingual;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the criteria of a scheme can ask. A customer of whom something is not known fulfils no criterion about it. Dimensions that a scheme
 * defines itself are asked as {@code dimension.ID}.
 */
public enum SchemeField {
    /** The customer itself, by its id in the CRM: a segment of a few, or of one. */
    CUSTOMER("customer", Kind.EXACT, "Kunde", "customer"),
    /** A to D, by the scheme's {@link ValueRule}. */
    VALUE_CLASS("valueClass", names(ValueClass.values()), true, "Wertklasse", "value class"),
    /** By the scheme's {@link PotentialLevels}. */
    POTENTIAL_LEVEL("potentialLevel", names(PotentialLevel.values()), true, "Potenzial", "potential"),
    /** Whether the potential is ESTIMATED or ENTERED. */
    POTENTIAL_SOURCE(
            "potentialSource",
            names(PotentialSource.values()),
            false,
            "Herkunft des Potenzials",
            "origin of the potential"),
    /** Lifecycle phase: LEAD, NEW, DEVELOPING, REGULAR, AT_RISK, LOST, REGAINED. */
    PHASE("phase", names(LifecyclePhase.values()), true, "Phase", "phase"),
    /** Key of the industry, e.g. MASCHINENBAU. */
    INDUSTRY("industry", Kind.TEXT, "Branche", "industry"),
    /** Number of people: MICRO (1 to 9), SMALL (to 49), MEDIUM (to 249), LARGE. */
    SIZE("size", names(SizeClass.values()), false, "Größe", "size"),
    /** Country of the address, ISO 3166-1 alpha-2, e.g. DE. */
    COUNTRY("country", Kind.TEXT, "Land", "country"),
    /** Postal code, by its beginning: 20 is everything from 20000 to 20999. */
    POSTCODE("postcode", Kind.PREFIX, "Postleitzahl", "postal code"),
    /** Federal state, ISO 3166-2, e.g. DE-BY. */
    FEDERAL_STATE("federalState", Kind.TEXT, "Bundesland", "federal state"),
    /** The way by which most orders come, e.g. CALL or SHOP. */
    CHANNEL("channel", Kind.TEXT, "Kanal", "channel"),
    /** Ids of the product groups that he prefers; one of them suffices. */
    PRODUCT_GROUP("productGroup", Kind.ANY, "Warengruppe", "product group"),
    /** EUR in the last twelve months. */
    REVENUE_12M("revenue12m", Unit.EUR, "Umsatz im Jahr", "revenue a year"),
    /** Customer lifetime value, EUR. */
    CLV("clv", Unit.EUR, "Kundenwert", "customer lifetime value"),
    /** EUR a year, estimated or entered. */
    POTENTIAL("potential", Unit.EUR, "Potenzial im Jahr", "potential a year"),
    /** Potential less revenue, EUR a year, at least 0. */
    UNTAPPED("untapped", Unit.EUR, "ungenutztes Potenzial im Jahr", "untapped potential a year"),
    /** Revenue by potential, 0 to 1. */
    SHARE_OF_WALLET("shareOfWallet", Unit.SHARE, "Lieferanteil", "share of wallet"),
    /** Probability of still being a customer, 0 to 1. */
    STILL_CUSTOMER(
            "stillCustomer", Unit.SHARE, "Wahrscheinlichkeit, noch Kunde zu sein", "probability of being a customer"),
    /** Days with at least one order. */
    ORDER_DAYS("orderDays", Unit.COUNT, "Bestelltage", "order days"),
    /** Days since the first order. */
    DAYS_SINCE_FIRST(
            "daysSinceFirstOrder", Unit.COUNT, "Tage seit der ersten Bestellung", "days since the first order"),
    /** Days since the latest order. */
    DAYS_SINCE_LAST(
            "daysSinceLastOrder", Unit.COUNT, "Tage seit der letzten Bestellung", "days since the latest order");

    /** How a field is asked. */
    public enum Kind {
        /** One of a list; there are only these values. */
        CLOSED,
        /** One of a list, whatever the letters' case. */
        TEXT,
        /** One of a list, letter by letter. */
        EXACT,
        /** The customer has several; one of the list suffices. */
        ANY,
        /** Begins with one of a list. */
        PREFIX,
        /** From and below. */
        NUMBER
    }

    /** What a number counts. */
    public enum Unit {
        /** Euros. */
        EUR,
        /** 0 to 1. */
        SHARE,
        /** Whole things. */
        COUNT
    }

    private final String key;
    private final Kind kind;
    private final Unit unit;
    private final List<String> constants;
    private final boolean always;
    private final Bilingual words;

    SchemeField(String key, Kind kind, Unit unit, List<String> constants, boolean always, String de, String en) {
        this.key = key;
        this.kind = kind;
        this.unit = unit;
        this.constants = constants;
        this.always = always;
        this.words = new Bilingual(de, en);
    }

    SchemeField(String key, Kind kind, String de, String en) {
        this(key, kind, null, List.of(), false, de, en);
    }

    SchemeField(String key, Unit unit, String de, String en) {
        this(key, Kind.NUMBER, unit, List.of(), false, de, en);
    }

    SchemeField(String key, List<String> constants, boolean always, String de, String en) {
        this(key, Kind.CLOSED, null, constants, always, de, en);
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    /** {@return the field of a key; empty when there is none} */
    static Optional<SchemeField> of(String key) {
        return Arrays.stream(SchemeField.values())
                .filter(f -> f.key.equals(key))
                .findFirst();
    }

    /** {@return the name in criteria} */
    public String key() {
        return key;
    }

    /** {@return how it is asked} */
    public Kind kind() {
        return kind;
    }

    /** {@return what a number counts; null for others} */
    public Unit unit() {
        return unit;
    }

    /** {@return all values of a closed field, otherwise none} */
    public List<String> constants() {
        return constants;
    }

    /** {@return whether every customer has a value} */
    boolean always() {
        return always;
    }

    /** {@return the field in words} */
    public Bilingual words() {
        return words;
    }
}
