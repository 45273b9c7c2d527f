package de.zuruf.app.operation;

import de.zuruf.app.mirror.CrmConnection;
import de.zuruf.crm.spi.CrmConfigurationException;
import de.zuruf.crm.spi.CrmUnavailableException;
import de.zuruf.wording.Bilingual;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Asks the CRM how it is, on a thread of its own: a CRM that does not answer must not make anybody wait, least of all a probe. */
@ApplicationScoped
class CrmWatch {
    private static final Duration FRESH = Duration.ofSeconds(10);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private CrmConnection crm;

    @Inject
    private Clock clock;

    private CompletableFuture<CrmState> asking;
    private CrmState latest;
    private Instant latestAt = Instant.EPOCH;

    /** {@return what the CRM said last; empty before the first answer. An answer that has aged is renewed meanwhile} */
    synchronized Optional<CrmState> latest() {
        if (Duration.between(latestAt, clock.instant()).compareTo(FRESH) > 0) {
            ask();
        }
        return Optional.ofNullable(latest);
    }

    /** {@return what the CRM says now, or that it did not answer in time} */
    CrmState now(Duration limit) {
        var none = new CrmState(
                null,
                false,
                new Bilingual(
                        "Das CRM hat " + limit.toSeconds() + " s lang nicht geantwortet.",
                        "The CRM has not answered within " + limit.toSeconds() + " s."));
        return ask().completeOnTimeout(none, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private synchronized CompletableFuture<CrmState> ask() {
        if (asking == null) {
            // Set last: an executor that refuses must not leave a question that nobody will answer.
            var question = new CompletableFuture<CrmState>();
            executor.execute(this::answer);
            asking = question;
        }
        return asking.copy();
    }

    private void answer() {
        var state = check();
        CompletableFuture<CrmState> asked;
        synchronized (this) {
            latest = state;
            latestAt = clock.instant();
            asked = asking;
            asking = null;
        }
        asked.complete(state);
    }

    private CrmState check() {
        try {
            var health = crm.adapter().check();
            return new CrmState(crm.id(), health.up(), health.detail());
        } catch (RuntimeException e) {
            return new CrmState(null, false, sentence(e));
        }
    }

    /** The seam's own exceptions speak to the operator; what another one says may hold a secret. */
    private static Bilingual sentence(RuntimeException thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof CrmConfigurationException || e instanceof CrmUnavailableException) {
                return Bilingual.same(e.getMessage());
            }
        }
        var kind = thrown.getClass().getSimpleName();
        return new Bilingual("Die Prüfung schlug fehl: " + kind, "The check failed: " + kind);
    }
}
