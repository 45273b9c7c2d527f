package de.zuruf.crm.xml;

/**
 * Something wrong in a delivered file.
 *
 * @param severity what it costs
 * @param line     1-based; 0 when it concerns the file as a whole
 * @param column   1-based; 0 when it concerns the file as a whole
 * @param record   element name of the record, e.g. {@code party}; null when it concerns the file as a whole
 * @param recordId the record's identity; null when it has none that can be read
 * @param reason   one sentence in German for the person who delivers the files, at most 400 characters
 */
public record Problem(Severity severity, int line, int column, String record, String recordId, String reason) {

    private static final int REASON_LIMIT = 400;

    public Problem {
        if (reason.length() > REASON_LIMIT) {
            reason = reason.substring(0, REASON_LIMIT - 1) + "…";
        }
    }

    /** What a problem costs. */
    public enum Severity {
        /** Nothing; the record counts. */
        WARNING,
        /** The record. */
        RECORD_REJECTED,
        /** The rest of the file; records read before it count. */
        REST_REJECTED,
        /** The whole file. */
        FILE_REJECTED
    }
}
