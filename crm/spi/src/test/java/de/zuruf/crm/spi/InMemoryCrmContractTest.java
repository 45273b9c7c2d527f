package de.zuruf.crm.spi;

import de.zuruf.crm.spi.CrmActivity.HandoffSent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Shows that the contract can be fulfilled. */
class InMemoryCrmContractTest extends CrmAdapterContract {
    private final String name = UUID.randomUUID().toString();

    @Override
    protected CrmAdapterFactory factory() {
        return new InMemoryCrm();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("name", name);
    }

    @Override
    protected Map<String, String> settingsOfCrmThatIsDown() {
        return Map.of("name", name, "down", "true");
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of();
    }

    @Override
    protected List<CrmChange> put(List<CrmChange> changes) {
        InMemoryCrm.named(name).put(changes);
        return changes;
    }

    @Override
    protected int written(String idempotencyKey) {
        return InMemoryCrm.named(name).written().containsKey(idempotencyKey) ? 1 : 0;
    }

    @Override
    protected CrmActivity refusedActivity() {
        return new HandoffSent(
                "h",
                null,
                "K-1",
                null,
                "e",
                "e",
                null,
                "x".repeat(20_000),
                null,
                null,
                null,
                Instant.parse("2026-03-02T09:15:30Z"));
    }
}
