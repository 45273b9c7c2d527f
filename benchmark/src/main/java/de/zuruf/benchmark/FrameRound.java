package de.zuruf.benchmark;

import de.zuruf.demopbx.DemoPbx;
import de.zuruf.system.server.Await;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends the frames of {@link FrameStream} to one receiver for some time, as fast as it takes them: it may be {@value #WINDOW}
 * repetitions behind what was sent and no more. Without such a window a receiver that reads faster than it works is measured by
 * the size of its queue, until that is full; with it, what it has done counts.
 */
final class FrameRound implements AutoCloseable {

    /**
     * So many frames that no receiver runs dry while the sender prepares the next repetition, and so few that they fit into the
     * receivers' queues: the product's and asterisk-java's take 20,000 each.
     */
    static final int WINDOW = 4;

    /** A receiver that does nothing more for so long has lost something and will not make it good. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(100);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final DemoPbx pbx = new DemoPbx(0, "zuruf", "zuruf", threads, Clock.systemUTC());
    private final FrameStream stream;

    /**
     * What a receiver has done.
     *
     * @param frames  sent
     * @param seconds from the first byte until all was done
     * @param exact   whether nothing was lost and nothing told twice
     */
    record Outcome(long frames, double seconds, boolean exact) {
        double framesPerSecond() {
            return frames / seconds;
        }
    }

    FrameRound(FrameStream stream) throws IOException {
        this.stream = stream;
        pbx.start();
    }

    Outcome run(FrameReceiver.Kind kind, Duration time) throws Exception {
        Await.until("the last receiver is gone", Duration.ofSeconds(30), () -> pbx.clients() == 0);
        try (FrameReceiver receiver = kind.open(pbx.port(), threads)) {
            long repetitions = 0;
            boolean all = true;
            long begun = System.nanoTime();
            while (all && System.nanoTime() - begun < time.toNanos()) {
                pbx.raw(stream.next());
                repetitions++;
                all = awaitDone(receiver, repetitions - WINDOW);
            }
            all = all && awaitDone(receiver, repetitions);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Outcome(repetitions * stream.frames(), seconds, all && receiver.exact(stream, repetitions));
        }
    }

    /** {@return whether that many repetitions are done; false when it gets no further} */
    private boolean awaitDone(FrameReceiver receiver, long repetitions) {
        long wanted = repetitions * receiver.each(stream);
        long last = -1;
        long since = System.nanoTime();
        for (long done = receiver.done(); done < wanted; done = receiver.done()) {
            if (done != last) {
                last = done;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    @Override
    public void close() {
        pbx.close();
        threads.shutdownNow();
    }
}
