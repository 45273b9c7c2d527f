package de.zuruf.app.customer;

import de.zuruf.customer.Party;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecycleFacts;
import de.zuruf.segment.LifecycleJudgement;
import de.zuruf.segment.MonthSum;
import de.zuruf.segment.Segment;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.ValueClassSettings;
import java.time.LocalDate;

/**
 * Where a customer stands today. Figures do not age, what follows from them does.
 *
 * @param judgement of the phase, with its reason
 * @param year      sums of the last twelve months
 */
public record CustomerStanding(Segment segment, LifecycleJudgement judgement, MonthSum year) {

    /** {@return the standing on a day} */
    public static CustomerStanding of(Party party, CustomerFigures figures, LocalDate today) {
        var judgement =
                LifecycleJudgement.of(new LifecycleFacts(party.customerSince(), party.cancelledOn(), figures), today);
        var year = figures.last12Months(today);
        var valueClass = ValueClass.of(year.revenue(), party.potential(), ValueClassSettings.DEFAULT);
        return new CustomerStanding(Segment.of(valueClass, judgement.phase()), judgement, year);
    }
}
