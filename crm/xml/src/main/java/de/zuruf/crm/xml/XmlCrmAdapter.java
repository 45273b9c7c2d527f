package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.crm.spi.CrmAdapter;
import de.zuruf.crm.spi.CrmBatch;
import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmCursor;
import de.zuruf.crm.spi.CrmHealth;
import de.zuruf.crm.spi.CrmReference;
import de.zuruf.crm.spi.CrmUnavailableException;
import de.zuruf.wording.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nothing is remembered outside the drop folder and the caller's cursor. Whoever comes with a cursor into a file gets
 * that file read again up to there, so that its report is complete even after a crash.
 */
final class XmlCrmAdapter implements CrmAdapter {
    private static final Logger LOG = System.getLogger(XmlCrmAdapter.class.getName());
    private static final int BUFFER = 1 << 16;

    private final XmlSettings settings;
    private final Clock clock;
    private final DropFolder folder;
    private final ActivityExport export;

    // The stretch of a source that the last calls went through; guarded by this.
    private Session session;
    private Answer lastAnswer;
    private String bundledHash;
    private boolean closed;

    XmlCrmAdapter(XmlSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock.withZone(settings.zone());
        this.folder = settings.dropFolder() == null
                ? null
                : new DropFolder(settings.dropFolder(), settings.settle(), this.clock);
        this.export = folder == null ? null : new ActivityExport(folder.export());
    }

    /** A source that is being read; {@code delivery} is null for the bundled one. */
    private record Session(DropFolder.Delivery delivery, String identity, MirrorReader reader) {}

    /** Kept so that a caller who could not commit and asks again is not worth a second reading. */
    private record Answer(CrmCursor cursor, int limit, String bundled, CrmBatch batch) {}

    @Override
    public synchronized CrmBatch changesSince(CrmCursor cursor, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("The limit is at least 1, not " + limit);
        }
        if (closed) {
            throw new IllegalStateException("The XML adapter is closed");
        }
        try {
            String bundled = bundledIdentity();
            if (lastAnswer != null
                    && lastAnswer.cursor().equals(cursor)
                    && lastAnswer.limit() == limit
                    && lastAnswer.bundled().equals(bundled)) {
                return lastAnswer.batch();
            }
            lastAnswer = null;
            CrmBatch batch = read(Position.of(cursor), cursor, bundled, limit);
            if (!batch.changes().isEmpty()) {
                lastAnswer = new Answer(cursor, limit, bundled, batch);
            }
            return batch;
        } catch (IOException | UncheckedIOException e) {
            leave();
            throw new CrmUnavailableException("ZURUF3110E The drop folder cannot be read: " + reason(e), e);
        }
    }

    @Override
    public CrmReference write(CrmActivity activity, String idempotencyKey) {
        if (export == null) {
            throw new CrmUnavailableException("ZURUF3111E Nothing can be exported before dropFolder is set");
        }
        try {
            folder.make();
            export.write(activity, idempotencyKey);
            return new CrmReference("activity", idempotencyKey);
        } catch (IOException e) {
            throw new CrmUnavailableException("ZURUF3112E The export cannot be written: " + reason(e), e);
        }
    }

    @Override
    public Optional<URI> deepLink(CrmReference reference) {
        return Optional.ofNullable(settings.deepLinkTemplate())
                .map(template -> URI.create(template.replace("{type}", encoded(reference.type()))
                        .replace("{id}", encoded(reference.id()))));
    }

    @Override
    public CrmHealth check() {
        if (folder == null) {
            return new CrmHealth(
                    true,
                    new Bilingual(
                            "Nur mitgelieferte Daten; exportiert wird nichts, weil dropFolder nicht gesetzt ist.",
                            "Bundled data only; nothing is exported because dropFolder is not set."));
        }
        try {
            folder.probe();
            return new CrmHealth(
                    true, new Bilingual("Der Austauschordner ist beschreibbar.", "The drop folder can be written."));
        } catch (IOException e) {
            return new CrmHealth(
                    false,
                    new Bilingual(
                            "Der Austauschordner ist nicht beschreibbar: " + reason(e),
                            "The drop folder cannot be written: " + reason(e)));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        leave();
    }

    private CrmBatch read(Position from, CrmCursor cursor, String bundled, int limit) throws IOException {
        Position at = from;
        if (!bundled.isEmpty()) {
            if (!at.bundled().equals(bundled)) {
                at = at.inBundled(bundled, 0);
            }
            if (at.bundledAt() != Position.DONE) {
                enterBundled(bundled, at.bundledAt());
                List<CrmChange> changes = take(limit);
                if (!changes.isEmpty()) {
                    return new CrmBatch(
                            changes,
                            at.inBundled(bundled, session.reader().position()).toCursor());
                }
                warnOfFlaws(session.reader().summary());
                leave();
                at = at.inBundled(bundled, Position.DONE);
            }
        }
        if (folder != null) {
            folder.make();
            while (enterFile(at)) {
                List<CrmChange> changes = take(limit);
                if (!changes.isEmpty()) {
                    DropFolder.Delivery delivery = session.delivery();
                    Position next = at.inFile(
                            delivery.name(), delivery.sha256(), session.reader().position());
                    return new CrmBatch(changes, next.toCursor());
                }
                // The caller's cursor lies behind the last change of this file: all of it is committed.
                finishFile();
            }
        }
        return new CrmBatch(List.of(), at.equals(from) ? cursor : at.toCursor());
    }

    private void enterBundled(String identity, long position) {
        if (session != null
                && session.delivery() == null
                && session.identity().equals(identity)
                && session.reader().position() == position) {
            return;
        }
        leave();
        InputStream in = XmlCrmAdapter.class.getResourceAsStream(settings.bundled());
        session = new Session(null, identity, new MirrorReader(in, dates()));
        forward(position);
    }

    /** {@return false when no file is waiting} */
    private boolean enterFile(Position at) throws IOException {
        if (session != null
                && session.delivery() != null
                && session.identity().equals(at.file())
                && session.reader().position() == at.fileAt()) {
            if (folder.unchanged(session.delivery())) {
                return true;
            }
            LOG.log(
                    Level.WARNING,
                    "ZURUF3103W {0} changed while it was read",
                    session.delivery().path());
        }
        leave();
        List<Path> waiting = folder.waiting();
        // A file that was begun goes first, even if one with a smaller name came meanwhile.
        for (Path file : waiting) {
            if (at.isIn(file.getFileName().toString())) {
                DropFolder.Delivery delivery = folder.identify(file);
                if (delivery != null && at.file().equals(delivery.sha256())) {
                    open(delivery, at.fileAt());
                    return true;
                }
            }
        }
        for (Path file : waiting) {
            DropFolder.Delivery delivery = folder.identify(file);
            if (delivery != null && !refused(delivery)) {
                open(delivery, 0);
                return true;
            }
        }
        return false;
    }

    private boolean refused(DropFolder.Delivery delivery) throws IOException {
        MirrorSummary nothing = new MirrorSummary(0, Map.of(), List.of(), 0);
        if (delivery.unreadable() != null) {
            folder.finish(delivery, DeliveryReport.Outcome.REJECTED, nothing, delivery.unreadable());
            LOG.log(Level.WARNING, "ZURUF3102W {0} cannot be read and is rejected", delivery.path());
            return true;
        }
        String before = folder.acceptedBefore(delivery);
        if (before != null) {
            folder.finish(delivery, DeliveryReport.Outcome.DUPLICATE, nothing, "Damals hieß sie " + before + ".");
            LOG.log(Level.WARNING, "ZURUF3104W {0} was accepted before as {1}", delivery.path(), before);
            return true;
        }
        return false;
    }

    private void open(DropFolder.Delivery delivery, long position) throws IOException {
        InputStream in = Files.newInputStream(delivery.path());
        session = new Session(delivery, delivery.sha256(), new MirrorReader(in, dates()));
        forward(position);
    }

    private void forward(long position) {
        MirrorReader reader = session.reader();
        while (reader.position() < position && reader.next() != null) {
            // Read again for its report only.
        }
    }

    private List<CrmChange> take(int limit) {
        List<CrmChange> changes = new ArrayList<>(Math.min(limit, 10_000));
        for (CrmChange change = session.reader().next();
                change != null;
                change = session.reader().next()) {
            changes.add(change);
            if (changes.size() == limit) {
                break;
            }
        }
        return changes;
    }

    private void finishFile() throws IOException {
        DropFolder.Delivery delivery = session.delivery();
        MirrorSummary summary = session.reader().summary();
        leave();
        if (!folder.unchanged(delivery)) {
            // Somebody wrote to it while it was read; what stands there now is another delivery.
            LOG.log(Level.WARNING, "ZURUF3103W {0} changed while it was read", delivery.path());
            return;
        }
        DeliveryReport.Outcome outcome = DeliveryReport.Outcome.of(summary);
        folder.finish(delivery, outcome, summary, null);
        LOG.log(
                Level.INFO,
                "ZURUF3101I {0}: {1}, {2} of {3} records accepted",
                delivery.name(),
                outcome,
                summary.acceptedCount(),
                summary.read());
    }

    private void warnOfFlaws(MirrorSummary summary) {
        if (!summary.problems().isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "ZURUF3105W The bundled delivery {0} has {1} problems; the first: {2}",
                    settings.bundled(),
                    summary.problems().size() + summary.moreProblems(),
                    summary.problems().get(0).reason());
        }
    }

    private void leave() {
        if (session != null) {
            MirrorReader reader = session.reader();
            session = null;
            reader.close();
        }
    }

    /** Changes with the day where dates move with it, so that a new day reads the delivery anew. */
    private String bundledIdentity() throws IOException {
        if (settings.bundled() == null) {
            return "";
        }
        if (bundledHash == null) {
            try (InputStream in = XmlCrmAdapter.class.getResourceAsStream(settings.bundled())) {
                bundledHash = Digest.of(in).substring(0, 16);
            }
        }
        return settings.relativeToToday() ? bundledHash + "@" + LocalDate.now(clock) : bundledHash;
    }

    private MirrorDates dates() {
        return settings.relativeToToday() ? MirrorDates.relativeTo(LocalDate.now(clock)) : MirrorDates.asWritten();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause instanceof NoSuchFileException
                ? "no such file " + cause.getMessage()
                : cause.getClass().getSimpleName() + " " + cause.getMessage();
    }
}
