package de.zuruf.prompt;

/** The facts that conditions and texts can use. A fact that is not set has its type's empty value. */
public enum PromptFact {
    VALUE_CLASS("valueClass", FactType.TEXT, "A, B, C or D; empty for a caller who is no customer"),
    PHASE("phase", FactType.TEXT, "lifecycle phase: LEAD, NEW, DEVELOPING, REGULAR, AT_RISK, LOST, REGAINED"),
    COMPANY("company", FactType.TEXT, "name of the company"),
    CITY("city", FactType.TEXT, "where the company is"),
    INDUSTRY("industry", FactType.TEXT, "key of the industry, e.g. MASCHINENBAU"),
    CONTACT_KNOWN("contactKnown", FactType.YES_NO, "whether the person on the line is known by name"),
    CONTACT_NAME("contactName", FactType.TEXT, "name of the person on the line"),
    OWNER_NAME("ownerName", FactType.TEXT, "field-sales owner of the customer"),
    PAYMENT_BLOCKED("paymentBlocked", FactType.YES_NO, "whether accounting blocks deliveries"),
    SATISFIED("satisfied", FactType.YES_NO, "whether the last survey or visit recorded a positive voice"),
    DAYS_SINCE_LAST_CONTACT(
            "daysSinceLastContact", FactType.NUMBER, "days since the last contact of any channel before this call"),

    ORDER_COUNT("orderCount", FactType.NUMBER, "days on which the customer ordered"),
    FIRST_ORDER_ON("firstOrderOn", FactType.DAY, "day of the first order"),
    LAST_ORDER_ON("lastOrderOn", FactType.DAY, "day of the latest order"),
    DAYS_SINCE_FIRST_ORDER("daysSinceFirstOrder", FactType.NUMBER, "days since the first order"),
    DAYS_SINCE_LAST_ORDER("daysSinceLastOrder", FactType.NUMBER, "days since the latest order"),
    WELCOMED("welcomed", FactType.YES_NO, "whether the customer was welcomed in an earlier call"),

    RHYTHM_KNOWN("rhythmKnown", FactType.YES_NO, "whether there are enough orders for a rhythm"),
    RHYTHM_UNUSUAL("rhythmUnusual", FactType.YES_NO, "whether the customer is silent longer than his rhythm"),
    USUAL_DAYS("usualDays", FactType.NUMBER, "usual days between two orders"),
    SPREAD_DAYS("spreadDays", FactType.NUMBER, "usual deviation from that, in days"),
    GROUPS("groups", FactType.LIST, "ids of the product groups bought so far"),
    VANISHED_GROUP("vanishedGroup", FactType.TEXT, "name of a product group that used to be in the orders"),
    VANISHED_PRESENT("vanishedPresent", FactType.NUMBER, "in how many of the earlier orders that group was"),
    VANISHED_EARLIER("vanishedEarlier", FactType.NUMBER, "number of those earlier orders"),
    VANISHED_MISSING("vanishedMissing", FactType.NUMBER, "number of latest orders without the group"),
    VOLUME_FACTOR("volumeFactor", FactType.FACTOR, "size of the latest orders against the earlier ones; 0.5 is half"),

    REVENUE_12M("revenue12m", FactType.MONEY, "revenue of the last twelve months"),
    REVENUE_PREVIOUS_12M("revenuePrevious12m", FactType.MONEY, "revenue of the twelve months before"),
    MARGIN_12M("margin12m", FactType.MONEY, "contribution margin of the last twelve months"),
    POTENTIAL("potential", FactType.MONEY, "possible revenue of a year, as entered"),

    CROSS_SELL_PRODUCT("crossSellProduct", FactType.TEXT, "product that peers buy and the customer does not"),
    CROSS_SELL_BECAUSE("crossSellBecause", FactType.TEXT, "product of his that is the reason"),
    CROSS_SELL_PERCENT("crossSellPercent", FactType.PERCENT, "share of the peers with the one who buy the other"),
    CROSS_SELL_BOTH("crossSellBoth", FactType.NUMBER, "number of peers who buy both"),
    CROSS_SELL_PEERS("crossSellPeers", FactType.NUMBER, "number of peers who buy the reason"),

    OPEN_QUOTES("openQuotes", FactType.NUMBER, "number of open quotes"),
    QUOTE_ID("quoteId", FactType.TEXT, "oldest open quote"),
    QUOTE_SUBJECT("quoteSubject", FactType.TEXT, "its subject"),
    QUOTE_AMOUNT("quoteAmount", FactType.MONEY, "its amount"),
    QUOTE_DAYS("quoteDays", FactType.NUMBER, "days for which it has been open"),
    QUOTE_ON("quoteOn", FactType.DAY, "day on which it was made"),

    OPEN_COMPLAINTS("openComplaints", FactType.NUMBER, "number of open complaints"),
    COMPLAINT_ID("complaintId", FactType.TEXT, "oldest open complaint"),
    COMPLAINT_SUBJECT("complaintSubject", FactType.TEXT, "its subject"),
    COMPLAINT_DAYS("complaintDays", FactType.NUMBER, "days for which it has been open"),
    COMPLAINT_ON("complaintOn", FactType.DAY, "day on which it was opened");

    private final String variable;
    private final FactType type;
    private final String meaning;

    PromptFact(String variable, FactType type, String meaning) {
        this.variable = variable;
        this.type = type;
        this.meaning = meaning;
    }

    /** {@return the name in conditions and, in braces, in texts} */
    public String variable() {
        return variable;
    }

    /** {@return its type} */
    public FactType type() {
        return type;
    }

    /** {@return what it means, in English} */
    public String meaning() {
        return meaning;
    }
}
