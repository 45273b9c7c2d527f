package de.zuruf.crm.spi;

import java.util.List;

/**
 * Changes in the order in which they are to be applied.
 *
 * @param changes possibly empty
 * @param next    cursor after these changes
 */
public record CrmBatch(List<CrmChange> changes, CrmCursor next) {
    public CrmBatch {
        changes = List.copyOf(changes);
    }
}
