package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.server.Await;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scoring of all customers, as an administrator sees it. */
@ExtendWith(DemoServer.class)
class ScoringIT {

    private static final String SCORING = "admin/scoring";
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ApiClient admin = DemoServer.signedIn(DemoServer.ADMIN);

    private List<JsonObject> passes() {
        return admin.get(SCORING).expect(200).array().getValuesAs(JsonObject.class);
    }

    private JsonObject finished() {
        Await.until(
                "all customers are scored",
                LIMIT,
                () -> passes().stream().findFirst().filter(ScoringIT::done).isPresent());
        return passes().get(0);
    }

    private static boolean done(JsonObject pass) {
        return pass.getString("state").equals("DONE");
    }

    @Test
    void theFirstPassBeginsByItselfAndScoresEverybody() {
        finished();
        JsonObject first = passes().get(passes().size() - 1);
        assertFalse(first.containsKey("askedBy"), "nobody has asked for it");
        long customers = admin.get("admin/status")
                .expect(200)
                .object()
                .getJsonObject("mirror")
                .getJsonNumber("parties")
                .longValue();
        assertEquals(first.getInt("total"), first.getInt("done"));
        assertTrue(first.getInt("total") > 0 && first.getInt("total") <= customers, first.toString());
        JsonObject model = first.getJsonObject("model");
        assertTrue(model.getInt("customers") > 0 && model.getInt("regularity") >= 1, model.toString());
        JsonObject quality = model.getJsonObject("assessment").getJsonObject("quality");
        assertEquals(10, quality.getJsonArray("deciles").size());
        assertTrue(quality.getInt("ordered") <= quality.getInt("customers"), quality.toString());
    }

    @Test
    void aPassCanBeAskedForAndIsComparedWithTheOneBefore() {
        JsonObject before = finished();
        JsonObject begun = admin.post(SCORING, JsonValue.EMPTY_JSON_OBJECT)
                .expect(200)
                .array()
                .getJsonObject(0);
        assertTrue(begun.getInt("id") > before.getInt("id"), begun.toString());
        JsonObject after = finished();
        assertEquals(begun.getInt("id"), after.getInt("id"));
        assertEquals(after.getInt("total"), after.getInt("done"));
        double drift = after.getJsonObject("model")
                .getJsonObject("assessment")
                .getJsonNumber("drift")
                .doubleValue();
        assertTrue(drift >= 0 && drift < 0.1, "the same customers, drift " + drift);
    }
}
