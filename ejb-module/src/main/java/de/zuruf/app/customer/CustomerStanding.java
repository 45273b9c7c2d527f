package de.zuruf.app.customer;

import de.zuruf.customer.Party;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.MonthSum;
import de.zuruf.segment.Segment;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.ValueClassSettings;
import de.zuruf.segment.lifecycle.Lifecycle;
import de.zuruf.segment.lifecycle.LifecycleFacts;
import de.zuruf.segment.lifecycle.LifecycleState;
import java.time.LocalDate;

/**
 * Where a customer stands today. Figures do not age, what follows from them does.
 *
 * @param lifecycle phase, with its reason
 * @param year      sums of the last twelve months
 */
public record CustomerStanding(Segment segment, LifecycleState lifecycle, MonthSum year) {

    /** {@return the standing on a day} */
    public static CustomerStanding of(Party party, CustomerFigures figures, LocalDate today) {
        var facts = LifecycleFacts.of(party.customerSince(), party.cancelledOn(), figures, today);
        var lifecycle = Lifecycle.standard().step(null, facts, today).state();
        var year = figures.last12Months(today);
        var valueClass = ValueClass.of(year.revenue(), party.potential(), ValueClassSettings.DEFAULT);
        return new CustomerStanding(Segment.of(valueClass, lifecycle.shown(today)), lifecycle, year);
    }
}
