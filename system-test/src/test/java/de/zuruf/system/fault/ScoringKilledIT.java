package de.zuruf.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.journey.RealHouse;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.TestDatabases;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's process is ended without warning while customers are being scored. The pass goes on by itself where it was. */
class ScoringKilledIT {

    /** Threads that may each have had a customer in hand. */
    private static final int THREADS = 2;

    private static final Duration LIMIT = Duration.ofMinutes(3);

    static Stream<String> databases() {
        return TestDatabases.available();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theScoringGoesOnWhereItWas(String database) {
        try (ZurufServer server = ZurufServer.named("scoring-killed-" + database)
                .database(TestDatabases.of(database, "zuruf_scoring"))
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                // A customer in each transaction, so that there is a middle.
                .setting("zuruf.scoring.slice", "1")
                .prepare()) {
            server.start();
            server.awaitUsable();
            var admin = ApiClient.signedIn(server.base(), "otto", RealHouse.PASSWORD);
            Await.until("the first pass, which begins by itself, is over", LIMIT, () -> over(admin));
            int begun = admin.post("admin/scoring", JsonValue.EMPTY_JSON_OBJECT)
                    .expect(200)
                    .array()
                    .getJsonObject(0)
                    .getInt("id");
            Await.until("some customers are scored", LIMIT, () -> pass(admin).getInt("done") > 20);
            server.kill();

            server.start();
            server.awaitUsable();
            JsonObject interrupted = pass(admin);
            assertTrue(interrupted.getInt("done") < interrupted.getInt("total"), "too late: " + interrupted);
            assertEquals(begun, interrupted.getInt("id"));
            Await.until("all customers are scored", LIMIT, () -> over(admin));
            JsonObject done = pass(admin);
            assertEquals(begun, done.getInt("id"));
            assertEquals(1, done.getInt("restarts"));
            int twice = done.getInt("done") - done.getInt("total");
            assertTrue(twice >= 0 && twice <= THREADS, "computed twice: " + twice);
            assertTrue(done.containsKey("model"), done.toString());
        }
    }

    private static JsonArray passes(ApiClient admin) {
        return admin.get("admin/scoring").expect(200).array();
    }

    private static JsonObject pass(ApiClient admin) {
        return passes(admin).getJsonObject(0);
    }

    private static boolean over(ApiClient admin) {
        return !passes(admin).isEmpty() && pass(admin).getString("state").equals("DONE");
    }
}
