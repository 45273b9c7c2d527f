package de.zuruf.app.outbox;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The transactional outbox. */
@Stateless
@PermitAll
public class Outbox {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final int ERROR_LENGTH = 1000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** An item that is due. */
    public record Due(long id, String idempotencyKey, ActivityKind kind, long subjectId) {}

    /**
     * How the outbox stands.
     *
     * @param waiting       not yet delivered
     * @param delivered     delivered
     * @param failed        refused by the CRM
     * @param oldestWaiting when the oldest waiting item was created; null when none waits
     */
    public record Standing(long waiting, long delivered, long failed, Instant oldestWaiting) {}

    /**
     * Notes an activity in the caller's transaction. Noting it again moves its time, unless it is delivered.
     *
     * @param kind      what it is
     * @param subjectId our identity of the thing
     * @param notBefore when delivery may begin
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(ActivityKind kind, long subjectId, Instant notBefore) {
        var key = key(kind, subjectId);
        var present = byKey(key);
        if (present.isPresent()) {
            if (present.get().deliveredAt == null) {
                present.get().nextAttemptAt = notBefore;
            }
            return;
        }
        var item = new OutboxItem();
        item.idempotencyKey = key;
        item.kind = kind;
        item.subjectId = subjectId;
        item.createdAt = clock.instant();
        item.nextAttemptAt = notBefore;
        em.persist(item);
    }

    /** {@return the key under which an activity is delivered, e.g. {@code call-4711}} */
    static String key(ActivityKind kind, long subjectId) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + subjectId;
    }

    private Optional<OutboxItem> byKey(String key) {
        return em.createQuery("select o from OutboxItem o where o.idempotencyKey = ?1", OutboxItem.class)
                .setParameter(1, key)
                .getResultStream()
                .findFirst();
    }

    /** {@return items that are due, oldest first} */
    public List<Due> due(int limit) {
        return em.createQuery(
                        "select o from OutboxItem o where o.deliveredAt is null and o.failedAt is null"
                                + " and o.nextAttemptAt <= ?1 order by o.nextAttemptAt, o.id",
                        OutboxItem.class)
                .setParameter(1, clock.instant())
                .setMaxResults(limit)
                .getResultStream()
                .map(o -> new Due(o.id, o.idempotencyKey, o.kind, o.subjectId))
                .toList();
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void delivered(long id, String reference) {
        var item = locked(id);
        item.attempts++;
        item.deliveredAt = clock.instant();
        item.reference = reference;
        item.lastError = null;
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void postponed(long id, String error) {
        var item = locked(id);
        item.attempts++;
        var pause = Duration.ofSeconds(1L << Math.min(item.attempts, 20));
        item.nextAttemptAt = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        item.lastError = shortened(error);
    }

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(long id, String error) {
        var item = locked(id);
        item.attempts++;
        item.failedAt = clock.instant();
        item.lastError = shortened(error);
    }

    private OutboxItem locked(long id) {
        return em.find(OutboxItem.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    private static String shortened(String error) {
        return error == null || error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }

    /** {@return how the outbox stands} */
    public Standing standing() {
        var row = em.createQuery(
                        "select sum(case when o.deliveredAt is null and o.failedAt is null then 1 else 0 end),"
                                + " sum(case when o.deliveredAt is not null then 1 else 0 end),"
                                + " sum(case when o.failedAt is not null then 1 else 0 end) from OutboxItem o",
                        Object[].class)
                .getSingleResult();
        var oldest = em.createQuery(
                        "select o.createdAt from OutboxItem o where o.deliveredAt is null and o.failedAt is null order by"
                                + " o.createdAt",
                        Instant.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        return new Standing(count(row[0]), count(row[1]), count(row[2]), oldest);
    }

    private static long count(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }
}
