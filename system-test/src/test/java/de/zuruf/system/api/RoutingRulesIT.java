package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules by which the dialplan is answered, as an administrator edits them. */
@ExtendWith(DemoServer.class)
class RoutingRulesIT {

    private static final String RULES = "admin/routing-rules";

    private final ApiClient admin = DemoServer.signedIn(DemoServer.ADMIN);
    private JsonArray before;

    @BeforeEach
    void read() {
        before = rules();
    }

    @AfterEach
    void restore() {
        admin.put(RULES, before).expect(200);
    }

    private JsonArray rules() {
        return admin.get(RULES).expect(200).array();
    }

    private static JsonObjectBuilder rule(String id) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("position", 50)
                .add("condition", "known && weekday < 6")
                .add("queue", "bereitschaft");
    }

    private static JsonArray list(JsonObject... rules) {
        return Json.createArrayBuilder(List.of(rules)).build();
    }

    private static int version(JsonArray rules, String id) {
        return rules.getValuesAs(JsonObject.class).stream()
                .filter(rule -> rule.getString("id").equals(id))
                .findFirst()
                .orElseThrow()
                .getInt("version");
    }

    @Test
    void aChangedRuleGetsAnotherVersionAndTheOthersKeepTheirs() {
        JsonObject first = rule("standby").build();
        JsonObject second = rule("late").add("position", 60).build();
        JsonArray made = admin.put(RULES, list(second, first)).expect(200).array();
        assertEquals("standby", made.getJsonObject(0).getString("id"), "the lower position is asked first");
        assertEquals(made, rules());
        assertEquals(made, admin.put(RULES, made).expect(200).array(), "the same once more");

        JsonObject changed = rule("standby").add("priority", 5).build();
        JsonArray again = admin.put(RULES, list(changed, second)).expect(200).array();
        assertEquals(version(made, "standby") + 1, version(again, "standby"));
        assertEquals(version(made, "late"), version(again, "late"));

        assertEquals(
                JsonValue.EMPTY_JSON_ARRAY, admin.put(RULES, list()).expect(200).array());
        assertEquals(JsonValue.EMPTY_JSON_ARRAY, rules(), "whoever wants none does not get the delivered ones back");
        JsonArray back = admin.put(RULES, list(first)).expect(200).array();
        assertTrue(version(back, "standby") > version(again, "standby"), "a version never means two things");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "condition | known && segment == 1 | Regel wrong, condition, Zeile 1, Spalte 10:",
                "queue     | vip,n                 | Regel wrong, queue: 1 bis 80 Buchstaben ohne Umlaute, Ziffern und _ . -",
                "language  | 1                     | Regel wrong, language: ein Kürzel wie de oder en_GB",
                "id        | Wrong Rule            | Regel Wrong Rule, id: nur kleine Buchstaben, Ziffern und Bindestriche"
            })
    void whatIsWrongIsToldInWordsAndChangesNothing(String part, String value, String words) {
        String body = admin.put(RULES, list(rule("wrong").add(part, value).build()))
                .expect(400)
                .body();
        assertTrue(body.contains("ZURUF-RULE") && body.contains(words), body);
        assertEquals(before, rules());
    }

    @Test
    void numbersOutOfRangeMissingOnesAndTooManyRulesAreRefused() {
        for (JsonObject wrong : List.of(
                rule("wrong").add("priority", 1_001).build(),
                rule("wrong").add("position", -1).build(),
                Json.createObjectBuilder(rule("wrong").build())
                        .remove("position")
                        .build(),
                Json.createObjectBuilder(rule("wrong").build()).remove("queue").build(),
                Json.createObjectBuilder(rule("wrong").build()).remove("id").build())) {
            String body = admin.put(RULES, list(wrong)).expect(400).body();
            assertTrue(body.contains("ZURUF-RULE"), body);
        }
        JsonObject[] many =
                IntStream.range(0, 201).mapToObj(i -> rule("r" + i).build()).toArray(JsonObject[]::new);
        assertTrue(admin.put(RULES, list(many)).expect(400).body().contains("höchstens 200 Regeln"));
        String twice = admin.put(RULES, list(rule("twin").build(), rule("twin").build()))
                .expect(400)
                .body();
        assertTrue(twice.contains("Regel twin, id: kommt zweimal vor"), twice);
        assertEquals(before, rules());
    }
}
