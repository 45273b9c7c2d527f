package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.crm.spi.CrmActivity.HandoffAcknowledged;
import de.zuruf.crm.spi.CrmAdapterContract;
import de.zuruf.crm.spi.CrmAdapterFactory;
import de.zuruf.crm.spi.CrmChange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

class XmlCrmAdapterContractTest extends CrmAdapterContract {
    @TempDir
    private Path folder;

    private int files;

    @Override
    protected CrmAdapterFactory factory() {
        return new XmlCrmAdapterFactory();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "dropFolder",
                folder.resolve("crm").toString(),
                "settleSeconds",
                "0",
                "deepLink",
                "https://crm.example/{type}/{id}");
    }

    @Override
    protected Map<String, String> settingsOfCrmThatIsDown() {
        try {
            // A file where a directory should be fails for every user, also for root.
            Path blocked = folder.resolve("blocked");
            if (!Files.exists(blocked)) {
                Files.writeString(blocked, "not a directory");
            }
            return Map.of("dropFolder", blocked.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Map<String, String> wrongSettings() {
        return Map.of("dropfolder", folder.toString());
    }

    @Override
    protected List<CrmChange> put(List<CrmChange> changes) {
        Path incoming = folder.resolve("crm/incoming");
        try {
            Files.createDirectories(incoming);
            Path part = incoming.resolve("delivery-%03d.part".formatted(files++));
            try (OutputStream out = Files.newOutputStream(part);
                    MirrorWriter writer = new MirrorWriter(out, null, null)) {
                changes.forEach(writer::write);
            }
            String name = part.getFileName().toString().replace(".part", ".xml");
            Files.move(part, incoming.resolve(name));
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int written(String idempotencyKey) {
        Path export = folder.resolve("crm/export");
        try (var entries = Files.walk(export)) {
            return (int) entries.filter(Files::isRegularFile)
                    .filter(file -> containsKey(file, idempotencyKey))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean containsKey(Path file, String key) {
        try {
            return Files.readString(file).contains("key=\"" + key + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected CrmActivity refusedActivity() {
        return new HandoffAcknowledged("x".repeat(65), "K-1", "e-frank", Instant.parse("2026-03-02T09:15:30Z"));
    }
}
