package de.zuruf.telephony.ami;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the connector says to its operator, instead of on the console, from {@link #open} to {@link #close}. */
final class RecordedLog extends Handler {

    private final Logger logger = Logger.getLogger("de.zuruf.telephony.ami");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    RecordedLog open() {
        logger.addHandler(this);
        logger.setLevel(Level.INFO);
        logger.setUseParentHandlers(false);
        return this;
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(new SimpleFormatter().formatMessage(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }

    /** {@return what was said and not yet waited for} */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** {@return the next message with this number; those before it are forgotten} */
    String await(String number) throws InterruptedException {
        for (String line = next(20); line != null; line = next(20)) {
            if (line.startsWith(number)) {
                return line;
            }
        }
        throw new AssertionError(number + " was not logged");
    }

    /** {@return the next message; null when there is none within so many seconds} */
    String next(int seconds) throws InterruptedException {
        return lines.poll(seconds, TimeUnit.SECONDS);
    }
}
