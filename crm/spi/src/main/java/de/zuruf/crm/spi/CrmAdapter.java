package de.zuruf.crm.spi;

import java.net.URI;
import java.util.Optional;

/** An open connection to a CRM. */
public interface CrmAdapter extends AutoCloseable {

    /**
     * Reads changes in a stable order. Calling it again with the same cursor yields the same changes or newer versions
     * of them; a caller commits a batch together with {@link CrmBatch#next()} and so never loses or skips one.
     *
     * @param cursor where to go on; {@link CrmCursor#START} for everything
     * @param limit  number of changes that a batch should not exceed, at least 1
     * @return changes and the next cursor; an empty batch means that nothing is left for now
     * @throws CrmUnavailableException when the CRM cannot be reached; try again later
     */
    CrmBatch changesSince(CrmCursor cursor, int limit);

    /**
     * Writes an activity. Writing twice with the same key leaves one activity in the CRM.
     *
     * @param activity       what we created
     * @param idempotencyKey identity of this write, at most 64 characters of {@code [A-Za-z0-9._-]}
     * @return where the CRM keeps it
     * @throws CrmUnavailableException when the CRM cannot be reached; try again later
     * @throws CrmRejectedException    when the CRM refuses the content; trying again is of no use
     */
    CrmReference write(CrmActivity activity, String idempotencyKey);

    /**
     * @param reference of something in the CRM
     * @return a link that opens it for a person; empty when the CRM has no pages
     */
    Optional<URI> deepLink(CrmReference reference);

    /** {@return whether the CRM answers, with a sentence for the operator} */
    CrmHealth check();

    @Override
    void close();
}
