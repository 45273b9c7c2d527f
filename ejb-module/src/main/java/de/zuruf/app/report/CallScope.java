package de.zuruf.app.report;

import de.zuruf.customer.EmployeeRole;
import de.zuruf.report.Intervals;
import jakarta.persistence.TypedQuery;

/** The condition that picks a report's calls, {@code c} in the query. A team's calls rang at one of its members or were answered by one. */
final class CallScope {
    private final Selection selection;
    private final Intervals span;

    CallScope(Selection selection, Intervals span) {
        this.selection = selection;
        this.span = span;
    }

    /** {@return a condition on calls from outside} */
    String condition() {
        var condition = "c.internal = false and c.outgoing = false";
        if (selection.queue() != null) {
            condition += " and c.queue = :queue";
        }
        if (selection.team() != null) {
            // With "exists" in the place of "in" EclipseLink binds no parameter of the query any more.
            condition +=
                    " and (c.answeredBy in (select m.id from StaffMember m where m.team = :team and m.role = :role) or"
                            + " c.id in (select o.callId from CallOffer o join StaffMember p on p.id = o.employeeId where"
                            + " o.callId = c.id and p.team = :team and p.role = :role))";
        }
        return condition;
    }

    <T> TypedQuery<T> bind(TypedQuery<T> query) {
        query.setParameter("start", span.start()).setParameter("end", span.end());
        if (selection.queue() != null) {
            query.setParameter("queue", selection.queue());
        }
        if (selection.team() != null) {
            query.setParameter("team", selection.team()).setParameter("role", EmployeeRole.INSIDE_SALES);
        }
        return query;
    }
}
