package de.zuruf.app.scoring;

import de.zuruf.app.mirror.MirroredProduct;
import de.zuruf.segment.CrossSell;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Recounts which products are bought together and stores the best hint of each customer. Reads customers in slices, so
 * that memory does not grow with their number. Setting {@code zuruf.cross-sell.max-parties}: with more customers than
 * this the recount is left to the nightly run; default 20000.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CrossSellKeeper {
    private static final int SLICE = 1000;
    private static final int MONTHS = 24;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "zuruf.cross-sell.max-parties", defaultValue = "20000")
    private long maximumParties;

    /** A customer's segment for this purpose, and what he bought. */
    private record Basket(String segment, List<String> products) {}

    /** Recounts everything, unless there are too many customers to do so between two calls. */
    public void compute() {
        if (em.createQuery("select count(f) from FiguresRow f", Long.class).getSingleResult() > maximumParties) {
            return;
        }
        var counter = new CrossSell(CrossSell.Settings.DEFAULT);
        slices((id, basket) -> counter.count(basket.segment, basket.products));
        var names = new HashMap<String, String>();
        var orderable = new HashMap<String, Boolean>();
        em.createQuery("select p from MirroredProduct p", MirroredProduct.class)
                .getResultStream()
                .forEach(p -> {
                    names.put(p.id(), p.name());
                    orderable.put(p.id(), p.orderable());
                });
        slices((id, basket) -> {
            var hint = counter.hint(basket.segment, basket.products, p -> orderable.getOrDefault(p, false));
            var row = em.find(FiguresRow.class, id);
            row.crossProduct = hint.map(h -> names.get(h.productId())).orElse(null);
            row.crossBecause = hint.map(h -> names.get(h.becauseProductId())).orElse(null);
            row.crossBoth = hint.map(h -> h.peersWithBoth()).orElse(null);
            row.crossBase = hint.map(h -> h.peersWithBecause()).orElse(null);
        });
    }

    private void slices(BiConsumer<Long, Basket> each) {
        var since = LocalDate.now(clock).minusMonths(MONTHS);
        var last = 0L;
        while (true) {
            var segments = new HashMap<Long, String>();
            var slice = em.createQuery(
                            "select f.partyId, f.valueClass, p.industry from FiguresRow f join MirroredParty p"
                                    + " on p.id = f.partyId where f.partyId > ?1 order by f.partyId",
                            Object[].class)
                    .setParameter(1, last)
                    .setMaxResults(SLICE)
                    .getResultList();
            if (slice.isEmpty()) {
                return;
            }
            for (var row : slice) {
                last = (Long) row[0];
                segments.put(last, String.valueOf(row[2]));
            }
            baskets(slice, since).forEach((id, products) -> each.accept(id, new Basket(segments.get(id), products)));
            em.flush();
            em.clear();
        }
    }

    private Map<Long, List<String>> baskets(List<Object[]> slice, LocalDate since) {
        var baskets = new HashMap<Long, List<String>>();
        slice.forEach(row -> baskets.put((Long) row[0], new ArrayList<>()));
        em.createQuery(
                        "select distinct o.partyId, l.productId from MirroredOrder o join MirroredOrderLine l on l.orderId"
                                + " = o.id where o.partyId between ?1 and ?2 and o.orderedOn >= ?3",
                        Object[].class)
                .setParameter(1, slice.get(0)[0])
                .setParameter(2, slice.get(slice.size() - 1)[0])
                .setParameter(3, since)
                .getResultStream()
                .forEach(row -> baskets.computeIfAbsent((Long) row[0], id -> new ArrayList<>())
                        .add((String) row[1]));
        baskets.keySet().retainAll(slice.stream().map(row -> row[0]).toList());
        return baskets;
    }
}
