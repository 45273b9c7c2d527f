package de.zuruf.crm.spi;

/**
 * A place in an adapter's stream of changes. Opaque to everybody but the adapter.
 *
 * @param value at most 500 characters
 */
public record CrmCursor(String value) {
    /** The beginning of everything. */
    public static final CrmCursor START = new CrmCursor("");
}
