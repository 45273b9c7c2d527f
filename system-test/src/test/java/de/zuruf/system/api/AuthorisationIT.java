package de.zuruf.system.api;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what. Each use case of docs/api.md is tried by each role and by nobody. */
@ExtendWith(DemoServer.class)
class AuthorisationIT {

    private static final String INSIDE = "innendienst";
    private static final String FIELD = "aussendienst";
    private static final String SUPERVISOR = "supervisor";
    private static final String ADMIN = "admin";
    private static final Map<String, String> USERS = Map.of(
            INSIDE,
            DemoServer.AGENT,
            FIELD,
            DemoServer.FIELD,
            SUPERVISOR,
            DemoServer.SUPERVISOR,
            ADMIN,
            DemoServer.ADMIN);

    /** One use case: what is sent, and who may send it. Objects that do not exist: a permitted role gets 404 or 400, not 403. */
    record UseCase(String method, String path, JsonValue body, Set<String> roles) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static UseCase get(String path, String... roles) {
        return new UseCase("GET", path, null, Set.of(roles));
    }

    private static UseCase write(String method, String path, JsonValue body, String... roles) {
        return new UseCase(method, path, body, Set.of(roles));
    }

    static Stream<UseCase> useCases() {
        JsonObject nothing = JsonValue.EMPTY_JSON_OBJECT;
        String days = "?from=2026-01-01&to=2026-01-31";
        return Stream.of(
                get("calls/1", INSIDE, SUPERVISOR),
                get("calls?mine=true", INSIDE),
                get("calls/dial?number=04066969177", INSIDE),
                write("POST", "calls/dial", nothing, INSIDE),
                write("POST", "calls/999999/hang-up", nothing, INSIDE),
                write(
                        "POST",
                        "calls/999999/transfer",
                        Json.createObjectBuilder().add("target", "201").build(),
                        INSIDE),
                get("calls/999999/transfer-targets", INSIDE),
                write(
                        "POST",
                        "calls/999999/consultation",
                        Json.createObjectBuilder().add("target", "203").build(),
                        INSIDE),
                write("POST", "calls/999999/consultation/connect", nothing, INSIDE),
                write("DELETE", "calls/999999/consultation", nothing, INSIDE),
                write("POST", "calls/999999/park", nothing, INSIDE),
                write("POST", "calls/999999/fetch", nothing, INSIDE),
                get("callbacks", INSIDE, SUPERVISOR),
                write(
                        "PUT",
                        "calls/999999/note",
                        Json.createObjectBuilder()
                                .add("text", "x")
                                .add("revision", 0)
                                .build(),
                        INSIDE),
                write(
                        "PUT",
                        "calls/999999/party",
                        Json.createObjectBuilder().addNull("partyId").build(),
                        INSIDE),
                write(
                        "PUT",
                        "calls/999999/wrap-up",
                        Json.createObjectBuilder()
                                .add("disposition", "ORDER")
                                .add("done", true)
                                .build(),
                        INSIDE),
                write(
                        "PUT",
                        "calls/999999/lead",
                        Json.createObjectBuilder()
                                .add("company", "x")
                                .add("intent", "UNDECIDED")
                                .build(),
                        INSIDE),
                write(
                        "PUT",
                        "prompts/999999/answer",
                        Json.createObjectBuilder().add("kind", "DONE").build(),
                        INSIDE),
                write("DELETE", "prompts/999999/answer", nothing, INSIDE),
                write(
                        "PUT",
                        "callbacks/999999",
                        Json.createObjectBuilder().add("state", "CLAIMED").build(),
                        INSIDE),
                get("presence", INSIDE),
                write(
                        "PUT",
                        "presence/pause",
                        Json.createObjectBuilder().add("reason", "nie gehört").build(),
                        INSIDE),
                write("DELETE", "presence/queues/nirgends", nothing, INSIDE),
                write("PUT", "presence/queues/nirgends", nothing, INSIDE),
                get("board", SUPERVISOR),
                get("customers?q=gmbh", INSIDE, FIELD, SUPERVISOR, ADMIN),
                get("handoffs/recipients?partyId=999999", INSIDE),
                write("POST", "handoffs", handoff(), INSIDE),
                get("handoffs?box=inbox", FIELD),
                get("handoffs?box=sent", INSIDE),
                get("handoffs/999999", INSIDE, FIELD, SUPERVISOR),
                write("PUT", "handoffs/999999/acknowledgement", nothing, FIELD),
                write("PUT", "handoffs/999999/report", report(), FIELD),
                get("coverage", INSIDE, FIELD, SUPERVISOR),
                get("coverage/people", INSIDE, FIELD, SUPERVISOR),
                get("coverage/responsible?partyId=999999", INSIDE, FIELD, SUPERVISOR),
                get("coverage/A/versions", SUPERVISOR),
                get("coverage/A/versions/1", SUPERVISOR),
                write("PUT", "coverage/nirgends", coverage(), SUPERVISOR),
                write(
                        "POST",
                        "coverage/A/versions/999999/restoration",
                        Json.createObjectBuilder().add("baseVersion", 1).build(),
                        SUPERVISOR),
                get("coverage/absences", INSIDE, FIELD, SUPERVISOR),
                write("POST", "coverage/absences", nothing, INSIDE, FIELD, SUPERVISOR),
                write("DELETE", "coverage/absences/999999", nothing, INSIDE, FIELD, SUPERVISOR),
                get("reports/calls" + days + "&interval=day", SUPERVISOR),
                get("reports/calls.csv" + days + "&interval=day", SUPERVISOR),
                get("reports/prompts" + days, SUPERVISOR),
                get("reports/prompts.csv" + days, SUPERVISOR),
                get("reports/handoffs" + days, SUPERVISOR),
                get("reports/handoffs.csv" + days, SUPERVISOR),
                get("admin/status", ADMIN),
                get("admin/routing-rules", ADMIN),
                get("admin/scoring", ADMIN),
                write(
                        "PUT",
                        "admin/routing-rules",
                        Json.createArrayBuilder().add(nothing).build(),
                        ADMIN),
                get("demo/callers", INSIDE, SUPERVISOR, ADMIN),
                get("demo/calls", INSIDE, SUPERVISOR, ADMIN),
                write("POST", "demo/calls/999999/hang-up", nothing, INSIDE, SUPERVISOR, ADMIN));
    }

    private static JsonObject coverage() {
        return Json.createObjectBuilder()
                .add("baseVersion", 0)
                .add("row", Json.createObjectBuilder().add("name", "x"))
                .build();
    }

    private static JsonObject handoff() {
        return Json.createObjectBuilder()
                .add("key", "00000000-0000-4000-8000-000000000000")
                .add("partyId", 999_999)
                .add("recipientId", "e-frank")
                .add("occasion", "CARE_CALL")
                .add("said", "a")
                .add("wanted", "b")
                .add("dueOn", LocalDate.now(ZoneOffset.UTC).plusDays(5).toString())
                .add("urgency", "NORMAL")
                .build();
    }

    private static JsonObject report() {
        return Json.createObjectBuilder()
                .add("visitedOn", LocalDate.now(ZoneOffset.UTC).toString())
                .add("participants", JsonValue.EMPTY_JSON_ARRAY)
                .add("topics", Json.createArrayBuilder().add("a"))
                .add("commitments", JsonValue.EMPTY_JSON_ARRAY)
                .add("mood", "GOOD")
                .add("nextStep", "b")
                .build();
    }

    private static Answer send(ApiClient client, UseCase useCase) {
        return switch (useCase.method()) {
            case "GET" -> client.get(useCase.path());
            case "DELETE" -> client.delete(useCase.path());
            case "PUT" -> client.put(useCase.path(), useCase.body());
            default -> client.post(useCase.path(), useCase.body());
        };
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void onlyTheNamedRolesGetIn(UseCase useCase) {
        List<Executable> checks = new ArrayList<>();
        USERS.forEach((role, user) -> checks.add(() -> {
            Answer answer = send(DemoServer.signedIn(user), useCase);
            if (useCase.roles().contains(role)) {
                assertNotEquals(401, answer.status(), role + ": " + answer);
                assertNotEquals(403, answer.status(), role + ": " + answer);
                assertTrue(answer.status() < 500, role + ": " + answer);
            } else {
                assertEquals(403, answer.status(), role + ": " + answer);
            }
        }));
        checks.add(() -> assertEquals(
                401, send(new ApiClient(DemoServer.base()), useCase).status(), "nobody"));
        assertAll(checks);
    }

    @ParameterizedTest
    @MethodSource("useCases")
    void nothingIsChangedWithoutTheToken(UseCase useCase) {
        if (useCase.method().equals("GET")) {
            return;
        }
        String permitted = useCase.roles().iterator().next();
        Answer answer = DemoServer.signedIn(USERS.get(permitted))
                .withoutToken(useCase.method(), useCase.path(), useCase.body());
        assertEquals(403, answer.status(), answer.toString());
        assertTrue(answer.object().getString("code").startsWith("ZURUF-"), answer.toString());
    }

    @Test
    void aForeignTokenIsRefused() {
        var one = DemoServer.signedIn(DemoServer.AGENT);
        Answer answer = one.raw(
                "PUT",
                "session/extension",
                "{\"extension\":\"299\"}",
                request -> request.setHeader("X-CSRF-Token", "x".repeat(43)));
        assertEquals(403, answer.status(), answer.toString());
    }

    @Test
    void aWrongPasswordAndAnUnknownUserAreToldTheSame() {
        var client = new ApiClient(DemoServer.base());
        Answer wrong = client.signIn(DemoServer.AGENT, "wrong");
        Answer unknown = client.signIn("nobody", "wrong");
        assertEquals(401, wrong.status());
        assertEquals("ZURUF-SIGN-IN", wrong.object().getString("code"));
        assertEquals(wrong.body(), unknown.body());
    }

    @Test
    void signInChangesTheSessionAndSignOutEndsIt() {
        var client = DemoServer.newSession(DemoServer.AGENT);
        client.get("session").expect(200);
        client.delete("session").expect(204);
        assertEquals(401, client.get("session").status());
        assertEquals(401, client.get("calls?mine=true").status());
    }

    @Test
    void sessionCookiesAreOutOfReachOfScripts() {
        var client = new ApiClient(DemoServer.base());
        Answer answer = client.signIn(DemoServer.AGENT, DemoServer.PASSWORD).expect(200);
        String cookies = answer.header("set-cookie").orElse("");
        assertFalse(cookies.isEmpty(), "no cookie");
        assertTrue(cookies.contains("HttpOnly"), cookies);
        assertTrue(cookies.contains("SameSite="), cookies);
    }
}
