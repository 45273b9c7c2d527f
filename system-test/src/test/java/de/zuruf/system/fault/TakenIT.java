package de.zuruf.system.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A second server that wants what the first one has says so, and says what to do. */
class TakenIT {

    private static ZurufServer first;

    @BeforeAll
    static void open() {
        first = demo("taken-first").prepare();
        first.start();
        first.awaitUsable();
    }

    @AfterAll
    static void close() {
        first.close();
    }

    private static ZurufServer.Builder demo(String name) {
        return ZurufServer.named(name).setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()));
    }

    @Test
    void aTakenPortIsNotCalledReady() throws IOException {
        try (ZurufServer second =
                demo("taken-port").port(first.base().getPort()).prepare()) {
            // The first one answers at that address, so the start itself looks right.
            second.start();
            second.awaitLogged("ZURUF0003E");
            String log = second.log();
            assertTrue(log.contains("another program uses port " + first.base().getPort()), log);
            assertFalse(log.contains("ZURUF0001I"), log);
        }
    }

    @Test
    void aTakenEmbeddedDatabaseIsExplained() throws IOException {
        try (ZurufServer second = demo("taken-database")
                .setting("zuruf.data", first.data().toString())
                .prepare()) {
            assertThrows(Error.class, second::start);
            assertTrue(second.log().contains("ZURUF2003E"), second.log());
        }
    }
}
