package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import java.time.LocalDate;
import java.util.List;

/**
 * The demo company as generated.
 *
 * @param anchor  the day that is "today" in it
 * @param changes all records, in an order in which references are satisfied
 * @param parts   who shows what
 */
record DemoData(LocalDate anchor, List<CrmChange> changes, List<Part> parts) {
    DemoData {
        changes = List.copyOf(changes);
        parts = List.copyOf(parts);
    }
}
