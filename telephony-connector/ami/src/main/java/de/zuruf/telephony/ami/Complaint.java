package de.zuruf.telephony.ami;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Says at most once a minute that something happens, and how often it has happened since it was last said. Not thread-safe. */
final class Complaint {

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private boolean said;
    private long saidAt;
    private long times;

    /**
     * @param nanoTime as {@link System#nanoTime()}
     */
    Complaint(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * @param message says it, given the number of times
     */
    void happened(LongConsumer message) {
        times++;
        long now = nanoTime.getAsLong();
        if (!said || now - saidAt >= PAUSE_NANOS) {
            said = true;
            saidAt = now;
            message.accept(times);
            times = 0;
        }
    }
}
