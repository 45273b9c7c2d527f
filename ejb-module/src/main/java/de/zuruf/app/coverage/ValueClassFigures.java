package de.zuruf.app.coverage;

import de.zuruf.app.customer.CustomerStanding;
import de.zuruf.app.mirror.MirroredParty;
import de.zuruf.app.scoring.FiguresRow;
import de.zuruf.customer.Channel;
import de.zuruf.segment.CustomerFigures;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One segment for each value class. The sums come out of an index over the stored figures, whatever the number of customers. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ValueClassFigures implements SegmentFigures {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int SHARE_DECIMALS = 4;
    private static final int CONTACT_DAYS = 365;

    /** Neither is a customer now. */
    private static final Set<LifecyclePhase> NO_CUSTOMERS = EnumSet.of(LifecyclePhase.LEAD, LifecyclePhase.LOST);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CoverageSettings settings;

    @Inject
    private Clock clock;

    private volatile Standing kept;

    private static final class Tally {
        final Map<LifecyclePhase, Long> phases = new EnumMap<>(LifecyclePhase.class);
        long customers;
        BigDecimal revenue = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        BigDecimal potential = BigDecimal.ZERO;
        long potentialOf;
        long visits;
        long calls;
    }

    @Override
    public Standing now() {
        var present = kept;
        var now = clock.instant();
        if (present == null || Duration.between(present.at(), now).abs().compareTo(KEPT) > 0) {
            present = new Standing(now, figures());
            kept = present;
        }
        return present;
    }

    @Override
    public Optional<String> segmentOf(long partyId) {
        return Optional.ofNullable(em.find(MirroredParty.class, partyId)).map(party -> {
            var row = em.find(FiguresRow.class, partyId);
            return CustomerStanding.of(
                            party.toParty(), row == null ? CustomerFigures.NONE : row.figures(), LocalDate.now(clock))
                    .segment()
                    .valueClass()
                    .name();
        });
    }

    private List<LiveFigures> figures() {
        var tallies = new EnumMap<ValueClass, Tally>(ValueClass.class);
        Arrays.stream(ValueClass.values()).forEach(value -> tallies.put(value, new Tally()));
        em.createQuery(
                        "select f.valueClass, f.phase, count(f.partyId), sum(f.revenue12m), sum(f.margin12m), sum(f.potential),"
                                + " count(f.potential) from FiguresRow f group by f.valueClass, f.phase",
                        Object[].class)
                .getResultStream()
                .forEach(row -> add(tallies.get((ValueClass) row[0]), row));
        contacts(tallies);
        var revenue = sum(tallies, tally -> tally.revenue);
        var margin = sum(tallies, tally -> tally.margin);
        var figures = new ArrayList<LiveFigures>();
        tallies.forEach((value, tally) -> figures.add(new LiveFigures(
                value.name(),
                value.words().de(),
                tally.customers,
                tally.revenue,
                share(tally.revenue, revenue),
                tally.margin,
                share(tally.margin, margin),
                tally.potential,
                tally.potentialOf,
                tally.visits,
                tally.calls,
                settings.visitCost()
                        .multiply(BigDecimal.valueOf(tally.visits))
                        .add(settings.callCost().multiply(BigDecimal.valueOf(tally.calls))),
                tally.phases)));
        return List.copyOf(figures);
    }

    private static void add(Tally tally, Object[] row) {
        var phase = (LifecyclePhase) row[1];
        var customers = (Long) row[2];
        tally.phases.put(phase, customers);
        if (!NO_CUSTOMERS.contains(phase)) {
            tally.customers += customers;
            tally.revenue = tally.revenue.add(orZero(row[3]));
            tally.margin = tally.margin.add(orZero(row[4]));
            tally.potential = tally.potential.add(orZero(row[5]));
            tally.potentialOf += (Long) row[6];
        }
    }

    /** What the CRM recorded, the calls that were answered here, and the visits that were reported here. */
    private void contacts(Map<ValueClass, Tally> tallies) {
        var today = LocalDate.now(clock);
        var from = today.minusDays(CONTACT_DAYS);
        em.createQuery(
                        "select f.valueClass, i.channel, count(i.id) from MirroredInteraction i join FiguresRow f on f.partyId ="
                                + " i.partyId where i.heldOn > ?1 and i.heldOn <= ?2 and i.channel in ?3 and f.phase not in"
                                + " ?4 group by f.valueClass, i.channel",
                        Object[].class)
                .setParameter(1, from)
                .setParameter(2, today)
                .setParameter(3, EnumSet.of(Channel.VISIT, Channel.CALL))
                .setParameter(4, NO_CUSTOMERS)
                .getResultStream()
                .forEach(row -> {
                    if (row[1] == Channel.VISIT) {
                        tallies.get((ValueClass) row[0]).visits += (Long) row[2];
                    } else {
                        tallies.get((ValueClass) row[0]).calls += (Long) row[2];
                    }
                });
        em.createQuery(
                        "select f.valueClass, count(c.id) from PhoneCall c join FiguresRow f on f.partyId = c.partyId where"
                                + " c.startedAt >= ?1 and c.answeredAt is not null and f.phase not in ?2 group by f.valueClass",
                        Object[].class)
                .setParameter(1, from.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .setParameter(2, NO_CUSTOMERS)
                .getResultStream()
                .forEach(row -> tallies.get((ValueClass) row[0]).calls += (Long) row[1]);
        em.createQuery(
                        "select f.valueClass, count(r.id) from FiledReport r join FiguresRow f on f.partyId = r.partyId where"
                                + " r.visitedOn > ?1 and r.visitedOn <= ?2 and f.phase not in ?3 group by f.valueClass",
                        Object[].class)
                .setParameter(1, from)
                .setParameter(2, today)
                .setParameter(3, NO_CUSTOMERS)
                .getResultStream()
                .forEach(row -> tallies.get((ValueClass) row[0]).visits += (Long) row[1]);
    }

    private static BigDecimal orZero(Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    private static BigDecimal sum(Map<ValueClass, Tally> tallies, Function<Tally, BigDecimal> figure) {
        return tallies.values().stream().map(figure).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.divide(whole, SHARE_DECIMALS, RoundingMode.HALF_UP);
    }
}
