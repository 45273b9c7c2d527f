package de.zuruf.app.scoring;

import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.mirror.MirroredProductGroup;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
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
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Recomputes what is stored of customers from their orders: when these have changed, and each night. */
@Stateless
@PermitAll
public class FiguresKeeper {
    private static final int SLICE = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ValueModels models;

    @Inject
    private Clock clock;

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
     * Computes the figures of these customers, in the caller's transaction.
     *
     * @param ids a few hundred at most; those of whom there is no customer any more are passed over
     */
    public void compute(Collection<Long> ids) {
        var groupOf = groups();
        var orders = orders(ids);
        var rows = em.createQuery("select f from FiguresRow f where f.partyId in ?1", FiguresRow.class)
                .setParameter(1, ids)
                .getResultStream()
                .collect(Collectors.toMap(f -> f.partyId, f -> f));
        var today = LocalDate.now(clock);
        em.createQuery("select p from MirroredParty p where p.id in ?1", MirroredParty.class)
                .setParameter(1, ids)
                .getResultStream()
                .forEach(party -> {
                    var his = orders.getOrDefault(party.id(), List.of());
                    var row = rows.computeIfAbsent(party.id(), this::newRow);
                    fill(row, party, FiguresCalculator.of(his, groupOf::get), today);
                    row.purchased(his, today);
                    row.score(models.current(), today);
                });
    }

    private FiguresRow newRow(long party) {
        var row = new FiguresRow();
        row.partyId = party;
        em.persist(row);
        return row;
    }

    /** Reads product ids with their groups; there are some thousands at most. */
    private Map<String, String> groups() {
        var groupOf = new HashMap<String, String>();
        em.createQuery("select p.id, p.groupId from MirroredProduct p", Object[].class)
                .getResultStream()
                .forEach(p -> groupOf.put((String) p[0], (String) p[1]));
        return groupOf;
    }

    /** An order while its lines are gathered. */
    private record Gathered(String id, LocalDate orderedOn, OrderStatus status, List<OrderLine> lines) {}

    /** Reads values, not entities: nothing of an order is changed here, and there may be many. */
    private Map<Long, List<Order>> orders(Collection<Long> ids) {
        var gathered = new HashMap<Long, Map<Long, Gathered>>();
        em.createQuery(
                        "select o.partyId, o.id, o.externalId, o.orderedOn, o.status, l.productId, l.quantity, l.amount,"
                                + " l.margin from MirroredOrder o left join MirroredOrderLine l on l.orderId = o.id where"
                                + " o.partyId in ?1",
                        Object[].class)
                .setParameter(1, ids)
                .getResultStream()
                .forEach(row -> {
                    var order = gathered.computeIfAbsent((Long) row[0], id -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    (Long) row[1],
                                    id -> new Gathered(
                                            (String) row[2],
                                            (LocalDate) row[3],
                                            (OrderStatus) row[4],
                                            new ArrayList<>(2)));
                    if (row[5] != null) {
                        order.lines.add(new OrderLine(
                                (String) row[5], (BigDecimal) row[6], (BigDecimal) row[7], (BigDecimal) row[8]));
                    }
                });
        var orders = new HashMap<Long, List<Order>>();
        gathered.forEach((party, his) -> orders.put(
                party,
                his.values().stream()
                        .map(o -> new Order(o.id, String.valueOf(party), o.orderedOn, o.status, o.lines))
                        .toList()));
        return orders;
    }

    private void fill(FiguresRow row, MirroredParty party, CustomerFigures figures, LocalDate today) {
        row.figures = figures.toText();
        row.lastOrderOn = figures.lastOrderOn();
        var year = figures.last12Months(today);
        row.revenue12m = year.revenue();
        row.margin12m = year.margin();
        row.potential = party.potential();
        row.valueClass = ValueClass.of(year.revenue(), party.potential(), ValueClassSettings.DEFAULT);
        var facts = LifecycleFacts.of(party.customerSince(), party.cancelledOn(), figures, today);
        row.phase = Lifecycle.standard().step(null, facts, today).state().judged();
        row.vanishedGroup = figures.vanished().isEmpty()
                ? null
                : groupName(figures.vanished().get(0).groupId());
        row.computedAt = clock.instant();
    }

    private String groupName(String id) {
        var group = em.find(MirroredProductGroup.class, id);
        return group == null ? id : group.name();
    }
}
