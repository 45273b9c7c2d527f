package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The coverage matrix as supervisors write it and all of sales reads it; who is responsible by it, and who is away. */
@ExtendWith(DemoServer.class)
class CoverageIT {

    private final ApiClient sabine = DemoServer.signedIn(DemoServer.SUPERVISOR);
    private final ApiClient anna = DemoServer.signedIn(DemoServer.AGENT);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final List<Integer> entered = new ArrayList<>();

    @AfterEach
    void removeAbsences() {
        entered.forEach(id -> sabine.delete("coverage/absences/" + id));
    }

    private static List<JsonObject> list(JsonArray array) {
        return array.getValuesAs(JsonObject.class);
    }

    private JsonObject entry(String segment) {
        return list(sabine.get("coverage").expect(200).object().getJsonArray("rows")).stream()
                .filter(each -> each.getJsonObject("row").getString("segmentId").equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject with(JsonObject row, String member, JsonValue value) {
        return Json.createObjectBuilder(row).add(member, value).build();
    }

    private static JsonObject with(JsonObject row, String member, String value) {
        return with(row, member, Json.createValue(value));
    }

    private static JsonObject edit(int base, JsonObject row) {
        return Json.createObjectBuilder()
                .add("baseVersion", base)
                .add("row", row)
                .build();
    }

    private static JsonObject base(int version) {
        return Json.createObjectBuilder().add("baseVersion", version).build();
    }

    private static double number(JsonObject object, String member) {
        return ((JsonNumber) object.get(member)).doubleValue();
    }

    // ---- the matrix

    @Test
    void eachSegmentHasARowAndItsLiveFigures() {
        JsonObject matrix = anna.get("coverage").expect(200).object();
        List<JsonObject> rows = list(matrix.getJsonArray("rows"));
        assertEquals(
                List.of("A", "B", "C", "D"),
                rows.stream()
                        .map(each -> each.getJsonObject("row").getString("segmentId"))
                        .toList());
        double revenue = 0;
        double margin = 0;
        for (JsonObject each : rows) {
            JsonObject live = each.getJsonObject("live");
            assertTrue(live.getInt("customers") > 0, each.toString());
            assertTrue(number(live, "potential") >= 0, each.toString());
            assertEquals(
                    live.getInt("customers"),
                    live.getJsonObject("phases").entrySet().stream()
                            .filter(phase -> !phase.getKey().equals("LEAD")
                                    && !phase.getKey().equals("LOST"))
                            .mapToInt(phase -> ((JsonNumber) phase.getValue()).intValue())
                            .sum(),
                    "customers are in a phase: " + live);
            assertEquals(
                    live.getInt("visits") * number(matrix, "visitCost")
                            + live.getInt("calls") * number(matrix, "callCost"),
                    number(live, "careCost"),
                    0.01);
            revenue += number(live, "revenueShare");
            margin += number(live, "marginShare");
        }
        assertEquals(1, revenue, 0.001, "the shares of all segments are all of the revenue");
        assertEquals(1, margin, 0.001);
        assertTrue(number(rows.get(0).getJsonObject("live"), "revenue")
                > number(rows.get(3).getJsonObject("live"), "revenue"));
    }

    @Test
    void aChangeIsAVersionAndAnOlderOneCanBeTakenBack() {
        JsonObject before = entry("C");
        int version = before.getInt("version");
        JsonObject row = before.getJsonObject("row");
        JsonObject changed =
                with(with(row, "strategy", " Telefonisch, mit Anlass. "), "visitsPerYear", Json.createValue(1));

        JsonObject saved =
                sabine.put("coverage/C", edit(version, changed)).expect(200).object();
        assertEquals(version + 1, saved.getInt("version"));
        assertEquals("Telefonisch, mit Anlass.", saved.getJsonObject("row").getString("strategy"));
        assertEquals("Sabine Winter", saved.getJsonObject("changedBy").getString("name"));
        assertTrue(saved.containsKey("live"));
        assertEquals(
                version + 1,
                sabine.put("coverage/C", edit(version + 1, changed))
                        .expect(200)
                        .object()
                        .getInt("version"),
                "the same once more is no version");

        JsonObject revision =
                list(sabine.get("coverage/C/versions").expect(200).array()).get(0);
        assertEquals(version + 1, revision.getInt("version"));
        assertEquals("Sabine Winter", revision.getJsonObject("by").getString("name"));
        assertEquals(
                List.of("strategy", "visitsPerYear"),
                list(revision.getJsonArray("changes")).stream()
                        .map(change -> change.getString("field"))
                        .toList());
        assertEquals("0", list(revision.getJsonArray("changes")).get(1).getString("before"));
        assertEquals("1", list(revision.getJsonArray("changes")).get(1).getString("after"));

        JsonObject restored = sabine.post("coverage/C/versions/" + version + "/restoration", base(version + 1))
                .expect(200)
                .object();
        assertEquals(version + 2, restored.getInt("version"));
        assertEquals(row, restored.getJsonObject("row"));
        assertEquals(
                version,
                list(sabine.get("coverage/C/versions").expect(200).array())
                        .get(0)
                        .getInt("restoredFrom"));
        assertEquals(
                "Telefonisch, mit Anlass.",
                sabine.get("coverage/C/versions/" + (version + 1))
                        .expect(200)
                        .object()
                        .getJsonObject("row")
                        .getString("strategy"),
                "what was replaced is kept");
    }

    @Test
    void whoIsLateLearnsWhatHasChangedAndOverwritesNothing() {
        JsonObject before = entry("B");
        int version = before.getInt("version");
        JsonObject row = before.getJsonObject("row");
        JsonObject first = with(row, "strategy", "Zuerst gespeichert.");
        sabine.put("coverage/B", edit(version, first)).expect(200);

        Answer late = DemoServer.newSession(DemoServer.SUPERVISOR)
                .put("coverage/B", edit(version, with(row, "criteria", "Zu spät.")));
        assertEquals(409, late.status(), late.toString());
        JsonObject problem = late.object();
        assertEquals("ZURUF-COVERAGE-CHANGED", problem.getString("code"));
        assertTrue(problem.getString("detail").contains("Nichts ist verloren"), problem.getString("detail"));
        assertEquals(version + 1, problem.getJsonObject("current").getInt("version"));
        assertEquals(
                "Sabine Winter",
                problem.getJsonObject("current").getJsonObject("changedBy").getString("name"));
        List<JsonObject> changes = list(problem.getJsonArray("changes"));
        assertEquals(1, changes.size(), changes.toString());
        assertEquals("strategy", changes.get(0).getString("field"));
        assertEquals("Zuerst gespeichert.", changes.get(0).getString("after"));
        assertEquals(first, entry("B").getJsonObject("row"));
        assertEquals(
                409,
                sabine.post("coverage/B/versions/1/restoration", base(version)).status());
        assertEquals(
                409, sabine.put("coverage/B", edit(version + 7, row)).status(), "of a version that is not there yet");

        sabine.put("coverage/B", edit(version + 1, row)).expect(200);
    }

    @Test
    void ofManyAtTheSameTimeOneSaves() throws Exception {
        JsonObject before = entry("D");
        int version = before.getInt("version");
        JsonObject row = before.getJsonObject("row");
        List<ApiClient> clients = Stream.generate(() -> DemoServer.newSession(DemoServer.SUPERVISOR))
                .limit(4)
                .toList();
        var pool = Executors.newFixedThreadPool(clients.size());
        try {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < clients.size(); i++) {
                ApiClient client = clients.get(i);
                JsonObject mine = edit(version, with(row, "strategy", "Gleichzeitig " + i));
                statuses.add(pool.submit(() -> client.put("coverage/D", mine).status()));
            }
            List<Integer> seen = new ArrayList<>();
            for (Future<Integer> status : statuses) {
                seen.add(status.get());
            }
            assertEquals(1, seen.stream().filter(status -> status == 200).count(), seen.toString());
            assertEquals(
                    clients.size() - 1,
                    seen.stream().filter(status -> status == 409).count(),
                    seen.toString());
        } finally {
            pool.shutdownNow();
        }
        assertEquals(version + 1, entry("D").getInt("version"));
        sabine.put("coverage/D", edit(version + 1, row)).expect(200);
    }

    record Wrong(String member, String value, String field) {
        @Override
        public String toString() {
            return member + " " + value.substring(0, Math.min(60, value.length()));
        }
    }

    static Stream<Wrong> wrongs() {
        String duty = "[{\"role\":\"FIELD_SALES\",%s}]";
        return Stream.of(
                new Wrong("name", "\" \"", "name"),
                new Wrong("name", "null", "name"),
                new Wrong("description", "\"" + "x".repeat(2_001) + "\"", "description"),
                new Wrong("careBudget", "-1", "careBudget"),
                new Wrong("careBudget", "1e-999999999", "careBudget"),
                new Wrong("visitsPerYear", "367", "visitsPerYear"),
                new Wrong("longestIntervalDays", "0", "longestIntervalDays"),
                new Wrong("budget", "{\"revenueShare\":1.5}", "budget.revenueShare"),
                new Wrong("budget", "{\"customers\":-1}", "budget.customers"),
                new Wrong("duties", duty.formatted("\"team\":\"Gibt es nicht\""), "duties.FIELD_SALES.team"),
                new Wrong(
                        "duties",
                        duty.formatted("\"defaultPersonId\":\"e-nobody\""),
                        "duties.FIELD_SALES.defaultPersonId"),
                new Wrong(
                        "duties",
                        duty.formatted("\"areas\":[{\"prefix\":\"8\",\"team\":\"Gibt es nicht\"}]"),
                        "duties.FIELD_SALES.areas"),
                new Wrong(
                        "duties",
                        duty.formatted("\"areas\":[{\"prefix\":\"<script>\",\"team\":\"Außendienst\"}]"),
                        "duties.FIELD_SALES.areas"),
                new Wrong("measures", "[{\"text\":\"x\"}]", "measures.phase"),
                new Wrong("measures", "[{\"phase\":\"NEVER\",\"text\":\"x\"}]", null),
                new Wrong("duties", "{}", null),
                new Wrong("visitsPerYear", "\"viele\"", null));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void whatIsWrongNamesItsFieldAndChangesNothing(Wrong wrong) {
        JsonObject before = entry("A");
        String row = before.getJsonObject("row").toString();
        // The last member of that name counts for a lenient reader, so that the one that is there has to go.
        String others = Json.createObjectBuilder(before.getJsonObject("row"))
                .remove(wrong.member())
                .build()
                .toString();
        String body = "{\"baseVersion\":" + before.getInt("version") + ",\"row\":"
                + others.substring(0, others.length() - 1) + ",\"" + wrong.member() + "\":" + wrong.value() + "}}";
        Answer answer = sabine.raw("PUT", "coverage/A", body, request -> request);
        assertEquals(400, answer.status(), answer.toString());
        assertEquals(wrong.field(), answer.object().getString("field", null), answer.toString());
        assertEquals(row, entry("A").getJsonObject("row").toString());
    }

    @Test
    void incompleteRequestsAndUnknownThings() {
        JsonObject before = entry("A");
        JsonObject row = before.getJsonObject("row");
        assertEquals(400, sabine.put("coverage/A", JsonValue.EMPTY_JSON_OBJECT).status());
        assertEquals(
                400, sabine.put("coverage/A", base(before.getInt("version"))).status(), "no row");
        assertEquals(
                400,
                sabine.put(
                                "coverage/A",
                                Json.createObjectBuilder().add("row", row).build())
                        .status(),
                "no base");
        assertEquals(404, sabine.put("coverage/nirgends", edit(0, row)).status());
        assertEquals(404, sabine.get("coverage/A/versions/999").status());
        assertEquals(
                404,
                sabine.post("coverage/A/versions/999/restoration", base(before.getInt("version")))
                        .status());
        assertEquals(404, anna.get("coverage/responsible?partyId=999999999").status());
        assertEquals(400, anna.get("coverage/responsible").status());
        int party = customerOf("e-frank");
        assertEquals(
                400,
                anna.get("coverage/responsible?partyId=" + party + "&on=morgen").status());
        assertEquals(
                400,
                anna.get("coverage/responsible?partyId=" + party + "&on=1999-01-01")
                        .status());
    }

    // ---- who is responsible, and who is away

    /** {@return a customer whom that person of field sales owns} */
    private int customerOf(String owner) {
        String name = switch (owner) {
            case "e-frank" -> "Frank Sommer";
            case "e-holger" -> "Holger Nolte";
            default -> throw new IllegalArgumentException(owner);
        };
        return list(anna.get("customers?q=gmbh&limit=100").expect(200).array()).stream()
                .filter(hit -> name.equals(hit.getString("owner", null)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no customer of " + name))
                .getInt("partyId");
    }

    private JsonObject fieldSales(int party, LocalDate on) {
        return list(anna.get("coverage/responsible?partyId=" + party + "&on=" + on)
                        .expect(200)
                        .object()
                        .getJsonArray("roles"))
                .stream()
                .filter(role -> role.getString("role").equals("FIELD_SALES"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject absence(String employee, LocalDate from, LocalDate to, String deputy) {
        var absence = Json.createObjectBuilder().add("from", from.toString()).add("to", to.toString());
        if (employee != null) {
            absence.add("employeeId", employee);
        }
        if (deputy != null) {
            absence.add("deputyId", deputy);
        }
        return absence.build();
    }

    private JsonObject enter(ApiClient client, JsonObject absence) {
        JsonObject made = client.post("coverage/absences", absence).expect(201).object();
        entered.add(made.getInt("id"));
        return made;
    }

    @Test
    void theDeputyIsResponsibleForTheDaysOfAnAbsenceAndGetsTheHandoffs() {
        int party = customerOf("e-frank");
        assertEquals("e-frank", fieldSales(party, today).getJsonObject("person").getString("id"));
        JsonObject made = enter(sabine, absence("e-frank", today, today.plusDays(3), "e-jan"));
        assertEquals("Jan Schuster", made.getJsonObject("deputy").getString("name"));

        JsonObject now = fieldSales(party, today);
        assertEquals("e-jan", now.getJsonObject("person").getString("id"));
        String because = now.getJsonObject("because").getString("de");
        assertTrue(because.startsWith("Vertretung für Frank Sommer bis "), because);
        assertEquals(
                "e-frank",
                fieldSales(party, today.plusDays(4)).getJsonObject("person").getString("id"));
        assertEquals(
                "e-frank",
                fieldSales(party, today.minusDays(1)).getJsonObject("person").getString("id"));
        assertEquals(
                "e-jan",
                anna.get("handoffs/recipients?partyId=" + party)
                        .expect(200)
                        .object()
                        .getString("suggested"));
        JsonObject owner = anna.get("customers/" + party).expect(200).object().getJsonObject("owner");
        assertTrue(owner.getBoolean("absent"), owner.toString());
        assertEquals("e-jan", owner.getJsonObject("deputy").getString("id"));

        sabine.delete("coverage/absences/" + made.getInt("id")).expect(204);
        assertEquals("e-frank", fieldSales(party, today).getJsonObject("person").getString("id"));
        assertEquals(
                "e-frank",
                anna.get("handoffs/recipients?partyId=" + party)
                        .expect(200)
                        .object()
                        .getString("suggested"));
    }

    @Test
    void whomTheCrmMarksAsAwayIsStoodInFor() {
        JsonObject now = fieldSales(customerOf("e-holger"), today);
        assertEquals("e-ines", now.getJsonObject("person").getString("id"));
        assertTrue(
                now.getJsonObject("because").getString("de").startsWith("Vertretung für Holger Nolte, "),
                now.toString());
    }

    @Test
    void everybodyEntersHisOwnAbsencesAndSupervisorsAnybodys() {
        LocalDate from = today.plusDays(60);
        JsonObject mine = enter(anna, absence(null, from, from.plusDays(4), null));
        assertEquals("e-anna", mine.getJsonObject("person").getString("id"));
        assertEquals("e-ben", mine.getJsonObject("deputy").getString("id"), "of the CRM");
        assertEquals(
                403,
                anna.post("coverage/absences", absence("e-ben", from, from, null))
                        .status());
        JsonObject bens = enter(sabine, absence("e-ben", from, from, null));
        assertTrue(bens.getBoolean("deputyAway"), "Anna is away herself: " + bens);

        ApiClient clara = DemoServer.signedIn(DemoServer.OTHER_AGENT);
        assertTrue(
                list(clara.get("coverage/absences").expect(200).array()).stream()
                        .anyMatch(each -> each.getInt("id") == mine.getInt("id") && !each.getBoolean("mine")),
                "the deputy sees it and cannot take it back");
        assertEquals(404, clara.delete("coverage/absences/" + mine.getInt("id")).status());
        assertFalse(
                list(DemoServer.signedIn(DemoServer.FIELD)
                                .get("coverage/absences")
                                .expect(200)
                                .array())
                        .stream()
                        .anyMatch(each -> each.getInt("id") == mine.getInt("id")),
                "whom it does not concern does not see it");
        assertEquals(
                2,
                list(sabine.get("coverage/absences").expect(200).array()).stream()
                        .filter(each -> entered.contains(each.getInt("id")))
                        .count());
        anna.delete("coverage/absences/" + mine.getInt("id")).expect(204);
        assertEquals(404, anna.delete("coverage/absences/" + mine.getInt("id")).status());
    }

    @Test
    void absencesThatCannotBeAreRefused() {
        LocalDate from = today.plusDays(90);
        enter(anna, absence(null, from, from.plusDays(4), null));
        for (var wrong : List.of(
                List.of(absence(null, from.plusDays(4), from.plusDays(9), null), "from"),
                List.of(absence(null, from, from.minusDays(1), null), "to"),
                List.of(absence(null, today.plusYears(3), today.plusYears(3), null), "from"),
                List.of(absence(null, from.plusDays(20), from.plusDays(20), "e-anna"), "deputyId"),
                List.of(absence(null, from.plusDays(20), from.plusDays(20), "e-nobody"), "deputyId"),
                List.of(JsonValue.EMPTY_JSON_OBJECT, "from"))) {
            Answer answer = anna.post("coverage/absences", (JsonObject) wrong.get(0));
            assertEquals(400, answer.status(), answer.toString());
            assertEquals(wrong.get(1), answer.object().getString("field"), answer.toString());
        }
        assertEquals(
                400,
                sabine.post("coverage/absences", absence("e-nobody", from, from, null))
                        .status());
        assertEquals(
                400,
                anna.raw("POST", "coverage/absences", "{\"from\":\"bald\"}", request -> request)
                        .status());
    }
}
