package de.zuruf.telephony.ami;

import jakarta.resource.spi.work.Work;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;

/**
 * Keeps a session with one telephone system for as long as the application runs: connects, asks for the state of the
 * calls, watches for silence, and begins again when the session is lost.
 */
final class PbxWork implements Work {

    /** The first pause after a loss; doubled up to the configured one. A restarted Asterisk is back within a second. */
    private static final long FIRST_PAUSE_MILLIS = 250;

    /** A wrong password does not become right by asking often, and Asterisk logs each attempt. */
    private static final int REFUSED_FACTOR = 12;

    /** A list of channels that takes longer does not come; until it is there no call can be shown. */
    private static final long SNAPSHOT_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** An Asterisk that starts takes logins before its queues are loaded; one that has none by then has no queues at all. */
    private static final long QUEUES_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final TelephonyActivationSpec spec;
    private final BlockingQueue<Inbound> queue;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile AmiSession session;
    /** Whether orders can be given: from the login on, before whoever hears of the connection could give one. */
    private volatile boolean usable;

    private volatile boolean loggedIn;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private String lastComplaint;

    PbxWork(TelephonyActivationSpec spec, BlockingQueue<Inbound> queue, Clock clock) {
        this.spec = spec;
        this.queue = queue;
        this.clock = clock;
    }

    /** Called on the thread that reads the socket, so it must not wait for anything. */
    private final class Sink implements Consumer<AmiFrame> {
        private boolean closed;
        private boolean overflow;
        private Instant last = Instant.MIN;
        private volatile boolean snapshotComplete;

        @Override
        public synchronized void accept(AmiFrame frame) {
            if (closed || overflow) {
                return;
            }
            last = clock.instant();
            if (!queue.offer(new Inbound.Frame(frame, last))) {
                // What is lost now can only be made good by a new snapshot.
                overflow = true;
                OperatorMessage.ZURUF1006W.log(spec.getPbx(), String.valueOf(spec.getQueueCapacity()));
                session.close();
            } else if (frame.name().equals("CoreShowChannelsComplete")) {
                snapshotComplete = true;
            }
        }

        synchronized void close() {
            closed = true;
        }

        /**
         * {@return from when on something may be missing: that a PBX has fallen silent is noticed late}
         *
         * @param heard when the PBX last sent something, whatever it was
         */
        synchronized Instant lost(Instant heard) {
            return overflow || last.isAfter(heard) ? last : heard;
        }
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                long pause = oneSession();
                if (stopped.await(pause, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // The container ends its threads.
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** {@return how long to wait before the next one, in milliseconds} */
    private long oneSession() throws InterruptedException {
        Sink sink = new Sink();
        put(new Inbound.Opened(clock.instant()));
        session = new AmiSession(spec, sink);
        try {
            if (stopped.getCount() == 0) {
                return 0;
            }
            session.login();
            usable = true;
            session.requestSnapshot();
            loggedIn = true;
            lastComplaint = null;
            OperatorMessage.ZURUF1001I.log(
                    spec.getPbx(), spec.getHost(), String.valueOf(spec.getPort()), session.version());
            watch(sink, session.requestQueues());
            return FIRST_PAUSE_MILLIS;
        } catch (AmiSession.NotPermittedException e) {
            if (loggedIn) {
                // Its rights were taken away: what is left of them, and what to do, the next login tells.
                return complain(
                        new IOException("manager user " + spec.getUser() + " may no longer run " + e.getMessage()));
            }
            OperatorMessage.ZURUF1004E.log(
                    spec.getPbx(), spec.getUser(), e.getMessage(), String.valueOf(refusedMillis() / 1000));
            return refusedMillis();
        } catch (AuthenticationFailedException e) {
            if (e.getCause() != null) {
                return complain(e.getCause());
            }
            OperatorMessage.ZURUF1003E.log(
                    spec.getPbx(),
                    spec.getHost(),
                    String.valueOf(spec.getPort()),
                    spec.getUser(),
                    e.getMessage(),
                    String.valueOf(refusedMillis() / 1000));
            return refusedMillis();
        } catch (IOException | TimeoutException | RuntimeException e) {
            // RuntimeException: asterisk-java's state checks, when the other side hangs up at the wrong moment.
            return complain(e);
        } finally {
            sink.close();
            Instant now = clock.instant();
            Instant lost = loggedIn ? sink.lost(now.minusNanos(System.nanoTime() - session.heard())) : now;
            usable = false;
            loggedIn = false;
            session.close();
            put(new Inbound.Closed(lost));
        }
    }

    /** Any word from the PBX is a sign of life; it is asked for one only when it has been silent. */
    private void watch(Sink sink, boolean queuesTold) throws InterruptedException, IOException, TimeoutException {
        long interval = TimeUnit.SECONDS.toNanos(spec.getPingSeconds());
        long begun = System.nanoTime();
        boolean queuesDone = queuesTold;
        while (!session.awaitLoss(patience(session.heard(), System.nanoTime(), interval))) {
            long now = System.nanoTime();
            boolean answered = patience(session.heard(), now, interval) == 0 && answers(now);
            if (!sink.snapshotComplete && (answered || now - begun > SNAPSHOT_NANOS)) {
                throw new IOException("the list of channels did not come");
            }
            if (!queuesDone) {
                queuesDone = session.requestQueues();
                if (!queuesDone && now - begun > QUEUES_NANOS) {
                    // Without an end of the list nothing would be told of queues at all; so they are known to be none.
                    sink.accept(new AmiFrame("QueueStatusComplete", Map.of()));
                    queuesDone = true;
                }
            }
            if (now - begun >= interval) {
                // A session that stood counts as a success; one that is lost at once would be begun anew without end.
                pauseMillis = FIRST_PAUSE_MILLIS;
            }
        }
        if (stopped.getCount() > 0) {
            throw new IOException("the connection was closed");
        }
        OperatorMessage.ZURUF1011I.log(spec.getPbx());
    }

    private boolean answers(long now) throws IOException, TimeoutException {
        try {
            session.ping();
            return true;
        } catch (TimeoutException e) {
            // An answer that waits behind other things being said: slow, but alive.
            if (session.heard() - now <= 0) {
                throw e;
            }
            return false;
        }
    }

    /** {@return how long the PBX may still be silent until it is asked for a sign of life, in nanoseconds, not below 0} */
    static long patience(long heard, long now, long interval) {
        return Math.max(0, interval - (now - heard));
    }

    private long refusedMillis() {
        return TimeUnit.SECONDS.toMillis((long) spec.getReconnectSeconds() * REFUSED_FACTOR);
    }

    /** Logs a failure once, not at each of a thousand attempts. */
    private long complain(Throwable cause) {
        if (stopped.getCount() == 0) {
            return 0;
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        if (loggedIn) {
            OperatorMessage.ZURUF1005W.log(spec.getPbx(), spec.getHost(), String.valueOf(spec.getPort()), reason);
            return nextPause();
        }
        if (!reason.equals(lastComplaint)) {
            lastComplaint = reason;
            OperatorMessage.ZURUF1002W.log(
                    spec.getPbx(),
                    spec.getHost(),
                    String.valueOf(spec.getPort()),
                    reason,
                    String.valueOf(spec.getReconnectSeconds()));
        } else {
            OperatorMessage.debug("Still no session with the PBX", cause);
        }
        return nextPause();
    }

    private long nextPause() {
        long pause = pauseMillis;
        pauseMillis = Math.min(2 * pauseMillis, TimeUnit.SECONDS.toMillis(spec.getReconnectSeconds()));
        return pause;
    }

    private void put(Inbound item) throws InterruptedException {
        while (!queue.offer(item, 500, TimeUnit.MILLISECONDS)) {
            if (stopped.getCount() == 0) {
                return;
            }
        }
    }

    /** {@return the session that is logged in now; null when there is none} */
    AmiSession current() {
        AmiSession now = session;
        return usable && now != null && !now.lost() ? now : null;
    }

    /** Called by the container when it shuts down. */
    @Override
    public void release() {
        stopped.countDown();
        AmiSession now = session;
        if (now != null) {
            now.close();
        }
    }

    boolean awaitEnd(long seconds) throws InterruptedException {
        return ended.await(seconds, TimeUnit.SECONDS);
    }
}
