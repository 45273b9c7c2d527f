package de.zuruf.benchmark;

import java.io.IOException;
import java.util.concurrent.ExecutorService;

/** A client of the manager interface under load; open means logged in and ready for frames. */
interface FrameReceiver extends AutoCloseable {

    /** Connects to the telephone system on that port of the loopback interface. */
    @FunctionalInterface
    interface Kind {
        FrameReceiver open(int port, ExecutorService threads) throws Exception;
    }

    /** {@return how much it has dealt with since it was opened, in its own measure; may be asked by any thread} */
    long done();

    /** {@return what of that measure one repetition of the stream amounts to} */
    long each(FrameStream stream);

    /** {@return whether it has told exactly what so many repetitions tell, asked when all of them are done} */
    default boolean exact(FrameStream stream, long repetitions) {
        return done() == repetitions * each(stream);
    }

    /** Hangs up. */
    @Override
    void close() throws IOException;
}
