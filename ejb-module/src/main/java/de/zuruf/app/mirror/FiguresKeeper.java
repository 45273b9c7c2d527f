package de.zuruf.app.mirror;

import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.FiguresCalculator;
import de.zuruf.segment.ValueClass;
import de.zuruf.segment.ValueClassSettings;
import de.zuruf.segment.lifecycle.Lifecycle;
import de.zuruf.segment.lifecycle.LifecycleFacts;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recomputes the stored figures of customers whose orders have changed. */
@Stateless
@PermitAll
public class FiguresKeeper {
    private static final int SLICE = 200;
    private static final int AGED = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Notes that the orders of these customers have changed. */
    public void due(Collection<Long> parties) {
        if (!parties.isEmpty()) {
            em.createQuery("update MirroredParty p set p.figuresDue = ?1 where p.id in ?2")
                    .setParameter(1, true)
                    .setParameter(2, parties)
                    .executeUpdate();
        }
    }

    /**
     * Computes the figures of some of the customers for whom they are due, in a transaction of its own.
     *
     * @return false when none is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean computeSome() {
        var parties = em.createQuery(
                        "select p.id from MirroredParty p where p.figuresDue = ?1 order by p.id", Long.class)
                .setParameter(1, true)
                .setMaxResults(SLICE)
                .getResultList();
        if (parties.isEmpty()) {
            return false;
        }
        compute(parties);
        em.flush();
        em.createQuery("update MirroredParty p set p.figuresDue = ?1 where p.id in ?2")
                .setParameter(1, false)
                .setParameter(2, parties)
                .executeUpdate();
        return true;
    }

    /**
     * Sums anew, in a transaction of its own, some of the customers whose sums are of an earlier month: a customer who no longer
     * orders is not due by {@link #due}, and yet worth less every month.
     *
     * @return false when none is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean ageSome() {
        var today = LocalDate.now(clock);
        var aged = em.createQuery(
                        "select f, p from FiguresRow f join MirroredParty p on p.id = f.partyId where f.summedMonth < ?1"
                                + " order by f.summedMonth, f.partyId",
                        Object[].class)
                .setParameter(1, month(today))
                .setMaxResults(AGED)
                .getResultList();
        for (var pair : aged) {
            var row = (FiguresRow) pair[0];
            judge(row, (MirroredParty) pair[1], row.figures(), today);
        }
        return !aged.isEmpty();
    }

    private void compute(Collection<Long> parties) {
        var groupOf = new HashMap<String, String>();
        em.createQuery("select p.id, p.groupId from MirroredProduct p", Object[].class)
                .getResultStream()
                .forEach(p -> groupOf.put((String) p[0], (String) p[1]));
        var orders = em.createQuery("select o from MirroredOrder o where o.partyId in ?1", MirroredOrder.class)
                .setParameter(1, parties)
                .getResultStream()
                .collect(Collectors.groupingBy(o -> o.partyId));
        var lines = em.createQuery(
                        "select l from MirroredOrderLine l join MirroredOrder o on o.id = l.orderId where o.partyId in ?1",
                        MirroredOrderLine.class)
                .setParameter(1, parties)
                .getResultStream()
                .collect(Collectors.groupingBy(l -> l.orderId));
        var rows = em.createQuery("select f from FiguresRow f where f.partyId in ?1", FiguresRow.class)
                .setParameter(1, parties)
                .getResultStream()
                .collect(Collectors.toMap(f -> f.partyId, f -> f));
        var today = LocalDate.now(clock);
        for (var id : parties) {
            var party = em.find(MirroredParty.class, id);
            if (party == null) {
                continue;
            }
            var figures = FiguresCalculator.of(values(orders.getOrDefault(id, List.of()), lines), groupOf::get);
            var row = rows.get(id);
            if (row == null) {
                row = new FiguresRow();
                row.partyId = id;
            }
            fill(row, party, figures, today);
            if (!em.contains(row)) {
                em.persist(row);
            }
        }
    }

    private void fill(FiguresRow row, MirroredParty party, CustomerFigures figures, LocalDate today) {
        row.figures = figures.toText();
        row.lastOrderOn = figures.lastOrderOn();
        judge(row, party, figures, today);
        row.vanishedGroup = figures.vanished().isEmpty()
                ? null
                : groupName(figures.vanished().get(0).groupId());
        row.computedAt = clock.instant();
    }

    private static void judge(FiguresRow row, MirroredParty party, CustomerFigures figures, LocalDate today) {
        var year = figures.last12Months(today);
        row.revenue12m = year.revenue();
        row.margin12m = year.margin();
        row.potential = party.potential;
        row.summedMonth = month(today);
        row.valueClass = ValueClass.of(year.revenue(), party.potential, ValueClassSettings.DEFAULT);
        var facts = LifecycleFacts.of(party.customerSince, party.cancelledOn, figures, today);
        row.phase = Lifecycle.standard().step(null, facts, today).state().judged();
    }

    private static int month(LocalDate day) {
        return day.getYear() * 100 + day.getMonthValue();
    }

    private String groupName(String id) {
        var group = em.find(MirroredProductGroup.class, id);
        return group == null ? id : group.name;
    }

    private static List<Order> values(List<MirroredOrder> orders, Map<Long, List<MirroredOrderLine>> lines) {
        return orders.stream()
                .map(o -> new Order(
                        o.externalId,
                        String.valueOf(o.partyId),
                        o.orderedOn,
                        o.status,
                        lines.getOrDefault(o.id, List.of()).stream()
                                .map(l -> new OrderLine(l.productId, l.quantity, l.amount, l.margin))
                                .toList()))
                .toList();
    }
}
