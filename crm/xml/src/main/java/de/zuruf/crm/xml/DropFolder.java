package de.zuruf.crm.xml;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The directories of the exchange. A file is in exactly one of them at any time; the rename out of {@code incoming} is
 * what ends its treatment, so that a crash before it leaves the file where it will be found again.
 */
final class DropFolder {
    private static final int HASH_IN_NAME = 16;
    private static final String SUFFIX = ".xml";

    private final Path incoming;
    private final Path accepted;
    private final Path rejected;
    private final Path report;
    private final Path export;
    private final Duration settle;
    private final Clock clock;

    DropFolder(Path root, Duration settle, Clock clock) {
        this.incoming = root.resolve("incoming");
        this.accepted = root.resolve("accepted");
        this.rejected = root.resolve("rejected");
        this.report = root.resolve("report");
        this.export = root.resolve("export");
        this.settle = settle;
        this.clock = clock;
    }

    /**
     * A delivered file as it was when its reading began.
     *
     * @param sha256 of the content; null when it cannot be read
     */
    record Delivery(Path path, String sha256, long size, Instant modified, String unreadable) {
        String name() {
            return path.getFileName().toString();
        }
    }

    Path export() {
        return export;
    }

    void make() throws IOException {
        for (Path directory : directories()) {
            Files.createDirectories(directory);
        }
    }

    /** Proves that each directory can be written, by writing. */
    void probe() throws IOException {
        make();
        for (Path directory : directories()) {
            Files.delete(Files.createTempFile(directory, ".probe", ".part"));
        }
    }

    /** {@return files that are complete, in the order of their names} */
    List<Path> waiting() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(incoming)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (!name.startsWith(".") && name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) && settled(entry)) {
                    files.add(entry);
                }
            }
        }
        files.sort(Comparator.comparing(file -> file.getFileName().toString()));
        return files;
    }

    /** {@return the file with its content's hash; null when it is gone meanwhile} */
    Delivery identify(Path file) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant modified = attributes.lastModifiedTime().toInstant();
            if (!attributes.isRegularFile()) {
                return new Delivery(file, null, 0, modified, "Das ist keine gewöhnliche Datei.");
            }
            if (!Files.isReadable(file)) {
                return new Delivery(file, null, 0, modified, "Die Datei darf nicht gelesen werden.");
            }
            try (var in = Files.newInputStream(file)) {
                return new Delivery(file, Digest.of(in), attributes.size(), modified, null);
            }
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** {@return true when nobody has written to the file since it was identified} */
    boolean unchanged(Delivery delivery) throws IOException {
        try {
            BasicFileAttributes now =
                    Files.readAttributes(delivery.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.size() == delivery.size()
                    && now.lastModifiedTime().toInstant().equals(delivery.modified());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** {@return name under which the same content was accepted before; null when it was not} */
    String acceptedBefore(Delivery delivery) throws IOException {
        String hash = "." + delivery.sha256().substring(0, HASH_IN_NAME) + SUFFIX;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                accepted, entry -> entry.getFileName().toString().endsWith(hash))) {
            for (Path entry : entries) {
                return entry.getFileName().toString();
            }
            return null;
        }
    }

    /** Writes the report and then moves the file. */
    void finish(Delivery delivery, DeliveryReport.Outcome outcome, MirrorSummary summary, String remark)
            throws IOException {
        String hash = delivery.sha256() == null ? Digest.of(delivery.name() + delivery.modified()) : delivery.sha256();
        String stem = delivery.name().substring(0, delivery.name().length() - SUFFIX.length());
        // Linux allows 255 bytes in a name, and a letter takes up to four of them.
        String kept = stem.length() <= 50 ? stem : stem.substring(0, 50);
        String name = kept + "." + hash.substring(0, HASH_IN_NAME);
        String reportName = outcome == DeliveryReport.Outcome.DUPLICATE ? name + ".duplicate" : name;
        DurableFile.write(
                report.resolve(reportName + ".report.xml"),
                DeliveryReport.of(delivery, outcome, summary, remark, clock.instant()));
        boolean counts = outcome == DeliveryReport.Outcome.ACCEPTED || outcome == DeliveryReport.Outcome.PARTLY;
        DurableFile.move(delivery.path(), (counts ? accepted : rejected).resolve(reportName + SUFFIX));
    }

    private boolean settled(Path file) throws IOException {
        if (settle.isZero()) {
            return true;
        }
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), clock.instant());
            // A sender whose clock is ahead must not keep its files waiting for ever.
            return age.abs().compareTo(settle) >= 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private List<Path> directories() {
        return List.of(incoming, accepted, rejected, report, export);
    }
}
