package de.zuruf.prompt;

/** Types of facts: how a condition sees them, and how a text shows them. */
public enum FactType {
    /** CEL {@code string}; set with a String. */
    TEXT,
    /** CEL {@code int}; set with an Integer or Long. */
    NUMBER,
    /** CEL {@code int}, 0 to 100; set with an Integer or Long; shown with a percent sign. */
    PERCENT,
    /** CEL {@code double}, EUR; set with a BigDecimal; shown without cents. */
    MONEY,
    /** CEL {@code double}; set with a Double; shown with one decimal. */
    FACTOR,
    /** CEL {@code bool}; set with a Boolean. */
    YES_NO,
    /** CEL {@code string} of the form {@code 2026-11-22}; set with a LocalDate; shown as people write it. */
    DAY,
    /** CEL {@code list(string)}; set with a Collection of String. */
    LIST
}
