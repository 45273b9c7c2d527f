package de.zuruf.telephony.ami;

import jakarta.resource.spi.work.Work;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Records what the translator of one telephone system is given, for {@link Replay}; see {@link JournalLine} for the format and
 * {@link JournalFiles} for the files.
 *
 * <p>The thread that delivers calls only turns an item into bytes and leaves them ({@link #accept}); it never waits and nothing
 * that happens to the disk reaches it. A Work of its own writes several times a second what has come, to the operating
 * system, so that a process that is killed loses that fraction of a second. It looks by itself instead of being woken,
 * because waking a thread costs more than all else here.
 *
 * <p>When a file cannot be written, nothing is recorded for a minute, then the next file is tried. What is missing shows in
 * the headers.
 */
final class Journal implements Work, Consumer<Inbound> {

    /** What may wait for the disk. */
    static final long MAXIMUM_PENDING_BYTES = 8L << 20;

    static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration PRUNE = Duration.ofMinutes(1);
    private static final long PASS_MILLIS = 250;
    private static final int BUFFER = 65_536;

    private record Line(long number, Instant at, byte[] bytes) {}

    private final String pbx;
    private final List<String> internalContexts;
    private final JournalFiles files;
    private final Clock clock;
    private final Instant run;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    // The thread that delivers:
    private final JournalLine lines = new JournalLine();
    private long items;

    private final Queue<Line> pending = new ConcurrentLinkedQueue<>();
    private final AtomicLong pendingBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();

    // The thread that writes:
    private final JournalLine headers = new JournalLine();
    private OutputStream file;
    private OutputStream out;
    private Instant start;
    private Instant openedAt;
    private long headerBytes;
    private long bytes;
    private long next;
    private long unflushed;
    private long missing;
    private Instant failedAt;
    private boolean complained;
    private Instant prunedAt;

    /**
     * @param pbx              our name of the telephone system
     * @param internalContexts as the translator has them
     * @param files            where to
     * @param clock            for names and retention
     */
    Journal(String pbx, Set<String> internalContexts, JournalFiles files, Clock clock) {
        this.pbx = pbx;
        this.internalContexts = List.copyOf(internalContexts);
        this.files = files;
        this.clock = clock;
        this.run = clock.instant();
    }

    /** Called by one thread, in the order of translation; returns at once and throws nothing. */
    @Override
    public void accept(Inbound item) {
        byte[] line = lines.write(item);
        if (line == null) {
            return;
        }
        long number = items++;
        if (pendingBytes.get() + line.length <= MAXIMUM_PENDING_BYTES) {
            pendingBytes.addAndGet(line.length);
            pending.add(new Line(number, item.at(), line));
        } else {
            dropped.incrementAndGet();
        }
    }

    @Override
    public void run() {
        boolean interrupted = false;
        try {
            while (!stopped.await(PASS_MILLIS, TimeUnit.MILLISECONDS)) {
                pass();
            }
        } catch (InterruptedException e) {
            // The container ends its threads; a file could not be closed while that is marked.
            interrupted = true;
        } finally {
            close();
            ended.countDown();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Writes what has come since the last time, and hands it to the operating system. */
    void pass() {
        Instant now = clock.instant();
        if (failedAt != null && !passed(RETRY, failedAt, now)) {
            discard();
            return;
        }
        try {
            if (out != null && passed(files.limits().span(), openedAt, now)) {
                closeFile();
            }
            if (prunedAt == null || passed(PRUNE, prunedAt, now)) {
                prunedAt = now;
                files.prune(now);
            }
            for (Line line = pending.poll(); line != null; line = pending.poll()) {
                pendingBytes.addAndGet(-line.bytes().length);
                unflushed++;
                write(line, now);
            }
            if (out != null) {
                out.flush();
                unflushed = 0;
            }
            sayWhatIsMissing(now);
        } catch (IOException | RuntimeException e) {
            fail(e, now);
        }
    }

    private void write(Line line, Instant now) throws IOException {
        int length = line.bytes().length;
        boolean full = bytes > 0 && bytes + length > files.limits().fileBytes();
        boolean gap = line.number() != next;
        if (out != null && (full || gap || passed(files.limits().span(), start, line.at()))) {
            closeFile();
            unflushed = 1;
        }
        if (out == null) {
            start = line.at();
            openedAt = now;
            bytes = 0;
            file = files.create(start, now);
            out = new BufferedOutputStream(file, BUFFER);
            byte[] header = headers.write(new JournalHeader(start, run, line.number(), pbx, internalContexts));
            headerBytes = header.length;
            out.write(header);
        }
        out.write(line.bytes());
        bytes += length;
        next = line.number() + 1;
    }

    /** {@return whether that much time lies between the two; a clock that was put back counts as well} */
    private static boolean passed(Duration span, Instant since, Instant now) {
        return Duration.between(since, now).abs().compareTo(span) >= 0;
    }

    /** Once per trouble, and not before it is over. */
    private void sayWhatIsMissing(Instant now) {
        missing += dropped.getAndSet(0);
        if (failedAt != null && (out == null || !passed(RETRY.multipliedBy(2), failedAt, now))) {
            return;
        }
        if (missing > 0) {
            OperatorMessage.ZURUF1014W.log(pbx, files.directory(), String.valueOf(missing));
            missing = 0;
            // The next gap is told in a minute at the earliest.
            failedAt = now.minus(RETRY);
        } else {
            failedAt = null;
        }
        complained = false;
    }

    private void fail(Exception cause, Instant now) {
        if (out != null) {
            out = null;
            try {
                // Past the buffer: what is in it may stand in the file in part, and must not be written again.
                file.close();
            } catch (IOException e) {
                OperatorMessage.debug("Closing a file of the journal that could not be written", e);
            }
            files.closed(headerBytes);
        }
        missing += unflushed;
        unflushed = 0;
        discard();
        failedAt = now;
        if (!complained && !Thread.currentThread().isInterrupted()) {
            complained = true;
            OperatorMessage.ZURUF1013E.log(
                    cause instanceof RuntimeException ? cause : null,
                    pbx,
                    files.directory(),
                    cause.toString(),
                    String.valueOf(RETRY.toSeconds()));
        }
    }

    private void discard() {
        for (Line line = pending.poll(); line != null; line = pending.poll()) {
            pendingBytes.addAndGet(-line.bytes().length);
            missing++;
        }
    }

    private void closeFile() throws IOException {
        out.flush();
        out = null;
        file.close();
        files.closed(headerBytes);
    }

    private void close() {
        pass();
        try (files) {
            if (out != null) {
                closeFile();
            }
        } catch (IOException e) {
            fail(e, clock.instant());
        }
    }

    /** Ends after what is there already; called when nothing more comes. */
    @Override
    public void release() {
        stopped.countDown();
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }
}
