package de.zuruf.crm.spi;

import de.zuruf.crm.spi.CrmActivity.HandoffSent;
import de.zuruf.wording.Bilingual;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The smallest CRM that fulfils the contract: a list of changes and a map of activities, found by name. For tests of
 * this kit and of whoever uses an adapter.
 */
public final class InMemoryCrm implements CrmAdapterFactory {
    private static final Map<String, InMemoryCrm> BY_NAME = new ConcurrentHashMap<>();
    private static final int NOTE_LIMIT = 10_000;

    private final List<CrmChange> changes = new ArrayList<>();
    private final Map<String, CrmActivity> activities = new LinkedHashMap<>();

    /** {@return the CRM of that name, made when it does not exist} */
    public static InMemoryCrm named(String name) {
        return BY_NAME.computeIfAbsent(name, n -> new InMemoryCrm());
    }

    /** Makes the CRM hold changes. */
    public synchronized void put(List<? extends CrmChange> more) {
        changes.addAll(more);
    }

    /** {@return what was written, by idempotency key, in the order of writing} */
    public synchronized Map<String, CrmActivity> written() {
        return new LinkedHashMap<>(activities);
    }

    @Override
    public String id() {
        return "memory";
    }

    @Override
    public CrmAdapter open(Map<String, String> settings) {
        String name = settings.get("name");
        if (name == null) {
            throw new CrmConfigurationException("The in-memory CRM needs a name");
        }
        boolean down = Boolean.parseBoolean(settings.get("down"));
        return new Adapter(named(name), down);
    }

    private record Adapter(InMemoryCrm crm, boolean down) implements CrmAdapter {

        @Override
        public CrmBatch changesSince(CrmCursor cursor, int limit) {
            requireUp();
            synchronized (crm) {
                int from = cursor.value().isEmpty() ? 0 : Integer.parseInt(cursor.value());
                int to = Math.min(crm.changes.size(), from + limit);
                return new CrmBatch(
                        crm.changes.subList(from, to), to == from ? cursor : new CrmCursor(Integer.toString(to)));
            }
        }

        @Override
        public CrmReference write(CrmActivity activity, String idempotencyKey) {
            requireUp();
            if (activity instanceof HandoffSent handoff && handoff.said().length() > NOTE_LIMIT) {
                throw new CrmRejectedException("The text is too long");
            }
            synchronized (crm) {
                crm.activities.putIfAbsent(idempotencyKey, activity);
            }
            return new CrmReference("activity", idempotencyKey);
        }

        @Override
        public Optional<URI> deepLink(CrmReference reference) {
            return Optional.of(URI.create("https://crm.example/" + reference.type() + "/" + reference.id()));
        }

        @Override
        public CrmHealth check() {
            return down
                    ? new CrmHealth(false, new Bilingual("abgeschaltet", "switched off"))
                    : new CrmHealth(true, new Bilingual("antwortet", "answers"));
        }

        @Override
        public void close() {
            // Holds nothing.
        }

        private void requireUp() {
            if (down) {
                throw new CrmUnavailableException("The in-memory CRM is switched off");
            }
        }
    }
}
