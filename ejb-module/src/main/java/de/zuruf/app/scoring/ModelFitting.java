package de.zuruf.app.scoring;

import de.zuruf.segment.value.ModelQuality;
import de.zuruf.segment.value.PurchaseCells;
import de.zuruf.segment.value.PurchaseHistory;
import de.zuruf.segment.value.PurchaseModel;
import de.zuruf.segment.value.PurchaseModelFit;
import de.zuruf.segment.value.SpendingModelFit;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Fits the value models to what is stored of all customers, and holds them against the weeks that followed. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelFitting {
    /** Rows read at a time, so that memory does not grow with the number of customers but by the numbers taken from them. */
    private static final int PAGE = 20_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private ValueModels models;

    @Inject
    private Event<ValueModelFitted> fitted;

    @Inject
    private Clock clock;

    /**
     * How the models fitted to what was known thirteen weeks before have come true.
     *
     * @param drift since the run before; null without one
     */
    public record Assessment(ModelQuality quality, Double drift) {}

    /**
     * Fits.
     *
     * @param asOf day up to which orders count
     * @return identity of the fit; empty when there are too few orders
     */
    public Optional<Long> fit(LocalDate asOf) {
        var customers = count();
        var cells = new PurchaseCells.Builder(customers);
        var spending = new Amounts(customers);
        pages("f.firstOrderOn, f.lastOrderOn, f.orderDays, f.logGaps, f.marginSum", "f.orderDays", row -> {
            var orderDays = (Integer) row[3];
            cells.add(FiguresRow.history((LocalDate) row[1], (LocalDate) row[2], orderDays, (Double) row[4], asOf));
            spending.add(orderDays, ((BigDecimal) row[5]).doubleValue() / orderDays);
        });
        return PurchaseModelFit.mostLikely(cells.build()).map(fit -> {
            var row = new ValueModelRow();
            row.fittedAt = clock.instant();
            row.asOf = asOf;
            row.set(fit);
            spending.fit().ifPresent(s -> row.set(s.model(), s.customers()));
            em.persist(row);
            fitted.fire(new ValueModelFitted(row.id));
            return row.id;
        });
    }

    /** Mean amounts of customers. */
    private static final class Amounts {
        private int[] orders;
        private double[] means;
        private int size;

        Amounts(int expected) {
            orders = new int[Math.max(16, expected)];
            means = new double[orders.length];
        }

        void add(int count, double mean) {
            if (size == orders.length) {
                orders = Arrays.copyOf(orders, size + size / 2);
                means = Arrays.copyOf(means, orders.length);
            }
            orders[size] = count;
            means[size++] = mean;
        }

        Optional<SpendingModelFit> fit() {
            return SpendingModelFit.of(Arrays.copyOf(orders, size), Arrays.copyOf(means, size))
                    .filter(SpendingModelFit::converged);
        }
    }

    /**
     * Fits the same models to what was known thirteen weeks ago, predicts who would order since, and notes beside a fit how that has
     * come true.
     *
     * @param model identity of the fit
     */
    public void assess(long model) {
        var customers = count();
        var cells = new PurchaseCells.Builder(customers);
        var held = new Held(customers);
        pages(
                "f.firstOrderOn, f.heldLastOn, f.heldOrderDays, f.heldLogGaps, f.heldUntil, f.heldOrdersAfter",
                "f.heldOrderDays",
                row -> {
                    var history = FiguresRow.history(
                            (LocalDate) row[1], (LocalDate) row[2], (Integer) row[3], (Double) row[4], (LocalDate)
                                    row[5]);
                    cells.add(history);
                    held.add(history, (Integer) row[6] > 0);
                });
        PurchaseModelFit.mostLikely(cells.build()).ifPresent(fit -> {
            var probabilities = held.probabilities(fit.model());
            var drift = former(model).map(before -> before.quality().drift(probabilities));
            var assessment = new Assessment(held.quality(probabilities), drift.orElse(null));
            em.find(ValueModelRow.class, model).quality = AssessmentText.write(assessment);
        });
    }

    private Optional<Assessment> former(long model) {
        return em.createQuery(
                        "select m.quality from ValueModelRow m where m.id < ?1 and m.quality is not null order by m.id desc",
                        String.class)
                .setParameter(1, model)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(AssessmentText::read);
    }

    /** What was known of customers thirteen weeks ago, as numbers: an object for each of a million would be memory. */
    private static final class Held {
        private int[] repeats;
        private int[] lastDay;
        private int[] observedDays;
        private boolean[] ordered;
        private int size;

        Held(int expected) {
            repeats = new int[Math.max(16, expected)];
            lastDay = new int[repeats.length];
            observedDays = new int[repeats.length];
            ordered = new boolean[repeats.length];
        }

        void add(PurchaseHistory history, boolean orderedAfter) {
            if (size == repeats.length) {
                var larger = size + size / 2;
                repeats = Arrays.copyOf(repeats, larger);
                lastDay = Arrays.copyOf(lastDay, larger);
                observedDays = Arrays.copyOf(observedDays, larger);
                ordered = Arrays.copyOf(ordered, larger);
            }
            repeats[size] = history.repeats();
            lastDay[size] = history.lastDay();
            observedDays[size] = history.observedDays();
            ordered[size++] = orderedAfter;
        }

        double[] probabilities(PurchaseModel model) {
            return IntStream.range(0, size)
                    .mapToDouble(i -> 1
                            - model.noOrderWithin(
                                    new PurchaseHistory(repeats[i], lastDay[i], observedDays[i], 0),
                                    FiguresRow.HELD_WEEKS))
                    .toArray();
        }

        ModelQuality quality(double[] probabilities) {
            return ModelQuality.of(
                    probabilities,
                    IntStream.range(0, size)
                            .map(i -> observedDays[i] - lastDay[i])
                            .toArray(),
                    Arrays.copyOf(ordered, size));
        }
    }

    private int count() {
        return Math.toIntExact(
                em.createQuery("select count(f) from FiguresRow f", Long.class).getSingleResult());
    }

    /** Reads some columns of all customers with orders, after the customer's identity. */
    private void pages(String columns, String orderDays, Consumer<Object[]> each) {
        var last = Long.MIN_VALUE;
        while (true) {
            var page = em.createQuery(
                            "select f.partyId, " + columns + " from FiguresRow f where f.partyId > ?1 and " + orderDays
                                    + " > 0 order by f.partyId",
                            Object[].class)
                    .setParameter(1, last)
                    .setMaxResults(PAGE)
                    .getResultList();
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = (Long) page.get(page.size() - 1)[0];
        }
    }
}
